"""Runs one plan, given as JSON, and prints its report as JSON: a crawl needs a process of its own."""

import json
import sys
from pathlib import Path
from typing import Any

from archive.errors import ArchiveError
from crawler.errors import CrawlerError
from crawler.run import Plan, run_crawl
from crawler.site import Site

QUICK = {"GONGWEN_BACK_OFF_S": 0.1, "GONGWEN_PAUSE_S": 0.1, "GONGWEN_MIN_FREE_MB": 1}


def main() -> None:
    order: dict[str, Any] = json.loads(sys.argv[1])
    site = order.pop("site", None)
    settings = QUICK | order.pop("settings", {})
    order["data"] = Path(order["data"])
    for name in ("urls", "resolve"):
        order[name] = tuple(order.get(name, ()))
    if site is not None:
        order["site"] = Site(**{key: tuple(value) if isinstance(value, list) else value for key, value in site.items()})
    try:
        report = run_crawl(Plan(**order, settings=tuple(settings.items())))
    except (ArchiveError, CrawlerError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201
        sys.exit(getattr(error, "exit_code", 75 if type(error).__name__ == "Busy" else 1))
    print(json.dumps({  # noqa: T201
        "finish_reason": report.finish_reason, "pages": report.pages, "requests": report.requests,
        "reports_new": report.reports_new, "copies_new": report.copies_new, "pending": report.pending,
        "resumed": report.resumed, "warnings": report.warnings,
        "outcomes": {f"{state} {reason or '-'}": count for (state, reason), count in report.outcomes.items()},
        "urls": [(url, told.state if told else None, told.reason if told else None) for url, told in report.urls],
    }))


if __name__ == "__main__":
    main()
