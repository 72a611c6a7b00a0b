"""What scores mean in one library, and whether what was found answers."""
