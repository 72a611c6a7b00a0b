"""What is kept of the user, how it is deleted, and what closes the network."""
