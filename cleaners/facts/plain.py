"""A text with the traditional characters of our word lists written in simplified ones, for looking words up in it.

One character for one, so a place in it is the same place in the text. Never stored, never shown.
"""

from collections.abc import Iterable
from typing import Final

from cleaners.text_facts import Found

_TRADITIONAL: Final = (
    "乾亞佈佔來侷係個們倖備傢傳僅億優內兩冊凱別則剋創劃動務勝勞匯區協參員唸問啓啟單噁噸噹嚮嚴囌國圍園團埰執堅報場塊夠"
    "夢娛學寀實審寫將專對導屆層屬師幟幫幹庫廠廣廳強彆彔彙後徑從復徵徹惡愛態慮慶應戰戲戶掃掛採揚揮撐擊據擬數斷於旂時曏"
    "書會條業榦榮構樂標樣樹橋機檢檯權歡歲歸決沒況測準滿漁濟灣為無煉熱爭爲狀獎獲獻現產畝畢當療發監眾確碼礎礦祕禮稱穩穫"
    "箇節範築簡簽籤糰紀約紅納級細組結經綱網綵線編練緻縣總織繞繫繳續纔羣義習翫聞聯職脩脫腦臺與華萬蓆蔘薦蘇處號衆衕衹補"
    "裡製複覈見規視親觀訂計訊討訓託記訪設訴註評詞話誌認誕語誠說課調請論諧諾講謝識議護讀負貧貫責費賀資質賬賭購賽跡踐踰"
    "蹟車軌軍較載輛輿轄轉辦辭農迴逕這週進遊運過達遠遶選還鄉醫針銀錄錢錶鍊鍛鍼鎮鏡長門閉開間閤闆關陣陽隊階際隨隱隻雲電"
    "靜鞏韆響項預頒領頭頻題額願類顧風颱養餘馬驗體髮鬥魚鴻麗麵麼黃點黨齣"
)
_SIMPLIFIED: Final = (
    "干亚布占来局系个们幸备家传仅亿优内两册凯别则克创划动务胜劳汇区协参员念问启启单恶吨当向严苏国围园团采执坚报场块够"
    "梦娱学采实审写将专对导届层属师帜帮干库厂广厅强别录汇后径从复征彻恶爱态虑庆应战戏户扫挂采扬挥撑击据拟数断于旗时向"
    "书会条业干荣构乐标样树桥机检台权欢岁归决没况测准满渔济湾为无炼热争为状奖获献现产亩毕当疗发监众确码础矿秘礼称稳获"
    "个节范筑简签签团纪约红纳级细组结经纲网彩线编练致县总织绕系缴续才群义习玩闻联职修脱脑台与华万席参荐苏处号众同只补"
    "里制复核见规视亲观订计讯讨训托记访设诉注评词话志认诞语诚说课调请论谐诺讲谢识议护读负贫贯责费贺资质账赌购赛迹践逾"
    "迹车轨军较载辆舆辖转办辞农回径这周进游运过达远绕选还乡医针银录钱表炼锻针镇镜长门闭开间合板关阵阳队阶际随隐只云电"
    "静巩千响项预颁领头频题额愿类顾风台养余马验体发斗鱼鸿丽面么黄点党出"
)
"""Characters of the word lists of this folder and their traditional forms (OpenCC t2s, tw2s, hk2s), in pairs."""
_TABLE: Final = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def plain_of(text: str, script: str | None) -> str:
    """Give the text for looking words up; that of a simplified text is the text itself, told by its `script`."""
    return text if script == "simplified" else text.translate(_TABLE)


def as_printed(found: Iterable[Found], text: str) -> tuple[Found, ...]:
    """Give what was found in the simplified text with its words in the page's own script."""
    return tuple(
        one if one.start is None else Found(words=text[one.start : one.start + len(one.words)], start=one.start)
        for one in found
    )
