"""What is left out: the user's rules, tried while they are written."""
