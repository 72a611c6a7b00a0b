"""What stands below the question: hits, recent searches, or why there is nothing."""
