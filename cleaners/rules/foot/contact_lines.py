"""The rule about a site's address, telephone and operator below a text. What such lines are: `site_feet`.

An office's own notice ends with them too: they go only where a line that no text has stands between them and the text,
so that this rule stands before those that take such lines.
"""

from collections.abc import Iterable

from cleaners.rules.folding import folded
from cleaners.rules.foot.site_feet import is_contact
from cleaners.rules.foot.tail_lines import NOTICE_CHARS, is_tail_line, tail_zone
from cleaners.rules.lines import lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import is_same_title


def find_contacts(text: str, context: Context) -> Iterable[Change]:
    """Take addresses and telephone numbers from the tail."""
    lines = lines_of(text)
    zone = tail_zone(lines)
    if not any(line.words for line in lines[:zone]):
        return []
    short = (line for line in lines[zone:] if 0 < len(line.words) <= NOTICE_CHARS)
    return taken(line for line in short if is_contact(folded(line.words)) and not is_tail_line(line.words))


CONTACTS = Rule(
    name="site-contact",
    version=5,
    reason="A site's address, telephone and operator stand below its own lines under a dumped article.",
    families=frozenset(),
    dumps_only=True,
    find=find_contacts,
    context=Context(family="dump", is_dump=True),
    examples=(
        ("完毕。\n上一篇：没有了\n联系人：某经理\n地址：某镇某路1号 邮编：123456", "完毕。\n上一篇：没有了\n"),
        ("完畢。\n掃一掃在手機打開當前頁\n主辦：某鎮政府\n電話：8000000\n", "完畢。\n掃一掃在手機打開當前頁\n"),
    ),
    counter_examples=(
        "完毕。\n联系人：青禾\n电话：8000000",
        "完毕。\n主办单位：某县文化局\n上一篇：没有了",
        "上一篇：没有了\n地址：某镇某路1号",
    ),
)


def find_title_below(text: str, context: Context) -> Iterable[Change]:
    """Take the title from the very end, below a line that no text has: beside a code, or for sharing."""
    if not context.title:
        return []
    last = [line for line in lines_of(text[-LAST_CHARS:]) if line.words][-TWO:]
    if len(last) < TWO or not is_same_title(last[1].words, context.title) or not is_tail_line(last[0].words):
        return []
    cut = max(0, len(text) - LAST_CHARS)
    return [Change(start=cut + last[1].start, end=cut + last[1].after)] if text[: cut + last[0].start].strip() else []


LAST_CHARS = 400
"""Characters from the end in which the title may stand again."""
TWO = 2
TITLE_BELOW = Rule(
    name="title-below",
    version=1,
    reason="Beside the code of a page stands its title once more, below the article.",
    families=frozenset(),
    dumps_only=True,
    find=find_title_below,
    context=Context(family="dump", title="某院召开安全生产会议", is_dump=True),
    examples=(
        ("完毕。\n扫一扫 手机端浏览\n某院召开安全生产会议", "完毕。\n扫一扫 手机端浏览\n"),
        ("完畢。\n分享到：微信\n\n某院召开安全生产会议\n", "完畢。\n分享到：微信\n\n"),
    ),
    counter_examples=(
        "完毕。\n某院召开安全生产会议",
        "完毕。\n扫一扫 手机端浏览\n某院召开消防会议",
        "扫一扫 手机端浏览\n某院召开安全生产会议",
    ),
)
RULES = (TITLE_BELOW, CONTACTS)
