"""One line of truth: how fresh, how much, what failed, sealed or not."""
