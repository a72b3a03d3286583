"""What journals print round their articles."""
