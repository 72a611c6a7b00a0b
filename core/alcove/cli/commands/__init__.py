"""The commands: each with its options and its work in one place, imported when it is called."""
