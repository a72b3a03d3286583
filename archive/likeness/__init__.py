"""What two texts have in common: pure functions of texts, with numpy. What follows for reports is decided elsewhere."""
