"""Find the evidence in a passage: the sentence that answers and the words that matched."""
