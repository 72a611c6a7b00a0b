"""Turn a query's filters into SQL conditions, and find the files and documents that pass them."""
