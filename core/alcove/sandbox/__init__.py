"""Strangers' files: opened with care, and parsed by children behind the kernel's walls."""
