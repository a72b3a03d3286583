"""Names that stand without labels behind a date: nickname and column, an office, who made the text."""

from collections.abc import Iterator

from cleaners.facts.labels import Pair
from cleaners.facts.people import names_of
from cleaners.platforms.dump.head_values import BUTTONS, WEEKDAY
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.head_chrome import is_site_end
from cleaners.rules.head.paper_heads import is_office


def named_behind(rest: str) -> Iterator[Pair]:
    """Read nickname and column, which stand without labels behind a date and before a button."""
    told = (SECTION.sub("", word).strip("【】[]") for word in rest.split() if not TOLD.search(word))
    words = [word for word in told if word not in BUTTONS and not WEEKDAY.fullmatch(word)]
    if len(words) == 2 and not any(word.isdigit() for word in words):
        yield Pair(label="作者", value=words[0], where="head")
    made = MADE.fullmatch(folded(rest))
    if made or (len(words) == 1 and names_of(words[0], is_sure=False)):
        yield Pair(label="作者", value=rest[slice(*made.span("name"))] if made else words[0], where="head")
    elif len(words) == 1 and (is_office(words[0]) or is_site_end(words[0])):
        yield Pair(label="来源", value=words[0], where="head")
    elif len(words) == 1 and COLUMN.fullmatch(words[0]):
        yield Pair(label="栏目", value=words[0], where="head")
    if 1 <= len(words) <= 2 and not words[-1].isdigit() and NICKNAMED.search(rest):
        yield Pair(label="栏目", value=words[-1], where="head")


MADE = regex(r"[\s/|｜]{0,4}(?P<name>[一-鿿]{2,4})\s{1,2}(?:编译|报道|报导|综合报道|撰文|整理)[\s/|｜]{0,4}")
"""` / 王溪岚 编译 /` behind a date: who made it; bounded."""
SECTION = regex(r"(?<=[一-鿿])【[^【】]{2,12}】?\Z")
"""`某某医院【宣传科】`: whose section it was."""
NICKNAMED = regex(r"我要投稿|投稿")
TOLD = regex(r"下载|注册|登录|會員|会员|收藏|打印|复制|投诉|字体|字号|推荐|点击|围观|已阅|人已")
"""What a button says: `[下载该文章]` behind a date is no nickname."""
COLUMN = regex(r"[一-鿿]{4,8}")
"""A column alone behind a date; a person's name is shorter."""
