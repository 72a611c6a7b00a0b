"""Read HTML pages, EPUB books and XML."""
