"""What a site says in its own name above, between and below the texts that it collects."""
