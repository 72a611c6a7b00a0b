"""The models that find by meaning."""
