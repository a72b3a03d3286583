"""What all download portals share: told by lines and read by lines, in markup as in dumps.

`family` is the reader, `spots` the lines of a page with their elements, `body` which elements are the preview, `stated`
the facts. The shapes of lines stand in `cleaners.rules`, for the rules go by the same ones. Each family's own data
stands in its module beside this package.
"""
