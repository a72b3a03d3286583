"""Traditional characters of what sites print round texts, for judging lines by patterns typed in simplified ones.

One character for one, so that a place in the folded line is the same place in the line itself. Nothing that is stored
is folded: the stored text keeps the page's own script. Repairs of characters: `characters`.
"""

import unicodedata
from functools import lru_cache

from cleaners.regex import regex

_TRADITIONAL = (
    "並佈佔併來係個們側備傳僅價優儲內兩冊別刪則創劃動務匯區協參員問啓啟單嚴國圍圖團執堅報壇夠夥學實審寫寶"
    "將專尋對導層屬師帳帶幣幫幹庫廢廣廳張彙後徑從復徵態應懷戶掃採換擇擊攝數於時暫暱書會條構樓標樣機檔檯欄"
    "權歡歷歸沒況淨測準溫滿瀏為無熱營爭爲狀獻現環產畢異當發盡監眾確碼礎礙礦祕稅稱積筆節範築簡簽籤糾約納純"
    "級細紹終組結絡給統經綫維綱網緊線編縣總織繫繼續纔羅羣習聞聯聲職聽腦臺與興舉萬蒐薦藉處號衆術衹裏補裡製"
    "複襲覈見規視覺覽觀觸訂計訊訓記訪設許訴註評詞詢試話該詳誌語誤說説調談請論諮講謝證識議護讀讓負財貢責買"
    "費貼資賞質賬購贈贊趕趙較載輕輪輯輸轉辦辭迴這連週進過達違適選還邊郵鄉鄭鋪錄錢錯録鍵鎮鏈鑑鑒鑰長門閉開"
    "間閱閲關陸隊隨隱隻雲電頁頂項須預領頭頻題願類顧顯餘館饋驗體髮麼點黨齊"
    "離棄認氣據壓課強瞭縮覆業獲華臨遞黃亞馬騰遊賺傾變舊檢綜歐鐘塊鬆響錦愛慾倫韓婦園桿鐵囂鏡親懶盤險雙際額遷銷凍紅腳敗徹貫壞醫掛診搶葉讚劍"
    "東絲豐麗義烏樂亂畝億傷兒蘭養軍農決減幾凱剛勵勞勳衛廠敘嗎噸場夾獎娛嬰孫寧寵宮寬爾尷屆歲豈鞏幟慶彈憂驚憤戲揚擔擬擁撥撐斷曉雜槍橋橫櫥漢溝淚濟潤漁灣滾燈靈煉獨瑪畫癇癬癲碩禮種窩篩籌紀縱"
    "紙練繞絕緒綠緝緩緣繳羨肅勝蘇蘋榮藥藍虛銜裝譽討訝詐譯詩誠諸諾誰諧謠謹貴賀賭賽贏踐車軒軟輔輛轅轄闢遼運遠遲跡遺醬釋針鍾鈕銅銀鎖鍛閣陽陰陣階陝難靜韻順頒顏風飄飛驛騙魚鮮雞鴻麥齡龍蔘"
)
_SIMPLIFIED = (
    "并布占并来系个们侧备传仅价优储内两册别删则创划动务汇区协参员问启启单严国围图团执坚报坛够伙学实审写宝"
    "将专寻对导层属师账带币帮干库废广厅张汇后径从复征态应怀户扫采换择击摄数于时暂昵书会条构楼标样机档台栏"
    "权欢历归没况净测准温满浏为无热营争为状献现环产毕异当发尽监众确码础碍矿秘税称积笔节范筑简签签纠约纳纯"
    "级细绍终组结络给统经线维纲网紧线编县总织系继续才罗群习闻联声职听脑台与兴举万搜荐借处号众术只里补里制"
    "复袭核见规视觉览观触订计讯训记访设许诉注评词询试话该详志语误说说调谈请论咨讲谢证识议护读让负财贡责买"
    "费贴资赏质账购赠赞赶赵较载轻轮辑输转办辞回这连周进过达违适选还边邮乡郑铺录钱错录键镇链鉴鉴钥长门闭开"
    "间阅阅关陆队随隐只云电页顶项须预领头频题愿类顾显余馆馈验体发么点党齐"
    "离弃认气据压课强了缩复业获华临递黄亚马腾游赚倾变旧检综欧钟块松响锦爱欲伦韩妇园杆铁嚣镜亲懒盘险双际额迁销冻红脚败彻贯坏医挂诊抢叶赞剑"
    "东丝丰丽义乌乐乱亩亿伤儿兰养军农决减几凯刚励劳勋卫厂叙吗吨场夹奖娱婴孙宁宠宫宽尔尴届岁岂巩帜庆弹忧惊愤戏扬担拟拥拨撑断晓杂枪桥横橱汉沟泪济润渔湾滚灯灵炼独玛画痫癣癫硕礼种窝筛筹纪纵"
    "纸练绕绝绪绿缉缓缘缴羡肃胜苏苹荣药蓝虚衔装誉讨讶诈译诗诚诸诺谁谐谣谨贵贺赌赛赢践车轩软辅辆辕辖辟辽运远迟迹遗酱释针钟钮铜银锁锻阁阳阴阵阶陕难静韵顺颁颜风飘飞驿骗鱼鲜鸡鸿麦龄龙参"
)
"""Characters of labels, buttons and notices as mirrors print them (opencc s2t, s2tw, s2hk of those words), in pairs."""
_RADICALS = "".join(chr(code) for code in range(0x2F00, 0x2FD6)) + "⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻧⻨⻩⻬⻮⻰"
_RADICALS_AS = unicodedata.normalize("NFKC", _RADICALS[:214]) + "西见角贝车长门青韦页风飞食马鬼鱼鸟卤麦黄齐齿龙"
"""Radicals of a dictionary, which a file's font put in the place of the characters that look alike: `⼩编⽤⼼`."""
_TABLE = str.maketrans(_TRADITIONAL + _RADICALS, _SIMPLIFIED + _RADICALS_AS)
_ANY = regex(f"[⺀-⿕{_TRADITIONAL}]")
"""One class: to search a line for it takes a twentieth of what to translate the line does."""

_MAINLAND = {
    "检视": "查看", "列印": "打印", "连结": "链接", "网路": "网络", "登入": "登录", "载入": "加载", "线上": "在线",
    "点选": "点击", "开启": "打开", "视窗": "窗口", "搜寻": "搜索", "影片": "视频", "释出": "发布", "新增": "添加",
    "字型": "字体", "别宣告": "别声明", "责宣告": "责声明", "权宣告": "权声明", "台宣告": "台声明",
    "支援": "支持", "高阶": "高级", "宣告:": "声明:", "宣告：": "声明：",
}  # fmt: skip
"""What converters to Taiwan's script make of words of chrome, folded, and the words they made it of (opencc s2twp)."""
REGIONAL = regex("|".join(_MAINLAND))
"""One of them, in a line that has traditional characters; as long as what it stands for."""


@lru_cache(maxsize=512)
def folded(words: str) -> str:
    """Give a line with the traditional characters and words of chrome written in simplified ones, as long as it was."""
    return REGIONAL.sub(lambda word: _MAINLAND[word[0]], words.translate(_TABLE)) if _ANY.search(words) else words
