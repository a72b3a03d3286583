"""Ready-made queries about time and kind: what grew when, which words rose and fell, by year, genre, script, period."""

from archive.datasette.queries.canned import Canned, share, year, years

_STANDS = "reports.merged_into_id is null"
_PUBLISHED = year("reports.first_published_on")

BY_YEAR_GENRE = Canned(
    name="by_year_genre",
    chinese="逐年各文种", english="Reports by year and genre",
    tells_chinese="按已知最早发布年份和文种计数：报告数、占当年比例、处数；无日期的单列。",
    tells_english="By year of the earliest known date and genre: reports, their share of that year, copies; undated"
                  " apart.",
    sql=f"""
with kinds as (
  select {_PUBLISHED} as year, coalesce(genres.name, '—') as genre, count(*) as reports,
    sum(reports.copies) as copies
  from reports left join genres on genres.id = reports.genre_id where {_STANDS} group by 1, 2
)
select year, genre, reports, {share("reports", "sum(reports) over (partition by year)")} as percent_of_year, copies
from kinds order by year desc, reports desc, genre limit 1000
""",
)  # fmt: skip
BY_PERIOD = Canned(
    name="by_period",
    chinese="报告所述年份", english="Reports by the years they speak of",
    tells_chinese="文中所述的年份（不是发布日期）；一篇可述数年，各计一次，看不出年份的单列。",
    tells_english="The years that texts speak of, not the dates of posting; a report of several years counts in each,"
                  " and those that name none stand apart.",
    sql=f"""
with spoken as (
  select coalesce(period.value, '未述年份 none stated') as period, reports.copies, reports.first_published_on
  from reports left join {years()} as period where {_STANDS}
)
select period, count(*) as reports,
  {share("count(*)", f"(select count(*) from reports where {_STANDS})")} as percent_of_reports,
  sum(copies) as copies, sum(first_published_on is null) as undated_reports
from spoken group by period order by period desc limit 500
""",
)  # fmt: skip
_TERM = """
with found as materialized (select rowid as id from reports_fts where reports_fts match zh_query(:term))"""
TERM_BY_YEAR = Canned(
    name="term_by_year",
    chinese="词语逐年变化", english="A term by year of publication",
    tells_chinese="含该词语的报告数及占当年报告的比例；按已知最早日期分年，无日期的单列；繁简皆可，数词以空格分开。",
    tells_english="Reports that hold the term and their share of that year's reports; undated apart. Either script"
                  " finds both, several terms are set apart by spaces.",
    sql=f"""{_TERM}
select {_PUBLISHED} as year, count(found.id) as reports_with_it, count(*) as all_reports,
  {share("count(found.id)", "count(*)")} as percent, sum(iif(found.id is null, 0, reports.copies)) as copies_with_it,
  sum(reports.copies) as all_copies
from reports left join found on found.id = reports.id where {_STANDS} group by 1 order by 1 limit 500
""",
    params=("term",),
)  # fmt: skip
TERM_BY_PERIOD = Canned(
    name="term_by_period",
    chinese="词语按所述年份", english="A term by the years that reports speak of",
    tells_chinese="同上，但按文中所述年份分年：转载日期晚于成文时更可靠。",
    tells_english="The same by the years that the texts speak of: better where pages were posted long after.",
    sql=f"""{_TERM}
select coalesce(period.value, '未述年份 none stated') as period, count(found.id) as reports_with_it,
  count(*) as all_reports, {share("count(found.id)", "count(*)")} as percent
from reports left join {years()} as period left join found on found.id = reports.id
where {_STANDS} group by 1 order by 1 limit 500
""",
    params=("term",),
)  # fmt: skip
TERM_BY_SITE = Canned(
    name="term_by_site",
    chinese="词语在各网站", english="A term by site",
    tells_chinese="各网站现存报告中含该词语的篇数和比例。",
    tells_english="Reports that hold the term among those that stand on each site now, and their share.",
    sql=f"""{_TERM}
select sites.host, sites.name, count(found.id) as reports_with_it, count(*) as all_reports,
  {share("count(found.id)", "count(*)")} as percent
from (select distinct site_id, report_id from copies where is_current and site_id is not null) as standing
join sites on sites.id = standing.site_id left join found on found.id = standing.report_id
group by sites.id order by reports_with_it desc, sites.id limit 500
""",
    params=("term",),
)  # fmt: skip
BY_GENRE = Canned(
    name="by_genre",
    chinese="各文种", english="Reports by genre",
    tells_chinese="每个文种的报告数、比例、处数、平均字数；无日期的另计。",
    tells_english="Reports of each genre with their share, copies and mean length; undated ones beside.",
    sql=f"""
select coalesce(genres.name, '—') as genre, count(*) as reports,
  {share("count(*)", "sum(count(*)) over ()")} as percent_of_reports, sum(reports.copies) as copies,
  sum(reports.first_published_on is null) as undated_reports, round(avg(reports.chars)) as mean_chars,
  count(iif(reports.script = 'traditional', 1, null)) as traditional,
  count(iif(reports.script = 'mixed', 1, null)) as mixed
from reports left join genres on genres.id = reports.genre_id where {_STANDS}
group by genres.id order by reports desc limit 500
""",
)  # fmt: skip
ADDED = Canned(
    name="added_by_month",
    chinese="入档进度", english="Growth by month",
    tells_chinese="每月新入档的报告数和累计数（入档时间，不是发布日期）。",
    tells_english="Reports that were new to the archive each month, and their running total; not dates of"
                  " publication.",
    sql=f"""
select substr(reports.added_at, 1, 7) as month, count(*) as reports_new,
  sum(count(*)) over (order by substr(reports.added_at, 1, 7)) as reports_so_far,
  sum(reports.first_published_on is null) as undated_reports
from reports where {_STANDS} group by 1 order by 1 desc limit 500
""",
)  # fmt: skip
NEW = Canned(
    name="new_since_last_crawl",
    chinese="最近一次采集的新报告", english="New with the last crawl",
    tells_chinese="最近一次有新报告并已结束的采集所增加的报告。",
    tells_english="Reports that came with the latest finished run which brought any.",
    sql=f"""
select reports.public_id, reports.title, reports.copies, reports.sites, reports.first_published_on,
  genres.name as genre, reports.chars, reports.added_at, crawls.label as crawl
from crawls join reports on reports.crawl_id = crawls.id left join genres on genres.id = reports.genre_id
where {_STANDS} and crawls.id = (select max(ended.id) from crawls as ended where ended.finished_at is not null
  and exists (select 1 from reports as brought where brought.crawl_id = ended.id))
order by reports.id desc limit 500
""",
)  # fmt: skip
TIMES = (TERM_BY_YEAR, TERM_BY_PERIOD, TERM_BY_SITE, BY_YEAR_GENRE, BY_PERIOD, BY_GENRE, NEW, ADDED)
