"""Slogans of sites that deal in samples: made for search machines, or nothing but their host. Kinds: `head_kinds`.

Tried on one trimmed line, folded to simplified characters, and match it whole; bounded. What sellers stamp into a
text: `seller_stamps`.
"""

from cleaners.regex import regex

_SAMPLES = r"(?:范文|范本|模板|模版|样本|论文|文稿|资料|素材|课件|公文|文档|文章)"
OFFERED = regex(
    rf"[^\s。；：:,，]{{2,16}}(?:网|网站|文库|之家|在线|库)(?:\s?[,，_|｜—-]{{0,2}}\s?)(?:为[您你大]家?|免费|专业|在线|全面|精心){{0,3}}(?:提供|分享|收录|收集|整理)"
    rf"(?:各类|各种|最新|优秀|免费|海量|大量)?(?:的)?(?=[^。；：:\n]{{0,60}}{_SAMPLES})[^。；：:\n]{{4,80}}"
)
"""`某某网免费提供水利论文范文，水利论文格式模板下载`: the site, what it does and what it deals in."""
WISHED = regex(
    r"[^。；：:,，\s]{2,30}(?:范文|范本|模板|模版|样本|样板)(?:大全|精选|参考)?\s{0,2}[,，]\s{0,2}"
    r"(?:希望|敬请|欢迎|供|仅供|可供|以供)(?:对|给|能)?(?:大家|各位|[您你])?们?(?:能|可以)?(?:认真|仔细)?"
    r"(?:参考|阅读|借鉴|学习|喜欢|下载|收藏|有所?帮助|[与和、及]){1,4}(?:使用|学习)?[!！~～]?"
)
"""`某某总结范文，希望大家认真参考`: what stands below, called a sample; no sentence of a report ends so."""
HOSTED = regex(
    r"[^\s。；：:,，]{2,24}(?:范文|公文|文库|写作|文秘|材料|素材|资料|论文|宝典|大全|之家|网|网站|文档)[^\s。；：:,，]{0,6}\s?[:：]\s?"
    r"(?:https?://)?(?:[A-Za-z0-9-]{1,30}\.){1,3}(?:com|cn|net|org|cc|vip|top|info|xyz|example)/?"
)
"""`某某公文写作宝典：www.a.example`: a slogan, and behind the colon the host and nothing else."""
OWN = ("报名", "登录", "登陆", "申报", "查询", "投诉", "举报", "官网", "官方", "服务网", "政务")
"""Words of a line that tells where something is done, which an office writes itself."""
SLOGANS = (OFFERED, WISHED, HOSTED)
SIGNS = ("提供", "分享", "收录", "收集", "整理", "参考", "阅读", "借鉴", "学习", "喜欢", "下载", "收藏", "帮助", ".")
"""One of them stands in each such line."""
SLOGAN_CHARS = 120


def is_slogan(line: str) -> bool:
    """Say whether a folded line is a site's slogan, which is none of the text's wherever in a head it stands."""
    if not 8 <= len(line) <= SLOGAN_CHARS or not any(sign in line for sign in SIGNS):
        return False
    return any(shape.fullmatch(line) for shape in SLOGANS) and not any(word in line for word in OWN)
