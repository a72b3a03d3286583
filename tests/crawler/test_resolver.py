"""No private address is connected to, however it is spelled; a rule, and only a rule, says otherwise."""

import ipaddress
from typing import Any

import pytest
from scrapy.utils.test import get_crawler
from twisted.internet.address import IPv4Address, IPv6Address

from crawler.addresses import is_public, literal, read_rule, read_rules
from crawler.errors import BadInput
from crawler.resolver import REFUSED, GuardedResolver
from tests.tables import table


class Reactor:
    """Stands for the reactor: its name resolver knows a few names."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self.names = names
        self.asked: list[str] = []

    @property
    def nameResolver(self) -> "Reactor":  # noqa: N802
        return self

    def resolveHostName(self, receiver: Any, host: str, port: int, *_: Any) -> None:  # noqa: N802
        self.asked.append(host)
        receiver.resolutionBegan(None)
        for address in self.names.get(host, []):
            kind = IPv6Address if ":" in address else IPv4Address
            receiver.addressResolved(kind("TCP", address, port))
        receiver.resolutionComplete()


class Receiver:
    def __init__(self) -> None:
        self.found: list[str] = []
        self.is_complete = False

    def resolutionBegan(self, _: Any) -> None:  # noqa: N802
        pass

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        self.found.append(f"{address.host} {address.port}")

    def resolutionComplete(self) -> None:  # noqa: N802
        self.is_complete = True


NAMES = {
    "forum.example": ["93.184.216.34"],
    "inside.example": ["10.0.0.5"],
    "both.example": ["192.168.1.1", "93.184.216.34", "fe80::1", "2606:2800:220:1::1"],
    "mapped.example": ["::ffff:127.0.0.1"],
}


def resolve(host: str, port: int = 80, *rules: str) -> list[str]:
    resolver = GuardedResolver(Reactor(NAMES), 0, read_rules(rules))  # type: ignore[arg-type]
    receiver = Receiver()
    resolver.resolveHostName(receiver, host, port)
    assert receiver.is_complete
    return receiver.found


@table(
    "host",
    [
        "127.0.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "127.1", "127.0.1",
        "0.0.0.0", "0", "①②⑦.0.0.1", "１２７.0.0.1", "[::1]", "::1", "::ffff:127.0.0.1", "[::ffff:7f00:1]",  # noqa: S104
        "169.254.169.254", "10.1.2.3", "172.16.0.1", "192.168.0.1", "100.64.0.1", "224.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "fe80::1%eth0", "255.255.255.255", "inside.example", "mapped.example",
    ],
)
def test_private_addresses_are_refused_in_every_spelling(host: str) -> None:
    assert resolve(host) == []


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("forum.example", ["93.184.216.34 80"]),
        ("93.184.216.34", ["93.184.216.34 80"]),
        ("both.example", ["93.184.216.34 80", "2606:2800:220:1::1 80"]),
        ("missing.example", []),
    ],
)
def test_public_addresses_pass(host: str, found: list[str]) -> None:
    assert resolve(host) == found


@pytest.mark.parametrize(
    ("rule", "host", "port", "found"),
    [
        ("forum.example:80:127.0.0.1:18080", "forum.example", 80, ["127.0.0.1 18080"]),
        ("forum.example:80:127.0.0.1:18080", "forum.example.", 80, ["127.0.0.1 18080"]),
        ("forum.example:80:127.0.0.1:18080", "FORUM.example", 80, ["127.0.0.1 18080"]),
        ("forum.example:80:127.0.0.1:18080", "forum.example", 443, ["93.184.216.34 443"]),
        ("forum.example:443:[::1]:8443", "forum.example", 443, ["::1 8443"]),
        ("forum.example:443:[::1]", "forum.example", 443, ["::1 443"]),
        ("127.0.0.1:18080:127.0.0.1", "127.0.0.1", 18080, ["127.0.0.1 18080"]),
        ("127.0.0.1:18080:127.0.0.1", "127.0.0.1", 18081, []),
    ],
)
def test_a_rule_sends_its_host_and_port_elsewhere_and_no_other(
    rule: str, host: str, port: int, found: list[str]
) -> None:
    assert resolve(host, port, rule) == found


@pytest.mark.parametrize("text", ["", "a:80", "a:x:127.0.0.1", "a:80:no.name", ":80:127.0.0.1", "a:0:127.0.0.1",
                                  "a:80:127.0.0.1:70000", "a:80:[::1:80"])
def test_a_bad_rule_is_told(text: str) -> None:
    with pytest.raises(BadInput, match="HOST:PORT:ADDRESS"):
        read_rule(text)


def test_a_refused_address_is_remembered_for_the_reason() -> None:
    resolve("inside.example")
    assert REFUSED["inside.example"] == "10.0.0.5"


def test_the_setting_names_the_rules() -> None:
    crawler = get_crawler(settings_dict={"GONGWEN_RESOLVE": ["a.example:80:127.0.0.1:81"]})
    resolver = GuardedResolver.from_crawler(crawler, Reactor({}))  # type: ignore[arg-type]
    receiver = Receiver()
    resolver.resolveHostName(receiver, "a.example", 80)
    assert receiver.found == ["127.0.0.1 81"]


@pytest.mark.parametrize(
    ("host", "address"),
    [("1.2.3", "1.2.0.3"), ("256.1.1.1", None), ("1.2.3.4.5", None), ("08.1.1.1", None), ("a.b", None), ("", None),
     ("0x", "0.0.0.0"), ("1e3", None), ("4294967296", None), ("cafe", None), ("thread-1", None)],  # noqa: S104
)
def test_near_misses_of_literal_addresses(host: str, address: str | None) -> None:
    assert literal(host) == (ipaddress.ip_address(address) if address else None)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_is_public_is_true_for_the_internet(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
