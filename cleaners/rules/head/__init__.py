"""What stands above a dumped article: lines of dates and names, paths, menus, buttons. Titles: `title`."""
