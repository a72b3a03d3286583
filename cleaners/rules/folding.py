"""Traditional characters of what sites print round texts, for judging lines by patterns typed in simplified ones.

One character for one, so that a place in the folded line is the same place in the line itself. Nothing that is stored
is folded: the stored text keeps the page's own script. Repairs of characters: `characters`.
"""

from functools import lru_cache

_TRADITIONAL = (
    "佈佔併來係個們備傳內冊別刪劃動務匯區協參員問單國圖報壇學實審寫專對導屬帳帶幣幫幹庫廢廣張彙後從復徵態"
    "應懷戶掃擇擊攝數於時書會構標樣機檔檯欄權歡歷歸沒況測準瀏為無熱營爲獻當發盡監眾碼礙稱積範簡簽籤糾純級"
    "終組結絡給經綫維網線編縣總織繫繼續習聞聯聲職臺與舉蒐薦處號衆術衹裏補裡製複視覽訂計訊記訪設訴註評詞試"
    "話該誌語誤說説請論講識議護讀讓負貢責費貼資賬贈贊趙載輯轉辦這連週進過適選還邊郵鄉錄錯鍵鎮鏈鑑鑒長門閉"
    "開間閱閲關隨隱隻電頁頂須預領頻題類館驗體髮麼點黨"
)
_SIMPLIFIED = (
    "布占并来系个们备传内册别删划动务汇区协参员问单国图报坛学实审写专对导属账带币帮干库废广张汇后从复征态"
    "应怀户扫择击摄数于时书会构标样机档台栏权欢历归没况测准浏为无热营为献当发尽监众码碍称积范简签签纠纯级"
    "终组结络给经线维网线编县总织系继续习闻联声职台与举搜荐处号众术只里补里制复视览订计讯记访设诉注评词试"
    "话该志语误说说请论讲识议护读让负贡责费贴资账赠赞赵载辑转办这连周进过适选还边邮乡录错键镇链鉴鉴长门闭"
    "开间阅阅关随隐只电页顶须预领频题类馆验体发么点党"
)
"""Characters of labels, buttons and notices as mirrors print them (opencc s2t, s2tw, s2hk of those words), in pairs."""
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


@lru_cache(maxsize=512)
def folded(words: str) -> str:
    """Give a line with the traditional characters of chrome written in simplified ones; of the same length."""
    return words if words.isascii() else words.translate(_TABLE)
