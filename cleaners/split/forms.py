"""The forms in which compilations print the headings of their items, as data; judged and counted in `series`."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache

from cleaners.regex import regex
from cleaners.split.words import CIRCLED, HAN_NUMBER, NUMBER, PARENTHESISED

LINE_CHARS = 64
"""Characters above which a line is no heading of an item; those met have 2 to 45 (reference: realtext, section 5)."""
DECORATION = "★☆●○◆◇■□▲△▶►※#*>·•-—=~～_ \t\u00a0\u3000"
"""What pages set round headings; no part of them."""
_OPEN, _CLOSE = r"[（(【\[《〔]?\s{0,2}", r"\s{0,2}[)）】\]》〕]?"
_TITLE = r"(?:(?:\s{0,3}[:：、.．\-—|]\s{0,3}|\s{1,4}|(?<=[)）】\]》〕]))(?P<title>\S.{0,56}))?"
_SAMPLE = "(?:范文|範文|例文|范本|範本|样本|樣本|样文|樣文|模板|范例|範例)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way of heading the items of a compilation; checked on creation."""

    name: str
    version: int
    reason: str
    pattern: re.Pattern[str] | None
    """A whole line without its decoration; `n` is the number, `base` what all items share, `title` what is their own.
    None for a form that no single line shows."""
    examples: tuple[str, ...]
    """Lines of this form, two or more."""
    counter_examples: tuple[str, ...]
    """Lines that look alike and are none, two or more."""
    is_strong: bool = False
    """True where the words themselves say that a text begins (`篇一`); others need the title's word for it."""

    def __post_init__(self) -> None:
        """Refuse a form that cannot be trusted, naming it and what it lacks."""
        if len(self.examples) < 2 or len(self.counter_examples) < 2 or not self.reason or self.version < 1:
            raise ValueError(f"form {self.name}: needs a reason, a version, two examples and two counter-examples")


# Every pattern is tried on one short line from its start, its repeats are bounded: at worst 64 steps a start.
PIECE = Form(
    name="piece-title",
    version=1,
    reason="`篇一：T` on a line of its own heads one text of several (11 of 776 pages, with `【篇1】` 14).",
    pattern=regex(rf"{_OPEN}篇\s{{0,2}}[（(]?(?P<n>{NUMBER})[)）]?{_CLOSE}{_TITLE}"),
    examples=("篇一：某局2020年工作总结", "【篇1】", "篇２：年度述职报告", "（篇三）财务工作总结", "篇1 个人总结"),
    counter_examples=("篇幅一：不限", "篇一的内容如下", "篇章一：春天", "开篇一：致读者"),
    is_strong=True,
)
ORDINAL = Form(
    name="ordinal-title",
    version=1,
    reason="`第一篇：T` at the start of a line heads one text of several (16 pages); parts of a plan do so too.",
    pattern=regex(rf"{_OPEN}第\s{{0,2}}(?P<n>{NUMBER})\s{{0,2}}篇{_CLOSE}{_TITLE}"),
    examples=("第一篇：教师工作总结", "第1篇", "【第三篇】乡镇自查报告", "第 2 篇 述职报告"),
    counter_examples=("第一篇章：启航", "第一篇文章写于去年", "第1页", "第一部分：工作总结"),
    is_strong=True,
)
SAMPLE = Form(
    name="sample-title",
    version=1,
    reason="`范文1：T` counts the samples that a page shows.",
    pattern=regex(
        rf"{_OPEN}(?:优秀|優秀|精选|精選|参考|參考|最新)?{_SAMPLE}\s{{0,2}}[（(第]?\s?(?P<n>{NUMBER})\s?篇?[)）]?{_CLOSE}{_TITLE}"
    ),
    examples=("范文1:优秀述职报告8篇", "【范文一】", "例文(2)：个人总结", "範文三：自查報告"),
    counter_examples=("范文大全", "样本1200份", "材料一：图表", "方案一：新建"),
    is_strong=True,
)
TITLE_PIECE = Form(
    name="title-piece",
    version=2,
    reason="`T 篇1`, `T篇一`, `T 第3篇`: the page's title with the item's number (39 pages).",
    pattern=regex(
        rf"(?P<base>\S.{{1,48}}?)[\s_:：—-]{{0,3}}[（(【\[]?\s?(?:第\s?(?P<o>{NUMBER})\s?篇"
        rf"|(?:精选|精選|范文|範文|优秀|優秀)?(?<![\d一二三四五六七八九十百几多])篇\s?[（(]?(?P<n>{NUMBER})[)）]?)\s?[)）】\]]?(?:[:：]\s?(?P<title>\S.{{0,40}}))?"
    ),
    examples=("2020年工作总结 篇1", "个人年度总结篇一", "优秀述职报告8篇 第3篇", "读书心得(篇2)", "工作總結篇三：教師"),
    counter_examples=("十九大报告学习第一篇章", "全年上稿3篇", "撰写心得篇幅1页", "优秀述职报告8篇(3)"),
    is_strong=True,
)
TITLE_NUMBER = Form(
    name="title-number",
    version=2,
    reason="`T1`, `T一`, `T(1)`: the title with a number glued on (25 pages); only where the title repeats.",
    pattern=regex(
        rf"(?P<base>\S.{{2,48}}?[^\s\d零一二三四五六七八九十百第年月.．、~～/-])\s{{0,2}}"
        rf"(?:[（(【\[]\s?(?P<p>{NUMBER})\s?[)）】\]]|(?:之)?(?P<n>{HAN_NUMBER}|\d{{1,2}})|(?P<c>[{CIRCLED}{PARENTHESISED}]))"
    ),
    examples=("个人工作总结1", "年度工作总结（二）", "优秀述职报告8篇(3)", "工作总结(十篇)一", "安全生产自查报告 ②"),
    counter_examples=("工作总结2021", "学习十四五1", "工作总结", "2019年"),
)
ORDINAL_BASE = Form(
    name="ordinal-base",
    version=1,
    reason="`第1篇T`, nothing between: only where the same title repeats, for `第一篇文章` begins so too.",
    pattern=regex(rf"{_OPEN}(?:第\s?(?P<n>{NUMBER})\s?篇|篇\s?(?P<o>{NUMBER}))[)）】\]]?(?P<base>[^\s\d:：、.章首幅].{{4,48}})"),
    examples=("第1篇护理年度总结", "第二篇教师述职报告", "篇三教师述职报告"),
    counter_examples=("第一篇章：启航", "第1篇", "第一篇：教师工作总结"),
)
NUMBER_TITLE = Form(
    name="number-title",
    version=1,
    reason="`1、T`, `2、T`: the same title counted from the front (2 pages); lists and headings vary.",
    pattern=regex(rf"[（(]?(?P<n>{NUMBER})[)）]?\s?[、.．]\s?(?P<base>[^\d\s].{{5,48}})"),
    examples=("1、教师年度工作总结", "二、教师年度工作总结"),
    counter_examples=("1、总结", "一是抓好落实"),
)
BRACKETED = Form(
    name="bracketed-title",
    version=1,
    reason="`【T】` alone heads a text where the page's title counts them (3 pages); else a heading.",
    pattern=regex(r"【\s?(?P<title>[^【】]{4,50}?)\s?】"),
    examples=("【某镇安全生产自查报告】", "【教师个人年度总结】"),
    counter_examples=("【导语】", "【摘要】今年以来"),
)
REPEATED = Form(
    name="repeated-title",
    version=1,
    reason="The title stands again above each text, without a number (6 pages and seed 002).",
    pattern=None,
    examples=("某局自查报告\n今年以来……\n某局自查报告\n去年……", "工作总结\n一、……\n工作总结\n一、……"),
    counter_examples=("某局自查报告\n某局自查报告\n今年以来……", "存在问题\n……\n存在问题\n……"),
)
FORMS: tuple[Form, ...] = (
    PIECE, ORDINAL, SAMPLE, TITLE_PIECE, ORDINAL_BASE, NUMBER_TITLE, TITLE_NUMBER, BRACKETED, REPEATED,
)  # fmt: skip
"""The more telling first: a line is of the first form that it fits."""
RUN_TOGETHER = "run-together"
"""Form of a page whose texts follow one another without any heading: told by salutations and signatures, never cut."""


@cache
def digest() -> str:
    """Give twelve hex digits that change whenever a form is added, raised in version or moved."""
    names = "\n".join(f"{form.name} {form.version}" for form in FORMS)
    return hashlib.sha256(names.encode()).hexdigest()[:12]
