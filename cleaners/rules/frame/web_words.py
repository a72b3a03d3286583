"""Lines that consist of nothing but words of a page's machinery: `微信扫描二维码，分享到朋友圈`, `已有0人发表了评论`.

Sites word their buttons as they like, but always from the same words; no list of buttons has all. A line is one when
every character of it belongs to such a word, to a number or to a mark, and one of the words is a machine's alone.
Only lines above and below a text are asked, folded to simplified characters: by `head_kinds` and `tail_lines`.
"""

from cleaners.regex import regex

_ACTS = (
    "点击|扫描|扫一扫|扫码|长按|打印|收藏|分享|转发|复制|下载|登录|登陆|注册|评论|跟帖|点赞|举报|纠错"
    "|挑错|报错|返回|关闭|展开|收起|加载|刷新|搜索|订阅|切换|跳转|打赏|领取|点此|购买|支付|反馈|投诉|回到"
    "|手机版|电脑版|移动版|触屏版|表情|邮箱|评分|评价|导航|在线客服|阅读全文|阅读原文|继续阅读|查看更多"
    "|查看全部|看不清|换一张|沙发|验证码|昵称|朗读|播放|收听|赞赏|找错|关怀版|智能问答"
)
"""What a machine asks to do, and where it leads."""
_THINGS = (
    "二维码|朋友圈|公众号|微信|微博|QQ|APP|App|客户端|收藏夹|粘贴|首页|主页|上一页|下一页|末页|尾页|顶部"
    "|用户名|密码|说两句|听新闻|听全文|会员|客服|字体|字号|网友|视力|背景色|护眼|语音|抖音|快手|小程序|上一章|下一章|上一节|下一节|加入书架|加入书签|返回书页|章节目录|章节列表|最新章节"
    "|手机看|网址|客服热线|回帖|发帖|站长|二维码名片|听文章|换一换|不清楚|夜间|特大|宋体|黑体|楷体|仿宋"
    "|雅黑|VIP|下载券|积分|金币|看原图|看大图|查看原文|浏览"
)
"""What it works with: names of accounts alone may be a report's last lines (`微信公众号`)."""
_SURE = f"{_ACTS}|{_THINGS}"
"""Words of which a line must have one: no heading and no last line of a report is made of them and the next ones."""
_BESIDE = (
    "隐藏|需先|本页面|本页|此页|本文|此文|该文|全文|正文|文章|页面|网页|当前页|窗口|文档|稿件|资料|范文|文库|内容"
    "|链接|地址|新闻|资讯|信息|好友|空间|列表|目录|栏目|频道|专题|标签|更多|相关|精彩|推荐|最新|热门|图片"
    "|图集|视频|音频|手机|电脑|版本|格式|免费|立即|马上|一键|快速|直接|在线|原文|完整|详细|详情|Word|WORD"
    "|word|PDF|pdf|DOC|doc|docx|PPT|ppt|TXT|txt|发表|提交|填写|输入|回复|留言|取消|确定|确认|保存|发送"
    "|发布|添加|加入|设为|站内|网站|本站|官方|关注|获取|打开|使用|识别|查看|阅读|继续|用户|两句|放大|缩小"
    "|增大|减小|恢复|默认|暂停|停止|开始|上方|下方|右上角|左上角|右侧|左侧|蓝字|名片|图标|按钮|此处|这里"
    "|模式|白天|日间|标准|无障碍|辅助|工具|意见|建议|我们|欢迎|可以|即可|需要|方可|方可以|方便|才能"
    "|才可以|才可|没有|暂无|快来|第一|支持|喜欢|感谢|已有|次数|人数|原图|大图|字样|单页|打分|满意|不满意"
    "|满意度|五星|参与|互动|热评|高级|条件|关键词|关键字|请选择|选择|保护|颜色|白色|灰色|绿色|黑色|中文"
    "|英文|繁体|简体|银河白|杏仁黄|秋叶褐|胭脂红|芥末绿|天蓝|雪青|影响|灰|手机站|动力|帮助|中心|全套|记住"
    "|咨询|电话|很好|一般|较差|手持设备|文字|转为|赶快|赶紧|觉得|不错|记得|随意|进入|网络|戳"
)
_LINKING = (
    "的了和与及或用将把为给从以并吧哦啦呢共有无人位条次个数抢一更多新好扫微号请我你您他来去到至在后还要可"
    "再已让由向对不未能会点看听读写发大中小高低版页字说按下上顶踩赞秒分℃色"
)
"""Characters that link such words; none of them makes a word of a report with them."""
_WORDS = "|".join(sorted(sorted({*_SURE.split("|"), *_BESIDE.split("|")}), key=len, reverse=True))
_OWN = (
    r"附件|附表|附图|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．]|.{0,60}[。；]\Z|[^\n]{0,8}(?:举报|投诉|咨询)(?:电话|热线|邮箱)\s?[:：]"
)
"""How a report's own line begins or ends that speaks of such things: `（三）微信公众号`, `附件下载：`."""
WEB_LINE = regex(
    rf"(?=[^\n]{{0,40}}(?:{_SURE}))(?=[^\n]{{2,60}}\Z)(?!{_OWN})(?:{_WORDS}|[{_LINKING}]|[\W\d_]|[A-Z](?![A-Za-z]))++"
    r"|(?:[AT][+-]?[\s|｜]{0,3}){2,4}+|保护视力色?\s?[:：]"
    r"|[【（(\[](?:精品|完整版|最新版?|推荐|荐|[Ww]ord版|可编辑)[】）)\]]|(?:Word|word|WORD)版本?(?:可编辑)?"
)
"""Such words, numbers and marks only, of a line of 60 characters at most; sizes of letters. Possessive, the longest
word first: one pass."""
WEB_FOOT = regex(rf"(?=[^\n]{{3}})(?=[^\n]{{0,40}}(?:{_ACTS}))(?:{WEB_LINE.pattern})")
"""The same below a text, where one of the words must be an act."""
