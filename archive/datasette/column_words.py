"""What each table and column of the archive means, in Chinese; the English stands with the tables themselves.

A word here is said of a column of that name in every table; what differs in one table stands in `OF_TABLES`.
"""

from collections.abc import Mapping

TABLES: Mapping[str, str] = {
    "platforms": "网站所用的程序。", "genres": "报告的文种：总结、计划、自查……", "sites": "页面所在的网站。",
    "crawls": "每运行一次 crawl、archive、import 或 reclean 占一行。",
    "documents": "一个帖子、一篇文章或一个条目，按规范化的键归并。",
    "frontier": "见过的每个地址，各有一个状态及其原因。",
    "captures": "一次抓取或一个导入的文件；原始字节存在 WARC 文件里。",
    "reports": "人们所数的“篇”：无论有多少副本，一篇报告占一行。",
    "texts": "一种文字，以及据以认出同一篇报告的键。",
    "copies": "报告在一处的文本：页面的一楼或一部分；文本改动后成为新的版本。",
    "replies": "不算报告的楼层。", "relations": "报告之间的关系：其他版本、收录、姊妹篇。从不合并。",
    "passages": "在不同报告里重复出现的句子和段落：这一文体的套话。",
    "passage_uses": "哪篇报告用了哪个段落，在其标准文本的何处（第一次出现处）。",
    "edits": "清理记录：页面所示文本与所存文本之间的每一处改动。", "attachments": "页面提供的文件。",
    "failures": "每次没有取得页面的尝试。", "dropped_links": "被地址规则舍弃的链接，按页面和规则计数。",
    "tombstones": "应请求撤除之物，只留摘要；抓取和导入之前都会核对。",
    "assertions": "人的说明：优先于推导所得的值，重建之后仍在，并照实标出。",
}  # fmt: skip
COLUMNS: Mapping[str, str] = {
    "id": "行号。", "report_id": "报告。", "document_id": "页面。", "site_id": "网站。", "crawl_id": "抓取批次。",
    "url": "所请求的地址。",
    "author": "页面所写的作者。",
    "chars": "字数，空白不计。", "copies": "现有多少处。", "sites": "其中不同网站的数目。",
    "asserted": "人对此所作的说明（JSON，按字段）；原有各列仍为页面所写。",
    "facts": "全部事实（JSON），与 `clean --json` 所印相同。",
    "page": "页面的第几页，从 1 起。",
    "detail": "网站自己的话或我们的话，一行。",
}  # fmt: skip
OF_TABLES: Mapping[str, Mapping[str, str]] = {
    "platforms": {"name": "程序名，即 `cleaners/platforms` 中的名称。"},
    "genres": {"name": "文种的名称。"},
    "sites": {
        "host": "主机名；端口不是常用端口时一并写出。", "name": "网站自称的名称。", "platform_id": "网站所用的程序。",
        "first_seen_at": "第一次记下这一网站地址的时间。",
    },
    "crawls": {
        "label": "所要求的：网站名或命令。", "spider": "forum、document、portal、urls 或 import。",
        "started_at": "开始的时间。", "heartbeat_at": "最后一次活动；没有结束、也没有活动的批次已经中断。",
        "finished_at": "自行结束的时间；运行中或被杀死后为空。",
        "finish_reason": "finished、interrupted、limit、disk_full 或 error。", "pid": "运行它的进程。",
        "requests": "发出的请求数，含 robots.txt 和重试。", "pages": "取得的页面数。",
        "reports_new": "此前档案里没有的报告。", "copies_new": "此前档案里没有的副本。",
        "bytes": "收到的正文字节数。",
        "software": "运行它的软件名和版本。", "settings": "与默认值不同的设置（JSON）。",
    },
    "documents": {
        "key": "规范化的键；导入而没有地址时为字节的摘要。", "url": "人会打开的地址。",
        "kind": "thread（帖子）、article（文章）或 entry（条目）。", "view": "至今读到的最好的视图。",
        "title": "页面给出的标题。", "category": "分类或标签。",
        "published_on": "页面所写的日期或时刻，带页面的时区；空 = 未注日期。", "pages_of": "页面自称共有多少页。",
        "pages_have": "已读多少页。", "views": "最近一次所写的阅读数。", "stated_replies": "最近一次所写的回复数。",
        "is_complete": "还缺页时为 0。", "is_truncated": "页面自称只显示一部分时为 1。",
        "noarchive": "页面要求不从存档展示时为 1。", "first_seen_at": "首次抓取。",
        "last_seen_at": "最近一次显示它的抓取。",
    },
    "frontier": {
        "key": "页面的规范化键：同一页面的各种写法共用一个。", "url": "请求时所用的写法。",
        "state": "pending、fetched、archived、unchanged、refused、quarantined、failed、skipped 或 listed。",
        "reason": "为何处于这一状态。", "kind": "document、list、home、feed 或 attachment。",
        "priority": "越大越先抓取。", "depth": "距起始地址多少个链接。", "parent_id": "从哪一行来。",
        "attempts": "自上次重新待抓以来试过的次数。", "due_at": "不早于这一时刻；空 = 立即。",
        "crawl_id": "最近认领或抓取它的批次。", "lease_until_at": "早于此的认领作废；空 = 无人认领。",
        "http_status": "最近一次回答的状态码。", "etag": "最近一次抓取的校验值。",
        "last_modified": "最近一次抓取的校验值。", "stamp": "最近的列表页所写的帖子状态（回复数、最后发表）。",
        "fetched_stamp": "上次抓取时的这一状态；相同 = 没有变化。", "document_id": "读出之后它属于哪个页面。",
        "capture_id": "最近一次抓取记录。", "note": "例如 `duplicate of REPORT`（某报告的重复）。",
        "first_seen_at": "第一次遇到这一地址的时间。", "fetched_at": "最近一次抓取的时间。",
    },
    "captures": {
        "frontier_id": "它回答的地址；导入而没有地址时为空。", "crawl_id": "取得它的批次。",
        "site_id": "网站；导入而没有地址时为空。", "final_url": "经过重定向之后回答的地址。",
        "status": "HTTP 状态码；导入为 0。", "source": "wire（网络）或 import（导入）。",
        "file_name": "导入文件的名称。",
        "media": "html、text、given（`import-jsonl` 的一行）或 unknown。", "fetched_at": "回答完整收到的时间。",
        "sha256": "所收正文的摘要。", "bytes": "所收正文的字节数。", "warc_file": "`warc/` 中的文件。",
        "warc_offset": "记录从第几个字节开始。", "warc_length": "记录压缩后的字节数。",
        "charset": "据以读出字节的编码。",
        "charset_how": "如何判定编码。", "state": "fetched（未读）、read、listed、refused 或 quarantined。",
        "reason": "为何被拒或被隔离。",
        "page_kind": "thread、article、entry、list、notice、error、challenge、login……",
        "platform": "程序、版本，以及据以认出的标志。", "document_id": "它显示的页面。",
        "recipe": "最近读它的规则和读取程序的摘要。", "hints_digest": "当时这一网站提示的摘要。",
        "headers": "所收的头（JSON 列表：[名, 值]）。", "redirects": "重定向（JSON 列表：[状态码, 地址]）。",
    },
    "reports": {
        "public_id": "固定的编号，由第一份文本生成，永不改变。", "title": "标准副本的标题。",
        "text_id": "标准文本（`texts` 的一行）。", "genre_id": "文种。", "period": "文本所述的年份（JSON 列表）。",
        "script": "simplified（简体）、traditional（繁体）或 mixed（混用）。",
        "first_published_on": "各副本所注的最早日期；空 = 都没有日期。", "chars": "标准文本的字数，空白不计。",
        "added_at": "首次存入的时间。", "crawl_id": "首次存入它的批次。",
        "merged_into_id": "这一编号转向的报告；空 = 自成一篇。", "labels": "人所加的标签（JSON 列表）；空 = 没有。",
        "asserted": "人对它所作的说明（JSON，按字段），旁附推导所得的值。",
    },
    "texts": {
        "sha256": "清理后文本的摘要（NFC，空白不计）。", "han": "汉字数。",
        "key": "去掉与标题相同的首行之后，文本的规范化键。", "title_key": "保留该行的同一键。",
        "digits": "数字依次的摘要：年份或数字不同即为另一版本。", "rules": "键的规则版本。",
        "relation": "与报告标准文本的关系：identical（即是它，或键相同）、same（同一篇）、excerpt（节选）。",
        "measure": "本文有多大部分见于标准文本，0 至 1；空 = 由键判定。",
        "canonical_share": "标准文本有多大部分见于本文，0 至 1；空 = 由键判定。",
        "relation_rules": "核实所依规则的版本；空 = 由键判定。", "text": "清理后的文本。",
    },
    "copies": {
        "text_id": "此处的文字。", "position": "楼层或部分，从 1 起。", "part": "汇编中的第几篇，从 1 起；0 = 全部。",
        "version": "此处见过的第几种文字。", "is_current": "最新版本为 1。",
        "relation": "与标准文本的关系：identical、same 或 excerpt。", "url": "页面的地址。", "title": "此处的标题。",
        "subtitle": "文内与标题不同的题名。", "published_on": "所写的日期或时刻；空 = 未注日期。",
        "date_kind": "posted（发帖）、published（发布）、uploaded（上传）或 updated（更新）。",
        "first_seen_at": "首次显示这一版本的抓取。", "last_seen_at": "最近一次显示它的抓取。",
        "capture_id": "首次读出它的抓取记录。", "crawl_id": "存入它的批次。",
        "shown_sha256": "未经任何规则的文本的摘要。",
        "facts": "文本的事实（JSON）：字形、遮盖、失字……与通常不同时另有 `view`、`partial`、`breaks` 和 `wording`"
                 "（此副本自己的空白，使其改动仍能对上）。",
    },
    "replies": {
        "document_id": "帖子。", "floor": "楼层，从 1 起。", "author": "所示的作者。", "posted_on": "所写的时刻。",
        "note": "shielded（屏蔽）、anonymous（匿名）、locked（锁定）；普通楼层为空。",
        "capture_id": "读出它的抓取记录。",
        "text": "所说的话。",
    },
    "relations": {
        "report_id": "其一。", "other_id": "其二。",
        "relation": "edition（其他版本）、contains（收录）或 sibling（姊妹篇）。",
        "measure": "强弱，0 至 1。", "rules": "判定所依规则的版本。",
    },
    "passages": {
        "kind": "sentence（句），或 paragraph（段：有两句以上的一行）。",
        "reports": "用它的不同报告：一篇报告的各版本只计一次；汇编若与其中所收的那篇并存则不计。",
        "sites": "这些报告现在所在的不同网站。", "figures": "其中的数字有多少种填法；1 = 处处相同。",
        "first_used_on": "这些报告各副本的最早日期（发帖、发布或人工注明）；空 = 都没有日期。",
        "first_report_id": "有该日期的报告；日期相同或没有日期时取最先存入的。", "text": "该报告中的文字。",
    },
    "passage_uses": {
        "passage_id": "段落。", "start": "从标准文本的第几个字开始，从 0 起。", "end": "到哪里结束：末字之后的位置。",
        "is_counted": "计入 `passages.reports` 的为 1：每组版本计一篇；其余版本，以及与所收之篇并存的汇编为 0。",
    },
    "edits": {
        "copy_id": "被清理的副本。", "rule": "所依的规则。", "start": "位置，按页面所示文本的字数。",
        "taken": "原有的文字。",
        "put": "现有的文字。",
    },
    "attachments": {
        "key": "链接签名变化也不变的键。", "name": "所写的文件名。", "url": "最近一次所见的链接。",
        "stated_size": "页面所印的大小。",
    },
    "failures": {
        "frontier_id": "所属的地址。", "stage": "fetch（抓取）、read（读取）或 file（存入）。",
        "reason": "原因，取自同一份清单。",
        "http_status": "有回答时的状态码。", "message": "所得的话，一行。", "failed_at": "时间。",
    },
    "dropped_links": {"frontier_id": "链接所在的页面。", "rule": "舍弃它们的规则。", "links": "多少个。"},
    "tombstones": {"digest": "键加盐后的摘要。", "reason": "该人所说的理由。", "forgotten_at": "时间。"},
    "assertions": {
        "subject": "所说的对象：`report:ID`、`copy:KEY#POSITION.PART` 或 `document:KEY`。",
        "field": "title、published_on、author、genre、label、same_as 或 not_same_as。",
        "value": "所说的值；same_as 和 not_same_as 为另一报告的编号。", "who": "何人所说。", "why": "依据。",
        "asserted_at": "何时所说。",
        "state": "holds（有效）；replaced 或 retracted（被后来的话取代或撤回）；retraction：撤回另一句话的话。",
        "ended_by_id": "取代或撤回它的那句话。",
    },
}  # fmt: skip
"""By table: what a column means there, where it is not what the name means everywhere."""


def table_meaning(name: str) -> str | None:
    """Give a table's meaning in Chinese; None for one that people are not shown."""
    return TABLES.get(name)


def column_meaning(table: str, column: str) -> str | None:
    """Give a column's meaning in Chinese; None where none is written, as in tables that people are not shown."""
    if table not in OF_TABLES:
        return None
    return OF_TABLES[table].get(column) or COLUMNS.get(column)
