"""Both arms asked, what their scores mean, and one ranking: weights, fusion, documents."""
