"""Boxes of catalogue facts and of a file above and below a title: they leave, whatever words they are made of."""

from cleaners.page import Media, Page
from cleaners.read import read

TITLE = "溪口镇2021年度安全生产工作总结"
BODY = "今年以来，全镇各项工作有序推进，群众满意度明显提高。\n一、主要做法\n全年召开会议6次，开展检查12次。"
BOXES = (
    "信息索引：001008003/2021-00012\n生成日期：2021-12-30\n文件编号：溪政〔2021〕12号\n公开机构：溪口镇\n公开形式：网站",
    "组配分类：工作总结\n发布机构：溪口镇\n发布时间：2021-12-30",
    "体裁分类：总结 服务对象：其他\n生效日期：2021-12-30 废止日期：",
    "公开事项名称：溪口镇2021年度安全生产工作总结\n索引号：001008003/2021-00012\n公开主体：溪口镇\n公开日期：2021-12-30",
    "所需积分：10分\n资料大小：24KB\n资料类型：DOC\n资料等级：★★★\n更新时间：2021-12-30",
    "10 下载券\n立即下载",
    "VIP免费\n下载",
    "约2345字\n约5页\n2021-12-30 发布于某省\n举报",
    "Word版可编辑",
)
OWN = (
    "产品名称：护林宝\n价格：12元",
    "编制单位：溪口镇\n编制日期：2021年12月30日",
    "服务对象：全镇群众\n服务地点：镇文化站",
    "实施日期：2021年12月30日起",
)
"""A report's own lines below its title."""


def _read(text: str) -> tuple[str | None, str]:
    reading = read(Page(body=text.encode(), media=Media.TEXT))
    return reading.title, "".join(entry.text for entry in reading.entries)


def test_boxes_above_and_below_a_title_leave() -> None:
    for box in BOXES:
        assert _read(f"{box}\n{TITLE}\n{BODY}") == (TITLE, BODY), box
        assert _read(f"{TITLE}\n{box}\n{BODY}") == (TITLE, BODY), box


def test_a_reports_own_labels_stay() -> None:
    for own in OWN:
        assert _read(f"{TITLE}\n{own}\n{BODY}")[1] == f"{own}\n{BODY}", own
