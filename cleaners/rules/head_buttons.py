"""The buttons above a dumped article, alone on a line or beside one another. Which lines they are: `head_lines`."""

import re

from cleaners.regex import regex

BUTTON_WORDS = (
    "小编精心推荐阅读|小编精心推荐|小编推荐阅读|小编推荐|网站导航|导航|APP下载|APP|正文复制|复制全文|复制正文|复制文章|一键复制|复制本文|复制链接|复制成功|复制|下载本文"
    "|下载文档|下载全文|WORD下载|Word下载|PDF下载|下载"
    "|打印本页|打印本文|打印|收藏本文|收藏本页|收藏本站|加入收藏|收藏|我要投稿|投稿|阅读模式|Skip to main content"
    "|Skip to content|跳到主要内容|跳转到主要内容|跳转到内容"
    "|跳至正文|跳过导航|无障碍浏览|无障碍阅读|无障碍|长者模式|长者版|适老化|适老版|关怀版|繁体版|繁体中文|繁体"
    "|简体中文|简体|English|EN|登录|登陆|注册|立即注册|退出|会员中心|会员登录"
    "|搜索|站内搜索|请输入关键[字词]|请输入搜索(?:内容)?|选择搜索类型|选择特殊符号"
    "|请输入搜索关键[字词]|高级搜索|热门搜索|搜一搜|菜单|Menu|MENU|Toggle navigation"
    "|返回首页|返回列表|返回上一页|返回顶部|返回"
    "|手机版|电脑版|移动版|触屏版|用户中心|个人中心|设为首页|字体大小|字体|字号|默认|较大|较小|大|中|小|分享到|分享"
    "|微信好友|微信|新浪微博|转发微博|微博|QQ好友|QQ空间|QQ|朋友圈"
    "|语音播报|朗读|听全文|收听|语音|点赞|评论|点击下载|立即下载|免费下载|全文检索|站群导航|投诉建议|意见建议|投诉|举报|版权反馈|我要纠错|纠错|关闭窗口|关闭|展开|收起|关注|订阅|扫一扫"
    "|微信扫一扫|扫码阅读|手机阅读|手机扫码阅读|以稿换稿|正文|打赏|赏|赞"
    "|文本预览|文档预览|下载声明|显示全部|文本内容|详细信息|公开具体内容|公众号二维码|微信公众号"
    "|预约挂号|网上挂号|智能导诊|互联网医院小程序|互联网医院|官方微信|官方微博|官方抖音|微信小程序|小程序|打印本稿|打印正文|打印文档|打印文章|打印此页"
    "|关闭此页|单点登录|账号密码登录|统一身份认证|网站支持IPv6|本站支持IPv6|政务新媒体|无障碍版|智能问答|智能机器人|我的主页|文章标题|文章内容|文章详情|下载法规|条款摘要|老年模式|大字版|大字模式"
    "|分享至|字数|往期回顾|首页|主页|网站首页|网站地图|联系我们|关于我们|客服|在线客服|帮助中心|VIP|开通VIP|开通会员|充值|签到|查看原文|全文复制|导出Word|下载Word|下载此文"
)
LOST = regex(r"(?:时间|日期|作者|来源|栏目|阅读|浏览|点击|人气|编辑)\s?[:：](?=\s|$)")
"""A label whose value was lost; beside buttons it is none of the text's."""
_LONGEST_FIRST = sorted(BUTTON_WORDS.split("|"), key=len, reverse=True)
_GLUED = [word for word in _LONGEST_FIRST if len(word) >= 4]
BUTTON = regex(rf"(?:(?:{'|'.join(_LONGEST_FIRST)})(?=[^\w]|$)|(?:{'|'.join(_GLUED)})(?=[一-鿿])"
    rf"|[\s|｜/·\[\]【】()（）<>«»:：+\-—–→\d]){{1,40}}+", re.IGNORECASE)
"""Buttons and their counts only, of whatever number; long ones may stand glued (`无障碍浏览长者模式`). Possessive."""
MENU_BUTTON = regex(
    r"[一-鿿]{1,6}\s{1,3}(?:网站)?(?:导航|菜单)"
    r"|(?:发布|更新|发表|上传|添加)(?:时间|日期)\s?[:：]?|(?:浏览|阅读|点击)(?:次数|量)\s?[:：]?"
)
"""A column and the button of its menu, as telephones' pages print them; a label whose value a script was to print."""
