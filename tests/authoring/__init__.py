"""What a designer's change does."""
