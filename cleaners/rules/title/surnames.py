"""Family names: what tells a person's name from a word of as many characters. No rule here."""

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文温俞樊葛兰殷施洪牛鲁柴翟颜倪欧章岳路柳穆邢祝阮管詹耿舒费项柯庞瞿鲍左裴霍游关涂焦靳祁耶尚辛苗盛古谷宁"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鐘陸韋賈鄒賀龔萬錢嚴湯喬賴溫蘭魯顏歐龍闫項龐鮑關塗寧"
)
"""The commonest family names, in either script."""
_COMPOUND = (
    "欧阳|歐陽|上官|司马|司馬|司徒|诸葛|諸葛|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|夏侯|宇文|长孙|長孫|东方|東方|南宫|南宮|独孤|獨孤|端木|百里"
    "|呼延|轩辕|軒轅|闻人|聞人|澹台|澹臺|阿不|买买|麦麦|古丽|木合|艾力|吐尔|图尔|努尔|热依|巴特|苏日|乌云|格桑|扎西|次仁|索朗|旦增|达瓦|卓玛"
)
COMPOUND = frozenset(_COMPOUND.split("|"))
"""Those of two characters, and how names of four or more begin in Xinjiang, Inner Mongolia and Tibet."""
