"""What is printed between the lines of a text and is not its author's: adverts, machinery, stamps, page numbers."""
