"""The privacy page: the network guard, records of the user and their deletion, the report."""
