"""The reader: a child process that parses strangers' files, and its parent's side."""
