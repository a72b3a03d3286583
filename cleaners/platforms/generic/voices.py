"""What trafilatura takes for a page's text, as lines. The only file that knows trafilatura; its text is never stored.

Its default lower limit of 250 characters throws whole Chinese notices away; 80 with its strict mode and 120 with its
default mode were measured best (reference: extraction, section 4).
"""

from configparser import ConfigParser
from functools import cache

from lxml.html import HtmlElement

STRICT_CHARS = 80
PLAIN_CHARS = 120


def strict_voice(tree: HtmlElement) -> tuple[str, ...]:
    """Give the lines of trafilatura's strict mode without comments; empty where it finds none."""
    return _lines(tree, _config(STRICT_CHARS), favor_precision=True)


def plain_voice(tree: HtmlElement) -> tuple[str, ...]:
    """Give the lines of trafilatura's default mode without comments; empty where it finds none."""
    return _lines(tree, _config(PLAIN_CHARS))


def _lines(tree: HtmlElement, config: ConfigParser, *, favor_precision: bool = False) -> tuple[str, ...]:
    from trafilatura import extract  # noqa: PLC0415 - 0.1 s with all it imports, and most pages do not ask it

    try:
        text = extract(
            tree,  # copied by trafilatura itself
            output_format="txt",
            include_comments=False,
            favor_precision=favor_precision,
            config=config,
        )
    except (AssertionError, ValueError):
        # Known: lxml's "invalid parent" on nodes moved twice, and pages whose tree empties while it is cleaned.
        return ()
    return tuple(line for line in (text or "").splitlines() if line.strip())


@cache
def _config(chars: int) -> ConfigParser:
    from trafilatura.settings import use_config  # noqa: PLC0415 - see above

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(chars))
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    return config
