"""What a person or a program gets to see: one file an output format."""
