"""The stages of the engine's loop; each brings one part of the index in line with the disk."""
