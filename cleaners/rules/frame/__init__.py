"""What a site prints on either side of a text: menus, links, words of machinery, lines of several pieces."""
