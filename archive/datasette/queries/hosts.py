"""Ready-made queries about sites: what each holds, who states earlier dates, which share reports, what is undated."""

from archive.datasette.queries.canned import DATED, Canned, share, year

SITES = Canned(
    name="sites_overview",
    chinese="各网站一览", english="What each site holds",
    tells_chinese="每个网站的报告数、处数、别处没有的报告、无日期的处数和比例。",
    tells_english="Reports and copies of each site, reports that stand nowhere else, and its undated copies with"
                  " their share.",
    sql=f"""
with placed as (
  select report_id, site_id, count(*) as copies, count({DATED}) as dated, min({DATED}) as first_on,
    max({DATED}) as last_on
  from copies where is_current group by report_id, site_id
), counted as (
  select placed.site_id, sum(placed.copies) as copies, count(*) as reports, sum(reports.sites = 1) as only_here,
    sum(dated) as dated, min(first_on) as first_on, max(last_on) as last_on
  from placed join reports on reports.id = placed.report_id group by placed.site_id
)
select sites.host, sites.name, platforms.name as platform, reports, only_here,
  {share("only_here", "reports")} as percent_only_here, copies, copies - dated as undated_copies,
  {share("(copies - dated)", "copies")} as percent_undated, first_on, last_on, sites.id as site
from counted left join sites on sites.id = counted.site_id left join platforms on platforms.id = sites.platform_id
order by reports desc, sites.id limit 1000
""",
)  # fmt: skip
BY_SITE_YEAR = Canned(
    name="by_site_year",
    chinese="各网站逐年", english="Reports by site and year",
    tells_chinese="每个网站各年份（该站所标发布日期）的报告数和处数；无日期的单列。填主机名只看一家。",
    tells_english="Reports and copies of each site by the year that it states itself; undated apart. A host name"
                  " shows that site alone.",
    sql=f"""
with placed as materialized (
  select copies.site_id, copies.report_id, {DATED} as published_on from copies
  where copies.is_current and (:host = '' or copies.site_id = (select id from sites where host = :host))
), counted as (
  select site_id, report_id, {year("published_on")} as year, count(*) as copies from placed
  group by report_id, site_id, 3
)
select sites.host, year, count(*) as reports, sum(copies) as copies,
  {share("sum(copies)", "sum(sum(copies)) over (partition by site_id)")} as percent_of_site
from counted left join sites on sites.id = counted.site_id group by site_id, year order by sites.host, year desc
limit 1000
""",
    params=("host",),
)  # fmt: skip
# The plus keeps the order from choosing the table, whose rows are long, in place of the index that has all it asks.
UNDATED_COPIES = Canned(
    name="undated_copies",
    chinese="没有日期的各处", english="Undated copies",
    tells_chinese="没有可算作发布日期的各处：填主机名只看一家。谁先发布的比较不包括它们。",
    tells_english="Copies without a date of publication; a host name shows that site alone. Comparisons of who was"
                  " first leave them out.",
    sql=f"""
select sites.host, copies.title, copies.url, copies.published_on as stated_on, copies.date_kind, copies.first_seen_at,
  reports.public_id, reports.first_published_on as first_known_on, copies.id as copy
from (
  select copies.id from copies where copies.is_current and {DATED} is null
    and (:host = '' or copies.site_id = (select id from sites where host = :host))
  order by +copies.id desc limit 500
) as latest join copies on copies.id = latest.id
left join sites on sites.id = copies.site_id join reports on reports.id = copies.report_id
order by copies.id desc
""",
    params=("host",),
)  # fmt: skip
# Each report once on each of its hosts, with its earliest date there; and the host of the earliest of all, of equal
# dates that of the first capture. The key is compared as text: a date, then what decides between equal ones.
_FIRST = f"""
with placed as materialized (
  select copies.report_id, copies.site_id,
    min({DATED} || ' ' || copies.first_seen_at || ' ' || printf('%012d', copies.id)) as earliest
  from reports cross join copies on copies.report_id = reports.id
  where copies.is_current and copies.site_id is not null and reports.sites > 1
  group by copies.report_id, copies.site_id
), origin as materialized (
  select report_id, site_id, min(earliest) as earliest from placed where earliest is not null group by report_id
)"""
FIRST_PUBLISHERS = Canned(
    name="first_publishers",
    chinese="较早发布的网站", english="Sites that state the earliest date",
    tells_chinese="在两个以上网站出现的报告中，各站所标日期最早的篇数和比例；只是所标日期，不证明来源。",
    tells_english="Of the reports on two sites or more: how many each site dates earliest, and their share of those"
                  " it has. Stated dates only: no proof of origin.",
    sql=f"""{_FIRST}
, counted as (
  select placed.site_id, sum(placed.site_id = origin.site_id) as dated_earliest, count(*) as shared_reports,
    sum(placed.earliest is null) as undated_here
  from placed left join origin on origin.report_id = placed.report_id group by placed.site_id
)
select sites.host, sites.name, coalesce(dated_earliest, 0) as dated_earliest, shared_reports,
  {share("coalesce(dated_earliest, 0)", "shared_reports")} as percent, undated_here
from counted join sites on sites.id = counted.site_id order by dated_earliest desc, sites.id limit 500
""",
)  # fmt: skip
HOST_GRAPH = Canned(
    name="host_graph",
    chinese="网站间流向", english="Host graph",
    tells_chinese="左边网站所标日期早于右边网站的报告数，及其中右边也有日期的比例；是“所标日期较早”，不是“抄自”。填主机名只看与它有关的。",
    tells_english="From the site that states the earliest date to each other site of the report: reports, and the"
                  " share that the other dates too. It states an earlier date; it does not say who copied. A host"
                  " name shows its edges.",
    sql=f"""{_FIRST}
, edges as (
  select origin.site_id, placed.site_id as later_id, count(*) as reports,
    sum(placed.earliest is not null) as dated_reports
  from origin join placed on placed.report_id = origin.report_id and placed.site_id <> origin.site_id
  group by origin.site_id, placed.site_id
)
select source.host as earlier_host, target.host as later_host, reports, dated_reports,
  {share("dated_reports", "reports")} as percent_dated
from edges join sites as source on source.id = edges.site_id join sites as target on target.id = edges.later_id
where :host = '' or :host in (source.host, target.host)
order by reports desc, edges.site_id, edges.later_id limit 1000
""",
    params=("host",),
)  # fmt: skip
OVERLAP = Canned(
    name="site_overlap",
    chinese="与某站共有的报告", english="Sites that share reports",
    tells_chinese="填主机名：其他网站与它共有多少篇报告，占双方的比例。不填：报告最多的一家。",
    tells_english="Give a host: how many of its reports each other site has too, and the share of both. Nothing typed"
                  " in: the site with most reports.",
    sql=f"""
with standing as materialized (
  select distinct report_id, site_id from copies where is_current and site_id is not null
), sizes as materialized (
  select site_id, count(*) as reports from standing group by site_id
), asked as materialized (
  select iif(:host = '', (select site_id from sizes order by reports desc limit 1),
    (select id from sites where host = :host)) as id
), shared as (
  select site_id, count(*) as reports from standing
  where report_id in (select report_id from standing where site_id = (select id from asked)) group by site_id
)
select one.host, sites.host as other_host, shared.reports as shared_reports,
  {share("shared.reports", "own.reports")} as percent_of_host,
  {share("shared.reports", "sizes.reports")} as percent_of_other
from shared join sites on sites.id = shared.site_id join sizes on sizes.site_id = shared.site_id
join asked join sites as one on one.id = asked.id join sizes as own on own.site_id = asked.id
where shared.site_id <> asked.id order by shared_reports desc, sites.id limit 500
""",
    params=("host",),
)  # fmt: skip
HOSTS = (SITES, BY_SITE_YEAR, FIRST_PUBLISHERS, HOST_GRAPH, OVERLAP, UNDATED_COPIES)
