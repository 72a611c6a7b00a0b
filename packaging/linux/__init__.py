"""What is made of the frozen folder for Linux."""
