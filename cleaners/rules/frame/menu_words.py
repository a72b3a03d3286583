"""The words of sites' menus, a line or an entry each. What a menu is: `page_frame`. No rule stands here."""

from cleaners.rules.head.meta_lines import HOMES

MENU_WORDS = HOMES | {
    "登录", "注册", "登录注册", "登录/注册", "立即注册", "退出", "搜索", "站内搜索", "全站搜索", "设为首页",
    "加入收藏", "收藏本站", "手机版", "电脑版", "客户端", "手机客户端", "网站地图", "无障碍", "网站无障碍",
    "无障碍浏览", "繁體", "繁体", "简体", "English", "EN", "会员中心", "个人中心", "我要投稿", "投稿", "RSS",
    "微信", "微博", "联系我们", "关于我们", "新闻", "要闻", "头条", "时政", "财经", "娱乐", "体育", "科技", "图片",
    "视频", "专题", "论坛", "博客", "更多", "导航", "登錄", "註冊", "搜尋", "新聞", "網站地圖", "上传", "上传文档",
    "通知公告", "政策法规", "办事指南", "新闻动态", "新闻中心", "机构概况", "机构设置", "组织机构",
    "工作动态", "党建工作", "信息公开", "政务公开", "下载中心", "资料下载", "公司简介", "企业简介",
    "公司概况", "企业文化", "产品中心", "产品展示", "成功案例", "工程案例", "公司新闻", "企业新闻",
    "行业新闻", "行业资讯", "人才招聘", "招贤纳士", "在线留言", "在线咨询", "荣誉资质", "资质荣誉",
    "技术支持", "售后服务", "营销网络", "学校概况", "招生就业", "校园文化", "师资队伍", "科学研究",
    "友情链接",
    "下载", "文库", "范文", "文档", "分类", "频道", "消息", "私信", "发现", "提问", "充值", "客服",
}  # fmt: skip
"""Lines that are nothing but an entry of a menu (met on dumps of 37 real pages and in the families of realtext)."""
MENU_CHARS = 12
"""Characters above which a line is no entry of a menu but a strip of them, a teaser or text."""
