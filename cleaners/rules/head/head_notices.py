"""Rules about a paper's notice on its rights that stands between headline and text. Below a text: `tails`."""

from collections.abc import Iterable
from itertools import islice

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.rights_lines import CLAIMED_BY
from cleaners.rules.lines import lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

NOTICE = regex(
    r"[（(【\[]?\s?(?:版权声明\s?[:：]\s?)?凡(?:本[网站报刊]|[一-鿿]{2,8}网)[^\n]{0,60}(?:署名|注明|刊载|发布|刊登)"
    r"[^\n]{0,160}(?:版权|不得转载|来源)[^\n]{0,300}"
)
"""`凡本报记者署名文字、图片，版权均属某某晚报社所有。…`: whole line, bounded."""
TOP, SIGN = 8, "凡"
"""Filled lines from the top among which it stands, and how it begins behind a bracket or label."""


def find_notice(text: str, context: Context) -> Iterable[Change]:
    """Take a notice on rights from the head; something must follow."""
    if not any(sign in text[:TOP_CHARS] for sign in (SIGN, *CLAIMS)):
        return []
    lines = list(islice((line for line in lines_of(text) if line.words), TOP + 1))
    found = [line for line in lines[:TOP] if _is_notice(line.words)]
    return taken(line for line in found if line is not lines[-1])


def _is_notice(words: str) -> bool:
    if SIGN in words[:8] and NOTICE.fullmatch(folded(words)):
        return True
    is_claim = len(words) <= CLAIM_CHARS and any(sign in words for sign in CLAIMS)
    return is_claim and CLAIMED_BY.fullmatch(folded(words)) is not None


CLAIMS, CLAIM_CHARS = ("转载", "轉載"), 60
"""What `**某网专稿 未经允许不得转载**` says, in how many characters."""
TOP_CHARS = 1_500
NOTICES = Rule(
    name="head-notice",
    version=2,
    reason="A paper's notice on its rights stands above its article; it is not the author's.",
    families=frozenset(),
    dumps_only=True,
    find=find_notice,
    context=Context(family="dump", title="某镇召开环境整治会议", is_dump=True),
    examples=(
        (
            "某镇召开环境整治会议\n凡本报记者署名文字、图片，版权均属某某晚报社所有。未经授权不得转载。\n今年以来，工作有序推进。",
            "某镇召开环境整治会议\n今年以来，工作有序推进。",
        ),
        (
            "凡本網注明來源某某網的作品，版權均屬本網，未經授權不得轉載。\n今年以來，工作有序推進。",
            "今年以來，工作有序推進。",
        ),
    ),
    counter_examples=(
        "凡本镇户籍人员，须凭身份证登记，来源不明的不予办理。\n今年以来，工作有序推进。",
        "今年以来，工作有序推进。\n凡本报记者署名文字、图片，版权均属某某晚报社所有。",
    ),
)
RULES: tuple[Rule, ...] = (NOTICES,)
