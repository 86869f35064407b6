"""A phone on mobile data loads at most 60 KB to join, fonts included."""

import gzip
import re


def test_the_join_page_weighs_at_most_60_kb(house, workshop):
    phone = house.browser()
    phone.set_cookie("language", "id")
    page = phone.get(f"/j/{workshop.code}").text
    fetched = set(re.findall(r'(?:href|src|data-icons)="(/(?:static|words)/[^"#]+)', page))

    weights = {address: weight(phone, address) for address in fetched}
    weights["page"] = len(gzip.compress(page.encode()))

    assert any("woff2" in address for address in weights)
    assert sum(weights.values()) <= 60_000, weights


def weight(phone, address: str) -> int:
    return len(phone.get(address, headers={"Accept-Encoding": "gzip"}).data)
