"""What in a passage answers: the sentence, and the words that matched."""
