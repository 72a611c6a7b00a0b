"""Sandbox for untrusted files: safe opening, and child processes that the kernel confines."""
