"""Words of the report, copy and comparison pages in both languages: Chinese, then English. No data and no HTML.

A template shows the Chinese as text and the English small beside it or as a title.
"""

from collections.abc import Mapping

from archive.likeness.forms import Form
from archive.likeness.kinds import Kind

Label = tuple[str, str]
"""Chinese, English."""

SCRIPTS: Mapping[str, Label] = {
    "simplified": ("简体", "simplified"), "traditional": ("繁体", "traditional"), "mixed": ("简繁混用", "mixed"),
}  # fmt: skip
DATE_KINDS: Mapping[str, Label] = {
    "posted": ("发帖", "posted"), "published": ("发布", "published"), "uploaded": ("上传", "uploaded"),
    "updated": ("更新", "updated"), "asserted": ("人工注明", "a person's word"),
}  # fmt: skip
DATE_NOTES: Mapping[str, Label] = {
    "uploaded is no date of publication": ("只有上传日期，不算发布日期", "uploaded is no date of publication"),
    "updated is no date of publication": ("只有更新日期，不算发布日期", "updated is no date of publication"),
    "the date stated is later than the first capture":
        ("所注日期晚于首次抓取，不采信", "the date stated is later than the first capture"),
    "the date is that of another text, which stood here before":
        ("日期属于此处原先的另一文本", "the date is that of another text, which stood here before"),
}  # fmt: skip
TO_CANONICAL: Mapping[str, Label] = {
    "identical": ("相同", "the same text"), "same": ("同一篇，文字略异", "the same report in other words"),
    "excerpt": ("节选", "excerpt"),
}  # fmt: skip
RELATIONS: Mapping[str, Label] = {
    "edition": ("其他版本：文字相同，数字或年份不同", "Editions: same wording, other figures or years"),
    "same": ("人工认定为同一篇", "the same report by a person's word"),
    "contains": ("本篇所收各篇", "Reports that this compilation holds"),
    "contained in": ("收入本篇的汇编", "Compilations that hold this report"),
    "sibling": ("同一模板的姊妹篇", "Siblings: a shared template"),
}  # fmt: skip
KINDS: Mapping[Kind, Label] = {
    Kind.LACKS: ("缺", "lacks"), Kind.ADDS: ("增", "adds"), Kind.MASKS: ("遮", "masks"),
    Kind.FILLED: ("补", "fills in"), Kind.WORDS: ("改", "other words"), Kind.FIGURES: ("数", "other figures"),
    Kind.MOVED: ("移", "moved"),
    Kind.MARKS: ("标点", "marks"), Kind.PINYIN: ("注音", "reading in brackets"),
}  # fmt: skip
"""Short: they stand beside every mark, so that nothing is told by colour alone."""
FORMS: Mapping[Form, Label] = {
    Form.SCRIPT: ("字形不同", "characters of another script or variant"),
    Form.WIDTH: ("全半角不同", "marks of another width"), Form.CASE: ("大小写不同", "words in other letters"),
    Form.SPACE: ("空白不同", "places with other white space"),
    Form.PINYIN: ("注音不同", "places with other readings in brackets"),
    Form.MASK: ("遮盖样式不同", "masks of another style"),
}  # fmt: skip
FIELDS: Mapping[str, Label] = {
    "title": ("标题", "title"), "published_on": ("发布日期", "date of publication"), "author": ("作者", "author"),
    "genre": ("文种", "genre"), "label": ("标签", "label"), "same_as": ("与之为同一篇", "is the same report as"),
    "not_same_as": ("与之不是同一篇", "is not the same report as"),
}  # fmt: skip
WORD_STATES: Mapping[str, Label] = {
    "holds": ("有效", "holds"), "replaced": ("已被后来的说法取代", "replaced by a later word"),
    "retracted": ("已撤回", "taken back"), "retraction": ("撤回", "takes an earlier word back"),
}  # fmt: skip
EVIDENCE: Mapping[str, Label] = {
    "first capture": ("首次抓取", "first capture"), "lower id": ("同站较小编号", "lower number on the same site"),
    "higher id": ("同站较大编号", "higher number on the same site"), "uploaded date": ("上传日期", "uploaded"),
    "updated date": ("更新日期", "updated"),
}  # fmt: skip
DOCUMENT_KINDS: Mapping[str, Label] = {
    "thread": ("帖子", "thread"), "article": ("文章", "article"), "entry": ("条目", "entry"),
}  # fmt: skip


def label(known: Mapping[str, Label], name: object) -> Label:
    """Give both words for a name; the name itself for one that is not known here."""
    told = str(name or "")[:200]
    return known.get(told, (told, told))
