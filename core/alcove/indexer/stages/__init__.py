"""The stages of the loop, each one thing that brings the index closer to the disk."""
