"""More families of portals as blocks and facts, after `portal_families`. Values typed by hand; all made up."""

from tests.cleaners.platforms.portal_families import (
    BOOK118,
    FILE,
    JINYUAN,
    JINYUAN_BOX,
    RENRENDOC,
    WNWK,
    Case,
)
from tests.cleaners.platforms.portal_pages import TEXT, TITLE, Fields, Line, Others, Text

MIRROR_RIGHTS = (
    "版權說明：本文檔由用戶提供并上傳，收益歸屬內(nèi)容提供方，"
    "若內(nèi)容存在侵權(quán)，請進(jìn)行舉報(bào)或認(rèn)領(lǐng)"
)
MIRROR = Case(
    family="renrendoc",
    url="https://salon.example/paper/135401793.html",
    key="renrendoc:salon.example:document:135401793",
    blocks=(
        Line(TITLE, "h1"), Line(f"{TITLE}_第1頁"), Line(MIRROR_RIGHTS), Line("文檔簡介", "h2"), Text(how="one"),
        Line("溫馨提示"), Line("最新文檔"), Others(),
    ),
    facts={
        "rights": "版權說明：本文檔由用戶提供并上傳，收益歸屬內容提供方，若內容存在侵權，請進行舉報或認領",
        "document_id": None,
    },
    text=TEXT,
)  # fmt: skip
PLAIN = Case(
    family="plainwenku",
    url="https://www.777doc.com/doc-123456.html",
    blocks=(
        Line(TITLE, "h1"),
        Text(lines=(f"精选优质文档-----倾情为你奉上{TITLE} {TEXT[0]}", *TEXT[1:])),
        Line("相关文档"), Others(),
    ),
    facts={"document_id": None, "file_size": None, "truncated": False, "dates": ()},
)  # fmt: skip
TAODOCS = Case(
    family="taodocs",
    url="https://www.taodocs.com/p-92368368.html",
    key="taodocs:taodocs.com:document:92368368",
    blocks=(
        Line(FILE, "h1"), Line("1 / 5"),
        Fields((("文档名称", FILE), ("格式", "docx"), ("大小", "18KB"), ("页数", "5页"))),
        Line("文档列表 文档介绍"), Text(lines=(*TEXT[:-1], f"{TEXT[-1]}来自淘豆网www.taodocs.com转载请标明出处.")),
        Line("猜你喜欢"), Others(),
    ),
    facts={"file_format": "docx", "file_size": "18KB", "file_size_bytes": 18_432, "file_pages": 5, "abstract": None},
)  # fmt: skip
TAOTAO = Case(
    family="taodocs",
    url="https://www.61taotao.com/p-5521.html",
    key="taodocs:61taotao.com:document:5521",
    blocks=(
        Line(FILE, "h1"), Line("- 2021-06-01 发布"), Line("- 33.5 KB"), Line("- 7页"),
        Line("申明敬告：本站不保证该用户上传的文档完整性，不预览、不比对内容而直接下载产生的问题本站不予受理。"),
        Line("文档介绍"), Text(), Line("相关推荐"), Others(),
    ),
    facts={
        "published_at": "2021-06-01", "file_size": "33.5 KB", "file_size_bytes": 34_304, "file_pages": 7,
        "uploader": None,
    },
    dates=(("published", "2021-06-01", "2021-06-01"),),
)  # fmt: skip
DOCZJ = Case(
    family="doczj",
    url="https://www.doczj.com/doc/1510977503-2.html",
    key="doczj:doczj.com:document:1510977503",
    blocks=(
        Line(f"当前位置：文档之家› {TITLE}"), Line(TITLE, "h1"), Line("合集下载", "a"),
        Line("1、下载文档前请自行甄别文档内容的完整性，平台不提供额外的编辑、内容补充、找答案等附加服务。", "li"),
        Line("2、\"仅部分预览\"的文档，不可在线预览部分如存在完整性等问题，可反馈申请退款。", "li"),
        Line("3、如文档侵犯您的权益，请联系客服反馈，我们会尽快为您处理。", "li"),
        Text(attribute='id="contents"'), Line("相关文档"), Others(),
    ),
    facts={"path": ("文档之家", TITLE), "document_id": None, "truncated": False},
)  # fmt: skip
QQDOCS = Case(
    family="qqdocs",
    url="https://wenku.docs.qq.com/detail?docId=KHVZWAq3DA&source=related",
    key="qqdocs:wenku.docs.qq.com:document:KHVZWAq3DA",
    blocks=(Line("腾讯文库"), Line(TITLE, "h1"), Text(lines=(*TEXT[:3], "深 化 服 务，完 善 机"))),
    facts={"truncated": True, "document_id": None},
    text=(*TEXT[:3], "深 化 服 务，完 善 机"),
    has_dump=False,
)
METAONLY = Case(
    family="metaonly",
    url="https://www.tikuw.cn/doc/88.html",
    blocks=(
        Line(TITLE, "h1"),
        Fields(
            (
                ("文件名称", FILE), ("文件大小", "35.2KB"), ("总页数", "9"), ("更新时间", "2023-07-01"),
                ("总字数", "约3千字"),
            )
        ),
        Line("文档摘要"), Text(lines=(*TEXT[:3], "深化服务，完善机")),
    ),
    facts={
        "file_size": "35.2KB", "file_size_bytes": 36_044, "file_pages": 9, "claimed_chars": (3000,), "truncated": True,
        "published_at": "2023-07-01", "abstract": "\n".join((*TEXT[:3], "深化服务，完善机")),
    },
    dates=(("updated", "2023-07-01", "2023-07-01"),),
    text=(*TEXT[:3], "深化服务，完善机"),
)  # fmt: skip
MILL = Case(
    family="wenkumill",
    url="https://www.mill.example/gongwen/2231.html",
    blocks=(
        Line(f"{TITLE} 篇27", "h1"),
        Fields(
            (("更新时间", "2023-05-02 10:20:30"), ("发布时间", "24小时内"), ("作者", "文/会员上传")), in_row=True
        ),
        Line("下载docx", "a"), Text(), Line("相关文章"), Others(),
    ),
    facts={"author": "文/会员上传", "published_at": "2023-05-02T10:20:30+08:00", "uploader": None},
    dates=(
        ("updated", "2023-05-02 10:20:30", "2023-05-02T10:20:30+08:00"), ("published", "24小时内", None),
    ),
)  # fmt: skip
CASES = (
    WNWK, JINYUAN, JINYUAN_BOX, RENRENDOC, MIRROR, BOOK118, PLAIN, TAODOCS, TAOTAO, DOCZJ, QQDOCS, METAONLY, MILL,
)  # fmt: skip
