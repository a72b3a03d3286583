"""What a title is, where it stands again, and how it is parted from what is glued to it."""
