"""What each family of portals prints round a text, as blocks, and the facts that its page states. Values typed by hand.

Made up after the shapes in the reference (realtext, section 2, families 2 to 11); no text of a real page.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.cleaners.platforms.portal_pages import TEXT, TITLE, Block, Fields, Line, Others, Text

FILE = f"{TITLE}.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A page of a family, where it was found, and what it states."""

    family: str
    blocks: tuple[Block, ...]
    facts: Mapping[str, object]
    url: str = "https://www.docs.example/a/1.html"
    key: str | None = None
    dates: tuple[tuple[str, str, str | None], ...] = ()
    """Kind, print and understood form of each date."""
    text: tuple[str, ...] = TEXT
    has_dump: bool = True


WNWK = Case(
    family="wnwk",
    blocks=(
        Line("分享", "a"), Line(FILE, "h1"), Line("下载文档", "a"),
        Fields((("ID", "7654321"), ("大小", "20.5KB"), ("页数", "6页"), ("格式", "DOCX"), ("时间", "2022-03-04"))),
        Line("收藏 分享赚钱"), Line("温馨提示：", "h3"),
        Line("1. 部分包含数学公式或PPT动画的文件，查看预览时可能会显示错乱，请放心下载。"),
        Line("2. 本文档由用户上传，版权归属用户，青禾网负责整理代发布。如有争议请及时联系客服。"),
        Line("网站客服：1234567890"), Line("关于 文化 2021 总结"), Line(TITLE), Line(f"{TITLE}(1200字)"), Text(),
        Line("此文档下载收益归作者所有"), Line("下载文档", "a"), Line("你可能关注的文档", "h3"), Others(), Line("收起"),
    ),
    facts={
        "document_id": "7654321", "file_size": "20.5KB", "file_size_bytes": 20_992, "file_pages": 6,
        "file_format": "DOCX", "contact": "1234567890", "keywords": ("关于", "文化", "2021", "总结"),
        "claimed_chars": (1200,), "published_at": "2022-03-04", "truncated": False, "price": None, "uploader": None,
        "rights": "2. 本文档由用户上传，版权归属用户，青禾网负责整理代发布。如有争议请及时联系客服。",
        "site_name": "青禾网",
    },
    dates=(("uploaded", "2022-03-04", "2022-03-04"),),
)  # fmt: skip
JINYUAN_SHARED = f"《{FILE}》由会员分享，可在线阅读，更多相关《{FILE}（32页珍藏版）》请在云杉文库网上搜索。"
JINYUAN = Case(
    family="jinyuan",
    url="https://www.docs.example/p-63374668.html",
    key="jinyuan:docs.example:document:63374668",
    blocks=(
        Line("欢迎来到云杉文库网！ 一个上传文档投稿赚钱的网站"), Line("首页 > 资源分类 > DOCX文档下载"),
        Line(FILE, "h1"),
        Fields(
            (
                ("上传人", "太**"), ("文档编号", "63374668"), ("上传时间", "2022-11-24"), ("格式", "DOCX"),
                ("页数", "32"), ("大小", "344.54KB"),
            ),
            in_row=True,
        ),
        Line("返回 下载 相关 举报"), Line(f"{FILE}_第1页"), Line("第1页 / 共32页"), Line(f"{FILE}_第2页"),
        Line("第2页 / 共32页"), Line("点击查看更多>>"), Line("资源描述"),
        Text(how="br", before=(JINYUAN_SHARED,)),
        Line("展开阅读全文"), Line("温馨提示：", "h3"),
        Line("1: 本站所有资源如无特殊说明，都需要本地电脑安装OFFICE2007和PDF阅读器。"),
        Line("2: 试题试卷类文档，如果标题没有明确说明有答案则都视为没有答案，下载前请知晓。"),
        Line("关于本文"), Line(f"本文标题：{FILE}"), Line("链接地址：https://www.docs.example/p-63374668.html"),
        Line("相关资源"), Others(),
    ),
    facts={
        "uploader": "太**", "document_id": "63374668", "file_format": "DOCX", "file_pages": 32, "file_size": "344.54KB",
        "file_size_bytes": 352_808, "site_name": "云杉文库网", "published_at": "2022-11-24", "truncated": False,
        "stated_url": "https://www.docs.example/p-63374668.html", "path": ("首页", "资源分类", "DOCX文档下载"),
        "price": None, "abstract": None,
    },
    dates=(("uploaded", "2022-11-24", "2022-11-24"),),
)  # fmt: skip
JINYUAN_BOX = Case(
    family="jinyuan",
    url="https://m.docs.example/d-3992402.html",
    key="jinyuan:docs.example:document:3992402",
    blocks=(
        Line("全部分类"), Line("• 研究报告>"), Line("• 工作总结>"), Line("• 合同范本>"),
        Line("ImageVerifierCode 换一换"),
        Line(f"{TITLE}.doc", "h1"),
        Fields(
            (
                ("资源ID", "3992402"), ("资源大小", "1.96MB"), ("全文页数", "22页"), ("资源格式", "DOC"),
                ("下载积分", "8金币"),
            ),
            in_row=True,
        ),
        Line("快捷下载 游客一键下载"), Line("会员登录下载"), Line("三方登录下载： 微信开放平台登录 QQ登录"),
        Line("下载资源需要8金币"), Line("邮箱/手机："), Line("温馨提示："),
        Line("用户名和密码都是您填写的邮箱或者手机号，方便查询和重复下载（系统自动生成）"),
        Line("支付方式： 支付宝 微信支付"), Line("验证码： 换一换"), Line("加入VIP免费专享"),
        Line("账号："), Line("密码："), Line("忘记密码？"), Line("友情提示"),
        Line("2、PDF文件下载后，可能会被浏览器默认打开，可以点击浏览器菜单，保存网页到桌面。"),
        Line("3、本站不支持迅雷下载，请使用浏览器下载即可。"),
        Line("4、本站资源下载后的文档和图纸-无水印，预览文档经过压缩，下载后原文更清晰。"),
        Line(f"{TITLE}.doc"), Text(),
        Line("关 键 词：文化 总结 计划"), Line("相关文档"), Others(),
    ),
    facts={
        "document_id": "3992402", "file_size": "1.96MB", "file_size_bytes": 2_055_208, "file_pages": 22,
        "file_format": "DOC", "price": "8金币", "uploader": None, "keywords": ("文化", "总结", "计划"),
    },
)  # fmt: skip
RENRENDOC = Case(
    family="renrendoc",
    url="https://www.renrendoc.com/paper/203766892.html",
    key="renrendoc:renrendoc.com:document:203766892",
    blocks=(
        Line(FILE, "h1"),
        Fields(
            (
                ("上传人", "x***"), ("IP属地", "某省"), ("上传时间", "2023-03-04"), ("格式", "DOCX"), ("页数", "32"),
                ("大小", "30.5KB"), ("积分", "15"),
            )
        ),
        Line(f"{FILE}_第1页"), Line(f"{FILE}_第2页"), Line(f"{FILE}_第3页"),
        Line("已阅读5页，还剩27页未读， 继续免费阅读"),
        Line("下载本文档", "a"),
        Line("版权说明：本文档由用户提供并上传，收益归属内容提供方，若内容存在侵权，请进行举报或认领", "p"),
        Line("文档简介", "h2"), Text(),
        Line("温馨提示", "h3"), Line("1. 本站所有资源如无特殊说明，都需要本地电脑安装OFFICE2007和PDF阅读器。"),
        Line("2. 本站的文档不包含任何第三方提供的附件图纸等，如果需要附件，请联系上传者。"), Line("最新文档"), Others(),
        Line("评论"),
    ),
    facts={
        "uploader": "x***", "file_format": "DOCX", "file_pages": 32, "file_size": "30.5KB", "file_size_bytes": 31_232,
        "price": "15", "published_at": "2023-03-04", "truncated": True, "abstract": None,
        "rights": "版权说明：本文档由用户提供并上传，收益归属内容提供方，若内容存在侵权，请进行举报或认领",
    },
    dates=(("uploaded", "2023-03-04", "2023-03-04"),),
)  # fmt: skip
BOOK118 = Case(
    family="book118",
    url="https://max.book118.com/html/2023/0502/86192397.shtm",
    key="book118:max.book118.com:document:86192397",
    blocks=(
        Line("首页 > 办公文档 > 工作总结"), Line(f"{FILE}VIP", "h1"), Line("0 / 0"), Line("约1.2千字"), Line("约 6页"),
        Line("2023-05-02 发布于某省"), Line("举报", "a"), Line("版权申诉", "a"),
        Line("1、原创力文档(book118)网站文档一经付费（服务费），不意味着购买了该文档的版权，仅供个人学习。"),
        Line("2、本站所有内容均由合作方或网友上传，本站不对文档的完整性负责，请下载前预览。"),
        Line("3、如文档侵犯您的权益，请进行举报或投诉，客服热线400-000-0000，上传者须承担责任。"),
        Line(FILE), Text(),
        Line("文档评论（0）"), Line("请自觉遵守互联网相关的政策法规"), Line("猜你喜欢"), Others(),
    ),
    facts={
        "claimed_chars": (1200,), "file_pages": 6, "published_at": "2023-05-02", "comments": 0, "document_id": None,
        "path": ("首页", "办公文档", "工作总结"), "truncated": False, "contact": "400-000-0000",
    },
    dates=(("published", "2023-05-02 发布于某省", "2023-05-02"),),
)  # fmt: skip
