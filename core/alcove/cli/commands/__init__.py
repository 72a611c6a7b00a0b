"""The commands: one module each, with its options and its work, imported when it is called."""
