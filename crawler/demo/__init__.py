"""A small made-up internet on loopback: two boards, a document site and a portal, each page with its truth.

`with serve(seed=7, reports=60) as demo:` gives `demo.sites`, `demo.resolve_rules` and `demo.truths()`.
"""

from crawler.demo.serving import Demo, DemoSite, serve, world
from crawler.demo.truth import Relation, ReplyTruth, Truth

__all__ = ["Demo", "DemoSite", "Relation", "ReplyTruth", "Truth", "serve", "world"]
