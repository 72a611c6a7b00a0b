"""The file types page: which document formats are read."""
