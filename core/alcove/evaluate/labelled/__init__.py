"""Labelled sets in the BEIR layout: read, checked, written as files to index."""
