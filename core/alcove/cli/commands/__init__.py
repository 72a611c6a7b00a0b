"""The commands, each imported when it is called: its options and its work lie together."""
