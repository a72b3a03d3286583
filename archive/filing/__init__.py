"""The parts of filing a reading: outcome, document, pages, places, wordings, reports. `archive.file` leads them."""
