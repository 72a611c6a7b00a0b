"""Read files: rows that wait → documents and passages, by a pool of sandboxed readers."""
