"""`alcove search`: a question from the command line, answered for people or as JSON."""
