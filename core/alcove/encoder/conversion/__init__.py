"""A model folder → a prepared model; runs in a child, the only place that needs torch."""
