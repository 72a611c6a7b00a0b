"""Prepare, list, import, remove and open the models of a library."""
