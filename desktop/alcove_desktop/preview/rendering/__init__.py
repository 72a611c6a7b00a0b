"""Pages of strangers' files as pixels, made in a process that can do nothing else."""
