"""Disclaimers in any wording: a line about the page itself that says two of the things that only disclaimers say.

Sites word them as they like, of the same parts: whence it was taken, what it is for, whose it is, whom to tell, whose
opinion it is. Tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Taken: `tails`.
"""

from cleaners.regex import regex

_TAKEN = (
    r"(?:来源?自|来源于|源于|来自|转载自?|转自|摘自|收集|整理|搜集|采集)(?:于|自)?(?:网络|互联网|网友|用户|会员|网上|其他网站)"
)
_FOR = r"(?:仅供|只供|供大家|供您|供读者|仅作|学习(?:交流|参考)|参考(?:学习|使用|借鉴)?)"
_OWNED = r"(?:侵权|侵犯|侵删|版权(?:归|属)|著作权归|版权问题)"
_TOLD = (
    r"(?:删除|侵删|(?:联系|告知|通知)(?:我们|本站|管理员|站长|作者|客服)|(?:与|同)(?:我们|本[网站]|作者)(?:取得)?联系"
    r"|及时(?:进行)?(?:处理|更正|更改)|第一时间)"
)
_MEANT = r"(?:不代表|仅代表|与本[站网平]|(?:作者|个人)(?:本人)?(?:的)?观点|存储空间|发布平台|官方发布为准|以官方为准)"
_ABOUT = (
    r"(?:本[文站网篇]|文章|文中|文字|图片|图文|内容|资源|资料|素材|以上|上述|该文|此文|部分|所有|如有|如涉|如侵|若有|转载"
    r"|转发|版权归|来源声明|侵权)"
)
_LEAD = (
    r"[（(【\[*＊※☆★\s]{0,4}(?:(?:特别|郑重|免责|版权|来源|温馨|重要)?(?:声明|说明|提示|注意?)[】\])）]?\s?[:：]?\s?)?"
)
_PAIRS = (
    (_TAKEN, _FOR), (_TAKEN, _OWNED), (_TAKEN, _TOLD), (_TAKEN, _MEANT), (_OWNED, _TOLD), (_OWNED, _FOR),
    (_MEANT, _OWNED), (_MEANT, _FOR), (r"本[站网]", _FOR), (r"本[站网]", _MEANT),
    (r"(?:该文|本文)", r"仅代表[^\n]{0,8}作者"),
)  # fmt: skip
_TWO = "|".join(f"(?=[^\\n]{{0,160}}{one})(?=[^\\n]{{0,160}}{other})" for one, other in _PAIRS)
_GIVEN = r"[^\n]{0,24}(?:由|为|系)(?:互联网用户|用户|网友|会员|作者)(?:自发)?(?:贡献|上传|投稿|发布|提供|分享)"
"""How a notice begins that a user gave the text, which has a rule of its own."""
NOTICE = regex(
    rf"{_LEAD}(?!{_GIVEN})(?![^\n]{{0,160}}\d\s?[起件个项条篇万])(?:{_TWO})(?=[^\n]{{6,220}}\Z){_ABOUT}[^\n]{{2,200}}"
)
"""`注：本文来源于网络，如有侵权请告知删除。`, `本站资源来自网络，仅供学习`: a report counts its cases, no site does."""
REPRINTED = regex(
    r"版权归[^\s。；，]{2,16}所有[,，。\s]{0,2}(?:未经|禁止|不得)[^。；]{0,20}转载[。!！]?|(?:转发|转载|引用)请(?:注明|标明)(?:来自|来源|出处)[:：]?[^。；]{0,24}"
    r"|本文由[^。；，\s]{2,16}(?:小编|编辑)?[^。；，\s]{0,6}(?:整理|收集|编辑|采编|发布|提供){1,3}[。!！]?"
    r"|(?:本|此|该)?(?:文章?|篇)?(?:内容)?仅供(?:大家|您|各位)?(?:学习|参考|借鉴|交流|阅读|[、和与]){1,6}(?:使用)?[,，。]?(?:请以[^。；]{2,12}为准)?[。!！]?"
)
"""`转发请注明来自某某文库`, `本文由某某文库整理发布`, `此文仅供学习参考`."""
LICENCE = regex(
    r"[一-鿿]{0,14}许可证(?:编号|号码|号)?\s?[:：]\s?(?=[^\s]{0,20}\d)[^\s。；，]{4,30}"
    r"|Powered [Bb]y (?:[A-Za-z!. ]{3,24}[\d.]{0,6}|[^\s。；，]{4,24}(?:公司|集团|工作室|科技|传媒|网络))"
    r"|发布于\s?[:：]\s?[一-鿿]{2,4}|本站由[^。；，]{2,16}提供[^。；，]{2,16}(?:服务|支持)"
    r"|(?:(?:总|今日|昨日|本月|累计|本站)?(?:访问量|访问|浏览量|点击量)\s?[:：]\s?[\d,]{1,12}[\s|｜]{0,4}){1,4}+"
)
"""`增值电信业务经营许可证：…`, `Powered by DedeCMS`, `发布于：某省`, `总访问量：123456`: what a site says of itself."""
RULED = regex(r"[?？]|[-—=＝※*＊~～_·.•\s]{3,80}|[-—=]{1,6}\s?(?:完|END|end|全文完)\s?[-—=]{1,6}")
"""A line of rules or stars, `- 完 -`; a sign that was lost."""
PENNED_BELOW = regex(
    r"[（(]?文\s?[:：]\s?[^\s。；，:：]{2,8}[\s,，/|｜]{1,3}(?:图|摄影|图片)\s?[:：]\s?[^\s。；，:：]{2,8}[)）]?"
)
"""`文：青禾 图：山溪`."""
DISCLAIMERS = (REPRINTED, LICENCE, PENNED_BELOW)
"""What stands below texts alone; NOTICE is taken with the other notices, RULED is no opener of a foot."""
