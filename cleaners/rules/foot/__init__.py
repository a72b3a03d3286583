"""What stands below a text: notices, staff, links to neighbours, a site's own foot."""
