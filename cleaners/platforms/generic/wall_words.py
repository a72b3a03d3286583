"""The words of errors, challenges, logins and walls of sites of unknown software; what is made of them: `walls`.

The words are those that servers, shields, site builders and portals print (their own default pages), in both scripts.
All repetitions are bounded and no branch nests one in another, so a search over a page's short lines is linear.
"""

import re

from cleaners.regex import regex

_STATUS = r"(?<![\d.=/第-]){}(?![\d.]|[号年个件项篇户人名元万亿次场条款期届亩吨米辆台份套]|-\d)"
"""A status; no number of a document, of an article of a law or of anything counted: `404号文件`, `第403条`, `403户`."""
_PAGE = (
    r"(?:页面|頁面|网页|網頁|文章|内容|內容|信息|资讯|新闻|文档|文檔|帖子|主题|主題|链接|連結|文件|资源|資源"
    r"|网址|網址|作品|日志|商品|数据|资料|栏目)"
)
EMPTY_SEARCH = regex(
    r"(?:没有|沒有|未)(?:找到|搜索到|检索到|查询到|搜到).{0,24}(?:相关|相關|匹配|符合|条件|關鍵|关键|结果|結果)"
    r"|(?:搜索|检索|查询|搜尋)结?果?[^。]{0,6}(?:为空|为0|0条)"
    r"|(?:共|约|找到)[^。\d]{0,6}0\s?[条個个篇项]|暂无(?:相关|搜索|符合).{0,8}|查無.{0,6}(?:資料|結果)"
    r"|no results found",
    re.IGNORECASE,
)
"""What a search says that found nothing: a page of the site, no error."""
CHALLENGED = regex(
    r"安全验证|安全驗證|人机(?:身份)?验证|人機驗證|访问验证"
    r"|(?:网站|浏览器|访问|系统)(?:正在)?(?:进行)?安全检查|(?:完成|通过)(?:以下|下方)?安全检查|安全检查中"
    r"|\A\W{0,4}(?:正在(?:为您)?进行)?安全检查\W{0,4}\Z|\A正在(?:为您)?进行安全检查"
    r"|请?(?:先)?完成(?:以下|下方"
    r"|下列)?(?:安全)?验证|验证码.{0,12}(?:继续|访问)|(?:输入|填写).{0,8}验证码.{0,8}(?:继续|访问)"
    r"|checking your browser|just a moment"
    r"|(?:正在)?(?:检查|检测|驗證|验证|檢查).{0,6}(?:浏览器|瀏覽器|您是否是真人)|请?稍候?等?片刻.{0,8}(?:验证"
    r"|安全)|enable javascript|(?:请|請|需要?)(?:先)?(?:开启|启用|啟用|打开"
    r"|允许)\s*(?:浏览器的?)?\s*(?:javascript|js|cookie)"
    r"|(?:访问|操作|请求|刷新)(?:太|过于?|過於)(?:频繁|頻繁)|频繁刷新限制|页面重载开启|(?:拖动|按住"
    r"|滑动).{0,6}滑块|滑动验证|点击.{0,6}(?:进行|完成)验证|(?:异常|可疑)(?:流量|访问|请求|行为)|(?:网络|账号"
    r"|环境)(?:环境)?(?:存在)?异常"
    r"|(?:已|被)(?:网站管理员)?(?:设置)?(?:拦截|阻断|攔截)|网站防火墙|web应用防火墙|web application firewall"
    r"|访问被(?:拒绝|拦截|阻断)|创宇盾|安全狗|云锁|雷池|D盾|疑似(?:黑客|攻击)|ddos protection"
    r"|verify(?:ing)? you are (?:a )?human"
    r"|attention required|too many requests",
    re.IGNORECASE,
)
"""What shields ask or say: five-second pages, sliders, firewalls of hosts and clouds, too many requests."""
CHALLENGE_SOURCE = regex(
    r"_cf_chl_opt|challenge-platform|cf-browser-verification|__jsl_clearance|jsluid|yunsuo_session|safedog"
    r"|btwaf|aliyunwaf|acw_sc__v2|renderData|TencentCaptcha|EO_Bot|wzws|_Incapsula_|incap_ses"
    r"|geetest|nocaptcha|recaptcha/api|hcaptcha\.com|HWWAFSESID|\$_ts\s?=|anticrawl|slider-?captcha"
    r"|document\.cookie\s?=.{0,300}?location\.(?:href|reload|replace)",
    re.IGNORECASE,
)
"""What the sources of shields hold whose pages show nothing. Bounded."""
GONE = regex(
    rf"{_STATUS.format(404)}|{_STATUS.format(410)}|not found|page (?:cannot|can't) be (?:found|displayed)"
    rf"|{_PAGE}.{{0,12}}?(?:(?:已经?)?不存在|未找到|找不到|(?:已经?|被)+.{{0,8}}?(?:删除|刪除|移除|下架|下线"
    rf"|屏蔽|隐藏|取消|过期|失效|搬家)|走丢|丢失|丢了|飞走|迷路|不見了|不见了|失联|去了火星|已下架)"
    rf"|(?:找不到|无法找到|没有找到|沒有找到|无法显示|無法顯示|无此|没有该|不存在(?:此|该|的)|没有您要"
    rf"|没有你要).{{0,16}}{_PAGE}|(?:参数|地址)(?:错误|有误)|非法(?:参数|访问|操作)|页面出错|頁面出錯"
    rf"|站点不存在|没有找到站点",
    re.IGNORECASE,
)
"""What stands where a page is not, or no longer."""
FAILED = regex(
    r"internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|server error"
    r"|(?:数据库|資料庫|database).{0,12}(?:连接|連接|錯誤|错误|失败|connection|error)"
    r"|(?:服务器|伺服器|系统|程序|应用程序)(?:内部|发生|出现|暂时)?(?:的?服务器)?(?:错误|錯誤|异常|繁忙|出错"
    r"|忙)|http status 5\d\d|fatal error|parse error:|mysql.{0,20}(?:error|错误)|sqlstate|microsoft ole db"
    r"|adodb\.|jdbc|stack trace|runtime error|页面错误！请稍后",
    re.IGNORECASE,
)
"""What servers, databases and scripts print when they fail."""
DENIED = regex(
    rf"(?:没有|沒有|无|無)(?:此|该|足够)?(?:的)?(?:访问|查看|阅读|浏览|操作)?权限|無權|无权(?:访问|查看|浏览)"
    rf"|权限不足|{_STATUS.format(403)}|forbidden|(?:禁止|拒绝)访问|access denied|(?:仅限?|只(?:允许|能))(?:内网"
    rf"|校内|校园网|内部|单位内)|(?:IP|ip)(?:地址)?.{{0,10}}(?:限制|禁止|不在|不允许)",
    re.IGNORECASE,
)
"""What is said to visitors without the right to look."""
PASSWORDED = regex(
    r"受(?:到)?密码保护|(?:需要|请|請)(?:先)?(?:输入|輸入|提供)(?:访问|查看|浏览|閱讀)?(?:的)?密[码碼](?!登)"
    r"|(?:凭|输入)密码(?:访问|查看|阅读)|加密(?:文章|日志|相册|内容)|password protected", re.IGNORECASE
)
"""What stands above the field for a single page's password."""
PAID = regex(
    r"(?:购买|付费|订阅|訂閱|充值|支付|打赏|积分|下载券|开通).{0,14}(?:阅读|查看|浏览|解锁|下载|观看|继续|才能"
    r"|方可)|(?:付费|VIP|会员|收费|會員|订阅|訂閱)(?:[^，。；]{0,6}(?:专享|专属|可见|限定|才能|方可|可查看|可读"
    r"|阅读|查看)|的?(?:内容|文章))|试读(?:部分)?已?(?:结束|完)"
    r"|(?:本文|此文|该内容|以下内容|全文|剩余内容|此处内容)(?:为|是|需)?(?:付费|收费|会员|VIP|订阅)|解锁(?:全文"
    r"|剩余|后续|本文|完整)|权限[:：]?(?:会员|VIP)",
    re.IGNORECASE,
)
"""What walls of paid and members' texts say."""
LOGGED_OUT = regex(
    r"(?:请|請|需要?|須|必须|尚未|未|还没有|您还没)(?:先)?(?:登[录陆錄入]|注册)(?!.{0,12}(?:平台|系统|网站|官网"
    r"|网址|APP))|登[录陆錄]后(?:才能|即可|方可|可以|可|再|查看|阅读|继续)|(?:登录|登陆|登錄)(?:已)?(?:过期"
    r"|超时|失效)|(?:游客|未登录用户).{0,8}(?:不能|无法|无权)|please (?:log|sign) ?in|(?:关注"
    r"|扫码).{0,16}(?:后)?(?:可见|阅读全文|查看全文|解锁|后阅读|后查看)",
    re.IGNORECASE,
)
"""What is said to visitors who are not logged in, or do not follow an account."""
CLOSED = regex(
    r"(?:网站|网站|本站|站点|系统|该站|網站|平台).{0,8}(?:维护|維護|关闭|關閉|升级|升級|暂停|停用|停止|改版"
    r"|建设|建設|到期|过期|下线)|(?:未|没有|暂未|尚未)(?:进行)?备案|备案.{0,8}(?:注销|取消|不符|未通过)|(?:网站"
    r"|域名|空间|主机|服务|空間)(?:已经?|服务|使用)?(?:到期|过期|欠费|被?停|關閉)|(?:该|此)(?:网站|域名"
    r"|站点).{0,10}(?:无法|不能)(?:进行)?访问"
    r"|(?:正在|网站)(?:建设|施工|筹备|備案)中|under construction|coming soon|(?:即将|稍后)(?:上线|开放|推出)"
    r"|域名.{0,8}(?:出售|转让|停放|交易|待售)|domain.{0,20}(?:for sale|parking|parked|expired)|buy this domain"
    r"|恭喜.{0,4}站点创建成功|welcome to (?:nginx|openresty|centos|tengine)|apache2? .{0,20}default page"
    r"|iis windows|it works!|违反.{0,12}(?:规定|法律).{0,16}(?:关闭|停止|屏蔽)",
    re.IGNORECASE,
)
"""What closed, unfinished, unlicensed, expired and parked sites say, and servers that nobody has set up."""
LOGIN = regex(r"登\s{0,4}[录陆錄入]|login|log in|sign in", re.IGNORECASE)
LOGIN_TITLE = regex(
    r"(?:.{0,12}(?:用户|会员|系统|统一|管理|账号|帐号|身份|后台|平台|中心|社区|論壇"
    r"|會員).{0,6})?(?:登\s{0,4}[录陆錄入]|认证|login|sign in|log in)(?:页面?|入口|界面)?", re.IGNORECASE
)
"""The first part of the title of a page that is a login."""
HELP = regex(
    r"返回(?:首页|上一?页|主页|前页)|回到?首[页頁]|秒(?:钟)?后.{0,8}(?:跳转|返回|进入)|(?:自动|自動)(?:跳转"
    r"|跳轉|返回)|可能(?:的)?原因|输入的?(?:网址|地址|链接)|請檢查|请检查|联系(?:网站)?管理员|站长|稍后(?:再"
    r"|重)?试|稍後|重新(?:加载|访问)|刷新|事件\s?ID|Ray\s?ID|客户端\s?IP|您的\s?IP|request\s?id"
    r"|未备案|解决(?:办法|方法|方案)|尝试(?:以下|下列)?(?:操作|方法)|拼写|go\s?back|homepage",
    re.IGNORECASE,
)
"""What stands beside messages of more than a line."""
PARTS = regex(r"\s{0,9}[-_|–—·‹›«»]{1,9}\s{0,9}")
REFRESH = regex(
    r"<meta[^>]{0,80}http-equiv\s?=\s?[\"']?refresh|(?:window|self|top|document)?\.?location(?:\.href|\.replace"
    r"|\.assign)?\s?[=(]\s?[\"']",
    re.IGNORECASE,
)
"""A page that only sends on."""
CUT = regex(
    r"(?:.{0,30}(?:剩余|未读|还有|余下|以下|后面|全部|完整|隐藏|更多|全文|试读|预览|阅读权限|会员|VIP"
    r"|付费).{0,30})", re.IGNORECASE
)
"""A line that may say that more was not shown."""
PREVIEW = regex(
    r"(?:试读|预览|試讀|預覽)(?:部分|章节)?已?(?:结束|到此|完毕|結束)|(?:还有|剩余|余下"
    r"|未读)[^。]{0,6}\d{1,6}\s?(?:%|字|页|頁)[^。]{0,20}(?:未|付费|登录|购买|开通|解锁|阅读|下载)",
    re.IGNORECASE,
)
"""A line that says outright that more was not shown."""
POLITE = regex(
    r"很?抱歉|对不起|對不起|sorry|哎呀|提示(?:信息)?|错误|錯誤|出错(?:啦|了)?|信息|error|http|页面?|頁面|您|你"
    r"|要|所|访问|查看|浏览|查找|的|了|啦|吧|请|正在|此|该|本|已|网站|\d{3}",
    re.IGNORECASE,
)
NO_WORDS = regex(r"[\s\W_]+")
APOLOGY = regex(
    r"\s{0,3}(?:很?抱歉|对不起|對不起|非常抱歉|sorry|您的(?:请求|访问|IP|浏览器)|您(?:所?访问|没有|需要|无权"
    r"|当前)|当前(?:访问|页面))",
    re.IGNORECASE,
)
