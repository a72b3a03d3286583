"""Labels that sites compose of a few words each (`信息发布时间`, `累计浏览次数`), by fact. Others: `label_names`.

No two sites choose the same words, and all choose from the same few: of the dates' labels that pages might bear in
place of those met, a list of whole labels knew seven of ten. Only words of publishing are parts: `会议时间` is none.
"""

from collections.abc import Iterator, Mapping
from itertools import product

TEXTS = "信息|文章|新闻|稿件|本文"
"""What most sites call it."""
ABOUT = "信息|文章|新闻|稿件|内容|本文|原文|资讯|文档|作品|网站|本站|页面|正文|帖子|消息"
"""What is published, by all names met."""
WHEN = "时间|日期"
PUBLISHED = (
    "发布|发表|发稿|发文|发帖|刊发|刊登|刊载|登载|见报|出版|公开|公布|添加|录入|提交|上线|上网|上稿|投稿|供稿|创建"
    "|采编|入库|收录|编稿|整理|提供|张贴|公告|上版|上架"
)
"""What was done with it when it came out."""
UPDATED = "更新|翻新|修改|编辑|最后更新|最后修改|最后编辑|最近更新|最近修改|最新更新"
UPLOADED = "上传"
SOURCES = "来源|出处|稿源"
SOURCE_OF = f"{ABOUT}|发布|转载|媒体|网络"
FROM = (
    "文章转载自|本文转载自|文章转自|转载自|转贴自|转自|摘自|选自|来源于|来源自|源自|来源媒体|来源网站|来源单位|来源部门"
    "|来稿来源"
)
WROTE = "撰稿|拟稿|撰写|编写|撰文|写作|采写|发布|发表|发文|发稿"
GAVE = "上传|分享|提交|推荐|整理|添加"
SENT = "投稿|供稿|来稿|报送|通讯|通联|提供"
KEYED = "录入|编辑|编发|采编|编审|责编|编录|编排|制作"
CHECKED = "审核|审稿|核稿|校对|校核|初审|复审|终审|签发|审签|审定|审批|审阅|责任审核"
WHO = "人|者|员|人员"
OFFICE = "单位|部门|机构|科室|处室|机关"
SEEN = "浏览|阅读|点击|访问|查看|阅览|查阅|收看|围观|关注|已读|已阅|点阅"
TIMES = "次数|总次数|总数|数量|数|人数|人次|量|总量|流量|率|度|热度"
SO_FAR = "累计|总|总共|共|已|已被|被|当前|今日|网页|本页|本页面|页面|信息|文章|新闻|本文|内容"
COLUMN = "栏目|分类|类别|类型|频道|专栏|板块|版块|专题|子栏目"
COLUMN_OF = f"所属|所在|当前|{ABOUT}"
NUMBER = "编号|ID|序号|编码|代码|文号|号码"
NUMBERED = "信息|文章|文档|资源|稿件|新闻|内容|资料"


def _each(*parts: str) -> Iterator[str]:
    """Give all labels of one word of each part, in order; `|` parts the words, an empty one leaves the part out."""
    return map("".join, product(*(part.split("|") for part in parts)))


COMPOSED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("date", "published", (f"|{ABOUT}", PUBLISHED, WHEN)),
    ("date", "published", (ABOUT, WHEN)),
    ("date", "updated", (f"|{ABOUT}", UPDATED, WHEN)),
    ("date", "uploaded", (f"|{ABOUT}", UPLOADED, WHEN)),
    ("words", "source", (SOURCE_OF, SOURCES)),
    ("words", "source", (FROM,)),
    ("words", "source", (ABOUT, "来自|转自|摘自|选自|来源于|转载自|转贴自|源自")),
    ("words", "author", (ABOUT, "作者|撰稿|记者|撰稿人")),
    ("words", "author", (f"|{TEXTS}", WROTE, WHO)),
    ("words", "author", ("发布", "作者")),
    ("words", "uploader", (f"|{TEXTS}", GAVE, WHO)),
    ("words", "contributor", (f"|{TEXTS}", SENT, f"{WHO}|{OFFICE}")),
    ("words", "editor", (f"|{TEXTS}", KEYED, WHO)),
    ("words", "editor", (ABOUT, "编辑|责编|责任编辑|录入")),
    ("words", "reviewer", (f"|{TEXTS}", CHECKED, f"|{WHO}")),
    ("words", "issuer", (f"|{TEXTS}", "发布|发稿|发文|公布", OFFICE)),
    ("count", "views", (f"|{SO_FAR}", SEEN, TIMES)),
    ("count", "views", (SO_FAR, "浏览|阅读|点击|访问|查看|围观|人气|热度")),
    ("words", "category", (COLUMN_OF, COLUMN)),
    ("words", "document_id", (NUMBERED, NUMBER)),
)
"""Table and fact of the labels that parts give, one word of each; an empty word leaves the part out."""
SIZED = (
    "|正文|文字|文章|页面|网页|阅读|调整|选择|设置|选择阅读",
    "字体|字号|文字|字体大小|字号大小|文字大小",
    "|大小|选择|调整|设置|缩放",
)  # fmt: skip
"""Parts of the label of the buttons for sizes of letters, which states nothing."""


def composed() -> Mapping[str, tuple[str, str]]:
    """Give for every composed label its table and fact; where two give the same, the first."""
    found: dict[str, tuple[str, str]] = {}
    for table, fact, parts in COMPOSED:
        for label in _each(*parts):
            found.setdefault(label, (table, fact))
    found.update((label, ("unread", "unread")) for label in _each(*SIZED))
    return found


def shapes() -> str:
    """Give an expression for any composed label; each part is a choice of words, so nothing repeats."""
    kinds = (*(parts for _, _, parts in COMPOSED), SIZED)
    return "|".join("".join(f"(?:{part})" for part in parts) for parts in kinds)
