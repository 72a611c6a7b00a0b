"""Render pages of untrusted files to pixels, in a sandboxed process that can do nothing else."""
