"""The user's own rules: changed, tried, and what they hide."""
