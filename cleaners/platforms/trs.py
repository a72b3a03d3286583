"""Sites made with TRS WCM, as most official ones are: its editor leaves its name round every text.

The information table above official texts is read by its labels; see also `govinfo`, for such pages of other software.
"""

from cleaners.platforms.article_family import ArticleFamily, Sign
from cleaners.platforms.template import Template

SIGNS = (
    Sign(words="TRS_Editor", sure=0.85, why="the editor's class TRS_Editor"),
    Sign(words="TRS_UEDITOR", sure=0.85, why="the editor's class TRS_UEDITOR"),
    Sign(words="trs_editor_view", sure=0.85, why="the editor's class trs_editor_view"),
    Sign(words="trs_paper_default", sure=0.8, why="the editor's class trs_paper_default"),
    Sign(words="<!--TRS", sure=0.6, why="a comment of the publisher"),
)
WITHIN = (
    './/*[contains(concat(" ",@class," ")," TRS_PreAppend ")]',
    './/*[contains(concat(" ",@class," ")," share ") or @id="share" or contains(@class,"bdsharebuttonbox")]',
)
"""What stands in a text and is none of it: what the editor puts in front, a bar of share buttons."""
EDITOR = Template(
    name="TRS editor",
    body=(
        '//*[contains(concat(" ",@class," ")," TRS_Editor ")]',
        '//*[contains(concat(" ",@class," ")," TRS_UEDITOR ")]',
        '//*[contains(concat(" ",@class," ")," trs_editor_view ")]',
        '//*[contains(concat(" ",@class," ")," trs_paper_default ")]',
    ),
    drop=WITHIN,
)
PLATFORM = ArticleFamily(family="trs", version=1, signs=SIGNS, templates=(EDITOR,))
