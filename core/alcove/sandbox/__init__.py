"""Confined children: behind the kernel's walls, and believed only after a check."""
