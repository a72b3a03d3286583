"""The settings hold what the project promises, and nothing that Scrapy switches on behind our back."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings

from crawler.errors import BadInput, NoContact
from crawler.order import COOKIES, Order, apply_order, make_order, user_agent
from crawler.run import Plan, run_crawls
from crawler.site import Site
from tests.crawler.loopback import HOST, ROOT, article, listing, serving

SITE = Site(slug="s", name="s", hosts=("bbs.example", "bbs.example:8080"), spider="forum",
            starts=("http://bbs.example/",), delay_s=2.5, concurrency=2, cookies=True, ports=(8080,))
PROMISED = {
    "ROBOTSTXT_OBEY": True, "DOWNLOAD_TIMEOUT": 60, "DOWNLOAD_MAXSIZE": 8 * 1024 * 1024,
    "DOWNLOAD_WARNSIZE": 2 * 1024 * 1024, "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False,
    "COOKIES_ENABLED": False, "METAREFRESH_ENABLED": False, "REDIRECT_ENABLED": False, "RETRY_ENABLED": False,
    "DOWNLOAD_VERIFY_CERTIFICATES": True, "AUTOTHROTTLE_ENABLED": True, "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 1.0, "JOBDIR": None, "HTTPPROXY_ENABLED": False,
    "TWISTED_DNS_RESOLVER": "crawler.resolver.GuardedResolver",
}


def loaded(**values: Any) -> Settings:
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.update(values, priority="cmdline")
    return settings


@pytest.mark.parametrize(("name", "value"), list(PROMISED.items()))
def test_what_is_promised(name: str, value: object) -> None:
    assert loaded()[name] == value


def test_only_http_and_https_have_handlers() -> None:
    handlers = loaded().getwithbase("DOWNLOAD_HANDLERS")
    assert {scheme for scheme, handler in handlers.items() if handler} == {"http", "https"}


def test_the_middlewares_that_run_are_ours_and_those_we_know() -> None:
    running = loaded().getwithbase("DOWNLOADER_MIDDLEWARES")
    names = {str(name).rpartition(".")[2] for name, order in running.items() if order is not None}
    assert names == {
        "GuardMiddleware", "PolitenessMiddleware", "ConditionalMiddleware", "CompletenessMiddleware",
        "DownloadTimeoutMiddleware", "DefaultHeadersMiddleware", "UserAgentMiddleware", "DownloaderStats",
    }


def order(**more: Any) -> Order:
    return make_order("forum", SITE, (), data=Path("x"), **more)


def test_a_site_has_its_say() -> None:
    settings = loaded(GONGWEN_CONTACT="https://me.example/bot")
    apply_order(order(), settings)
    assert settings.getfloat("DOWNLOAD_DELAY") == 2.5
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 2
    assert settings.getbool("COOKIES_ENABLED")
    assert settings.getwithbase("DOWNLOADER_MIDDLEWARES")[COOKIES] == 700
    assert settings.getwithbase("DOWNLOADER_MIDDLEWARES")["crawler.middlewares.guard.GuardMiddleware"] == 50
    assert settings.getlist("GONGWEN_PORTS") == [8080]
    assert settings.getbool("AUTOTHROTTLE_ENABLED")
    assert settings["USER_AGENT"].endswith("+https://me.example/bot)")


@pytest.mark.parametrize(
    ("said", "delay", "concurrency"),
    [({}, 2.5, 2), ({"delay_s": 0.0}, 0.0, 2), ({"delay_s": 1.0, "concurrency": 8}, 1.0, 8)],
    ids=["nothing", "no delay", "both"],
)
def test_who_runs_it_may_overrule_the_site(said: dict[str, Any], delay: float, concurrency: int) -> None:
    settings = loaded(GONGWEN_CONTACT="https://me.example/bot")
    apply_order(replace(order(), **said), settings)
    assert settings.getfloat("DOWNLOAD_DELAY") == delay
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == concurrency


def test_without_contact_only_loopback_is_crawled() -> None:
    with pytest.raises(NoContact, match="--contact"):
        apply_order(order(), loaded(GONGWEN_CONTACT=" "))
    settings = loaded(GONGWEN_CONTACT="", GONGWEN_RESOLVE=["bbs.example:80:127.0.0.1:1234"])
    apply_order(order(), settings)
    assert not settings.getbool("AUTOTHROTTLE_ENABLED")
    with pytest.raises(NoContact):
        apply_order(order(), loaded(GONGWEN_CONTACT="", GONGWEN_RESOLVE=["bbs.example:80:93.184.216.34"]))


@pytest.mark.parametrize("word", ["bot", "crawl", "spider", "slurp"])
def test_the_user_agent_has_no_word_that_changes_discuz_pages(word: str) -> None:
    name = user_agent("1.0", "mailto:me@example.org")
    assert name == "Mozilla/5.0 (compatible; Gongwen/1.0; +mailto:me@example.org)"
    assert word not in name.lower()


@pytest.mark.parametrize("urls", [(), ("ftp://a.example/",), ("no url",), ("http://a.example:x/",)])
def test_a_bad_list_is_told_before_anything_is_asked(urls: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        run_crawls([Plan(data=tmp_path, urls=urls)])
    assert not list(tmp_path.iterdir())


def scrapy(*arguments: str, **env: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *arguments], cwd=ROOT, env=os.environ | env, text=True, capture_output=True,
        check=False, timeout=240,
    )


def test_scrapy_lists_the_four_spiders() -> None:
    assert scrapy("list").stdout.split() == ["document", "forum", "portal", "urls"]


@pytest.mark.journey
def test_scrapy_crawl_works_with_settings_from_the_environment(tmp_path: Path) -> None:
    sites = tmp_path / "sites"
    sites.mkdir()
    (sites / "trial.toml").write_text(
        f'[site]\nname = "试验"\nhosts = ["{HOST}"]\nspider = "forum"\nstarts = ["http://{HOST}/"]\n'
        "[politeness]\ndelay_s = 0.0\n", encoding="utf-8",
    )
    with serving() as server:
        server.pages = {"/": listing("/doc/1.html"), "/doc/1.html": article(1)}
        run = scrapy("crawl", "forum", "-a", "site=trial", GONGWEN_DATA=str(tmp_path), GONGWEN_RESOLVE=server.rule,
                     GONGWEN_WORKERS="1")
        assert run.returncode == 0, run.stderr
        assert server.paths() == ["/", "/doc/1.html"]
    assert "finished" in run.stderr
    assert (tmp_path / "archive.db").exists()
