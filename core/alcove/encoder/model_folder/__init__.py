"""A model folder as others make it: what its files say, and whether they can be trusted."""
