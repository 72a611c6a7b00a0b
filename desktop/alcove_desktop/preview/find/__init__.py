"""Find typed text in the previewed document."""
