"""Open files and folders in other applications, outside the network guard."""
