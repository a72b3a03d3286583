"""The words by which compilations speak: numbers, names of kinds of texts, claims of how many. No judgement."""

from cleaners.regex import regex
from cleaners.rules.lines import bare

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
PARENTHESISED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
HAN_NUMBER = "[一二三四五六七八九十百零〇]{1,5}"
NUMBER = rf"(?:{HAN_NUMBER}|\d{{1,3}})"
"""How items are counted: 一, 十二, 1, 01, full-width digits; bounded. Years have four digits and never match."""

_KIND_WORDS = """
总结 小结 报告 汇报 方案 计划 规划 要点 讲话 讲话稿 演讲 演讲稿 材料 体会 心得 感悟 感想 致辞 致词 祝词 贺词 发言
发言稿 意见 建议 通知 通报 公告 启事 提纲 打算 安排 范文 范本 模板 例文 样本 样文 申请 申请书 倡议书 承诺书 保证书
检讨 检讨书 决心书 责任书 建议书 计划书 策划书 协议 协议书 合同 感谢信 表扬信 慰问信 邀请函 求职信 自荐信 介绍信
证明 简历 鉴定 评语 评价 主持词 解说词 读后感 观后感 日记 周记 作文 征文 简报 预案 制度 请示 批复 纪要 记录 教案
说课稿 事迹 论文 综述 寄语 述职 述廉 剖析 自查 自评 计划表 自我评价 工作思路 对照检查 調研 调研 调查 调查报告
述职述廉 總結 小結 報告 匯報 彙報 計劃 計畫 規劃 要點 講話 講話稿 演講 演講稿 體會 致辭 致詞 祝詞 賀詞 發言 發言稿
意見 建議 通報 啟事 提綱 範文 範本 樣本 申請 申請書 倡議書 承諾書 保證書 檢討 檢討書 責任書 建議書 計劃書 協議
協議書 感謝信 邀請函 求職信 簡歷 鑒定 評語 主持詞 讀後感 觀後感 日記 徵文 簡報 預案 請示 批復 紀要 記錄 說課稿 事跡
論文 綜述 述職
"""
KINDS = tuple(sorted(sorted(set(_KIND_WORDS.split())), key=len, reverse=True))
"""Names by which headings of whole texts end, in both scripts (reference: realtext, 2 and 5; titles of seeds)."""

CLAIM = regex(
    r"(?<![第一二三四五六七八九十百零〇\d])(?P<n>[一二三四五六七八九十百两兩]{1,4}|\d{1,3})\s?[篇则則](?![章幅首文])"
)
"""`精选6篇`, `(模板10篇)`, `三篇`: how many texts a title says there are; one class a place, bounded."""
MANY = regex(
    "大全|集锦|集錦|合集|精选|精選|汇总|匯總|汇编|彙編|匯編|多篇|几篇|幾篇|范文|範文|例文|模板|范本|範本|系列|优选|優選|荟萃|薈萃"
)
"""Words of a title that promise several texts without a number."""


def number_of(words: str) -> int | None:
    """Give the number that an item's label prints, Chinese, circled or in digits of any width; None for none."""
    if len(words) == 1 and words in CIRCLED + PARENTHESISED:
        return (CIRCLED.find(words) if words in CIRCLED else PARENTHESISED.find(words)) + 1
    if words.isdecimal():
        return int(words)
    total = current = 0
    for character in words:
        if character in DIGITS:
            current = DIGITS[character]
        elif character in "十百":
            total += max(1, current) * (10 if character == "十" else 100)
            current = 0
        else:
            return None
    return total + current if words else None


def names_a_text(words: str) -> bool:
    """Say whether a heading ends like the title of a whole text; True for `…工作总结`, `…总结(6篇)`, `…大全`."""
    plain = plain_title(words)
    return plain.endswith(KINDS) or bool(MANY.search(plain[-4:]))


def plain_title(words: str) -> str:
    """Take a claim of number, promise or brackets off the end of a title."""
    plain = words.strip().rstrip("：:。.、 ")
    for _ in range(2):
        if plain[-1:] not in _LAST_OF_ENDING:
            break
        shorter = _ENDING.sub("", plain).rstrip()
        if not shorter or shorter == plain:
            break
        plain = shorter
    return plain


_ENDING = regex(
    r"(?:[（(【\[][^（(【\[)）】\]\n]{0,14}[)）】\]]"
    r"|(?:最新|优秀|優秀|精选|精選|通用|实用|實用|热门|熱門|推荐|推薦|共|合集|大全|集锦|集錦|汇总|匯總|汇编|匯編|彙編){1,3}"
    r"|(?:[一二三四五六七八九十百两兩几幾多]{1,4}|\d{1,3})\s?[篇则則])$"
)
"""Brackets, promises and claims at a title's end; tried only at the end of short lines, bounded."""
_LAST_OF_ENDING = frozenset(")）】]新秀选選用门門荐薦共集全锦錦总總编編篇则則")
"""What such an end ends with: few titles do."""


def claimed_in(titles: tuple[str, ...]) -> int | None:
    """Give how many texts the first of some titles that says so claims, two or more; None where none does."""
    for title in titles:
        for found in CLAIM.finditer(title):
            number = number_of(found["n"])
            if number is not None and number >= 2:
                return number
    return None


def promises_many(titles: tuple[str, ...]) -> bool:
    """Say whether one of some titles promises several texts, with a number or by a word such as 大全."""
    return claimed_in(titles) is not None or any(MANY.search(title) for title in titles)


def likeness(one: str, other: str) -> float:
    """Give the share of the shorter title's character pairs that the other holds, 0 to 1, punctuation apart."""
    mine, others = _pairs(one), _pairs(other)
    return len(mine & others) / max(1, min(len(mine), len(others)))


def _pairs(words: str) -> set[str]:
    plain = bare(plain_title(words))
    return {plain[at : at + 2] for at in range(len(plain) - 1)}


_HAN_HIGH = bytes(range(0x34, 0xA0))
"""High bytes in UTF-16 of U+3400 to U+9FFF, which is what `HAN` matches."""


def han(words: str) -> int:
    """Count Han characters: by their high bytes, a twentieth of what an expression takes on a whole compilation."""
    high = words.encode("utf-16-le", "surrogatepass")[1::2]
    return len(high) - len(high.translate(None, _HAN_HIGH))
