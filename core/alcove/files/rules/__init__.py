"""What of a folder is left out: defaults, the user's lines, ignore files, in gitignore syntax."""
