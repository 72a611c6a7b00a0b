"""A model folder → a prepared model, in a child of its own; and torch as the reference."""
