"""The user's own ignore rules: change them, try them, count the files that they hide."""
