"""Web pages, books made of them, and XML."""
