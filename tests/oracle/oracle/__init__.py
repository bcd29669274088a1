"""A slow, obvious second implementation of the rules of 济政办字〔2025〕15号."""
