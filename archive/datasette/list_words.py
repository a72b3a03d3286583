"""Words of Datasette's own pages in both languages: names of tables, of facets and of what a question asks for.

Words of our pages stand in `labels`; what is put into Datasette's templates in `amendments`.
"""

from collections.abc import Mapping

from markupsafe import Markup, escape

from archive.datasette.labels import Label

TABLES: Mapping[str, Label] = {
    "platforms": ("平台", "Platforms"), "genres": ("文种", "Genres"), "sites": ("网站", "Sites"),
    "crawls": ("抓取批次", "Crawls"), "documents": ("页面", "Documents"), "frontier": ("待抓地址", "Frontier"),
    "captures": ("抓取记录", "Captures"), "reports": ("报告", "Reports"), "texts": ("文本", "Texts"),
    "copies": ("副本", "Copies"), "replies": ("回帖", "Replies"), "relations": ("报告之间的关系", "Relations"),
    "passages": ("共用段落", "Passages"), "passage_uses": ("段落出处", "Passage uses"),
    "edits": ("清理改动", "Edits"), "attachments": ("附件", "Attachments"), "failures": ("失败", "Failures"),
    "dropped_links": ("未收链接", "Dropped links"), "tombstones": ("已撤除", "Tombstones"),
    "assertions": ("人工说明", "Assertions"),
}  # fmt: skip
FIELDS: Mapping[str, Label] = {
    "site": ("网站", "sites"), "period": ("所述年份", "years spoken of"), "genre_id": ("文种", "genre"),
    "script": ("字形", "script"), "state": ("状态", "state"), "rule": ("规则", "rule"), "kind": ("种类", "kind"),
    "field": ("字段", "field"), "who": ("何人", "who"), "title": ("标题", "title"), "copies": ("副本数", "copies"),
    "sites": ("网站数", "sites"), "first_published_on": ("最早日期", "earliest date"), "author": ("作者", "author"),
    "published_on": ("发布日期", "date stated"), "date_kind": ("日期种类", "kind of date"),
    "site_id": ("网站", "site"), "relation": ("关系", "relation"), "labels": ("标签", "labels"),
    "q": ("关键词", "words to look for"), "words": ("关键词", "words"), "term": ("用语", "term"),
    "public_id": ("报告编号", "report id"), "host": ("网站", "host"), "label": ("标签", "label"),
    "min_chars": ("最少字数", "fewest characters"), "passage": ("段落编号", "passage"),
}  # fmt: skip
"""Columns that lists are counted by, and what questions ask for."""
HOME: Label = ("首页", "home")


def table_title(name: str) -> str | None:
    """Give a table's heading in both languages; None for one that has none."""
    known = TABLES.get(name)
    return None if known is None else " ".join(known)


def field_words(name: object) -> Markup | str:
    """Give the words for a facet or a question's field, the English marked as such; the name where there are none."""
    return _marked(FIELDS.get(str(name)), name)


def crumb_words(name: object) -> Markup | str:
    """Give the words for a step of the path that leads to a page: `home`, a table; the name for a database."""
    return _marked(HOME if name == "home" else TABLES.get(str(name)), name)


def _marked(known: Label | None, name: object) -> Markup | str:
    return escape(name) if known is None else Markup('{} <span lang="en">{}</span>').format(*known)
