"""Pages for the decoding tests: texts typed for them, made into pages, encoded, declared rightly or not, damaged."""

from collections.abc import Iterator
from dataclasses import dataclass

# The ladder was written with these at hand.
KNOWN = {
    "report": "今年以来，在上级有关部门的正确领导下，我镇宣传工作紧紧围绕中心任务，扎实推进各项举措，取得了明显成效。"
    "一是抓好理论学习，组织干部职工开展集中研讨；二是做好对外宣传，全年刊发稿件一百余篇。",
    "thread": "楼主您好，我想请教一下，年终总结的第三部分应该怎么写？领导要求突出问题和下一步打算，"
    "字数控制在两千字以内。谢谢各位老师，附件里是我的初稿，请多多批评指正！",
    "report-t": "今年以來，在上級有關部門的正確領導下，我鎮宣傳工作緊緊圍繞中心任務，紮實推進各項舉措，取得了明顯成效。"
    "一是抓好理論學習，組織幹部職工開展集中研討；二是做好對外宣傳，全年刊發稿件一百餘篇。",
    "thread-t": "樓主您好，我想請教一下，年終總結的第三部分應該怎麼寫？領導要求突出問題和下一步打算，"
    "字數控制在兩千字以內。謝謝各位老師，附件裡是我的初稿，請多多批評指正！",
}
# Written when the ladder stood; what it made of them at first is said in test_decode_table.
HELD_OUT = {
    "recipe": "先将豆腐切成小块，放入锅中煎至两面金黄，再加葱姜蒜末爆香，淋上酱油和少许白糖，小火焖煮五分钟即可出锅。"
    "喜欢吃辣的朋友可以撒一把花椒粉，配米饭味道更佳。",
    "tale": "黄昏时分，老渔夫划着破旧的木船穿过芦苇荡，远处的灯塔忽明忽暗。他哼着祖父教的调子，"
    "想起三十年前那个暴雨倾盆的夜晚，不禁潸然泪下。",
    "machine": "水泵轴承温度超过七十五摄氏度时应立即停机检查，润滑脂每运行两千小时更换一次；"
    "联轴器螺栓扭矩不得低于一百二十牛米，密封圈老化须及时更换。",
    "names": "参加座谈的有：欧阳雪梅、司马懿德、赫连旭、诸葛瑾瑜、慕容婉婷、尉迟钊、端木磊、澹台晗、皇甫霖、令狐楚楚。",
    "verse-t": "秋風蕭瑟，洪波湧起；日月之行，若出其中。老驥伏櫪，志在千里；烈士暮年，壯心不已。"
    "盈縮之期，不但在天；養怡之福，可得永年。",
    "travel-t": "搭乘捷運到淡水站下車，沿著河岸步行十分鐘就能看見老街，魚丸湯、阿給和鐵蛋都是必嚐的小吃。"
    "傍晚的夕陽映照觀音山，許多情侶坐在榕樹下聽街頭藝人演唱。",
    "clinic-t": "患者應於手術前八小時禁食，護理師會協助量測血壓與體溫；若對麻醉藥物過敏，請務必提前告知醫師。"
    "出院後請依指示換藥，傷口紅腫發燒時立即回診。",
    "market-t": "颱風過後菜價飆漲，高麗菜每顆賣到一百二十元，攤販嘆氣說產地淹水嚴重，至少要等兩個禮拜才能恢復供應。",
}
CODECS = {
    "simplified": ("utf-8", "gb18030", "utf-16"),
    "traditional": ("utf-8", "big5", "big5hkscs", "gb18030", "utf-16"),
}
RIGHT_NAME = {"utf-8": "utf-8", "gb18030": "gb2312", "big5": "big5", "big5hkscs": "big5-hkscs", "utf-16": "utf-16"}
WRONG_NAME = {"utf-8": "gbk", "gb18030": "utf-8", "big5": "gbk", "big5hkscs": "utf-8", "utf-16": "big5"}
DECLARATIONS = ("header", "meta", "none", "lying header", "lying meta", "latin1", "hostile")
FAULTS = ("whole", "cut", "bad byte", "overwritten", "dropped", "short", "long ascii", "one line", "tail", "half")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One page: its bytes, its header's charset, the parts of text that must come out, and how many may be lost."""

    name: str
    body: bytes
    declared: str | None
    parts: tuple[str, ...]
    may_lose: int


def cases(texts: dict[str, str]) -> Iterator[Case]:
    for title, text in texts.items():
        for codec in CODECS["traditional" if title.endswith("-t") else "simplified"]:
            for declaration in DECLARATIONS:
                for fault in FAULTS:
                    if case := _case(f"{title} {codec} {declaration} {fault}", text, codec, declaration, fault):
                        yield case


def _case(name: str, text: str, codec: str, declaration: str, fault: str) -> Case | None:
    declared, meta = _declare(codec, declaration)
    sentences = [piece + "，" for piece in text.split("，")]
    if fault == "short":
        body, parts = text[:8].encode(codec), (text[:8],)
    elif fault == "one line":
        body, parts = text.encode(codec), (text,)
    elif fault == "long ascii":
        padding = "<p>" + "var a = 1; " * 380 + "</p>"
        body, parts = _page(meta, padding + "<p>" + text[:30] + "</p>").encode(codec), (text[:30],)
    else:
        inner = "\n".join(f'<p class="t{number}">{sentence}</p>' for number, sentence in enumerate(sentences * 3))
        body, parts = _page(meta, inner).encode(codec), tuple(sentences)
    if fault in ("tail", "half"):
        if codec in ("utf-16", "utf-8"):
            return None
        extra = "".join(f"<li>{sentence}</li>" for sentence in (sentences[:1] if fault == "tail" else sentences * 3))
        body += extra.encode()
    if fault in ("cut", "bad byte", "overwritten", "dropped"):
        if codec == "utf-16" and fault != "cut":
            return None
        body = _damage(body, sentences[0].encode(codec.replace("utf-16", "utf-16-le")), fault)
    lost = {"cut": 2, "bad byte": 1, "overwritten": 2, "dropped": 2}.get(fault, 0)
    return Case(name=name, body=body, declared=declared, parts=parts, may_lose=lost)


def _declare(codec: str, declaration: str) -> tuple[str | None, str]:
    right, wrong = RIGHT_NAME[codec], WRONG_NAME[codec]
    return {
        "header": (f"text/html; charset={right}", ""),
        "meta": ("text/html", f'<meta charset="{right}">'),
        "none": (None, ""),
        "lying header": (wrong, f'<meta http-equiv="Content-Type" content="text/html; charset={right}">'),
        "lying meta": (None, f"<meta charset={wrong}>"),
        "latin1": ("ISO-8859-1", ""),
        "hostile": ("unicode_escape", '<meta charset="utf-7">'),
    }[declaration]


def _page(meta: str, inner: str) -> str:
    head = f"<!DOCTYPE html><html><head>{meta}<title>test</title></head>"
    return f"{head}<body>\n<div id=main>{inner}</div>\n</body></html>\n"


def _damage(body: bytes, first: bytes, fault: str) -> bytes:
    start = body.index(first)
    if fault == "cut":  # in the middle of the fourth character of the last sentence but one
        return body[: body.rindex(first) + 7]
    place = start + 6
    if fault == "bad byte":
        return body[:place] + b"\xff" + body[place:]
    return body[:place] + (b"\xff" if fault == "overwritten" else b"") + body[place + 1 :]
