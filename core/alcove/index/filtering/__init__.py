"""What the filters of a search become: conditions in SQL, and the files and documents that pass."""
