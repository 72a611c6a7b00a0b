"""Read and check labelled sets in the BEIR layout, and write their documents as files to index."""
