"""The four spiders; what they share is in `frontier_spider`."""
