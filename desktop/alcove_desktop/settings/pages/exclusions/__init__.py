"""The exclusions page: the user's rules, with a preview while they are typed."""
