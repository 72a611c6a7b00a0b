"""`alcove evaluate`: labelled sets and the user's own questions, measured and reported."""
