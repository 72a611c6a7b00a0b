"""What Alcove asks of the operating system: locks, durable writes, children that end with us."""
