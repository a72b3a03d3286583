"""What conversions and broken pages did to a text, and how it is put right; each with its way back."""
