"""Opens files and folders in other applications, which the guard must not hold."""
