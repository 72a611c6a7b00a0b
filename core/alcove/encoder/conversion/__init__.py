"""Convert a model folder into a prepared model, in a child process; run torch as reference."""
