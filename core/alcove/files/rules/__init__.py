"""Exclusion rules: built-in defaults, the user's patterns and ignore files, in gitignore syntax."""
