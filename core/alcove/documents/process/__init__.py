"""The reader: a sandboxed child process that parses untrusted files, and its parent's side."""
