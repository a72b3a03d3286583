"""What a page or a text states about itself: dates, numbers, the condition of the text. Small pure readers.

They read short strings that a platform has picked out; where on a page these stand is the platform's knowledge.
"""
