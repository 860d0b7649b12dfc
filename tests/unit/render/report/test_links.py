"""Where links of a document lead."""

import pytest

from alignkit.render.report.links import target

PLACES = {"frameworks"}


@pytest.mark.parametrize(
    ("link", "to"),
    [
        ("#frameworks", "#frameworks"),
        ("#elsewhere", ""),
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("http://example.org", "http://example.org"),
        ("https://example.org/a b\"<ü>'", "https://example.org/a%20b%22%3C%C3%BC%3E'"),
        ("https://example.org/100%25", "https://example.org/100%25"),
        ("https://example.org/\ud800", "https://example.org/?"),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("//example.org", ""),
        ("https://", ""),
        ("https://[::1", ""),
        ("https://example.org:port/", ""),
        ("https://example.org/" + "a" * 2_000, ""),
        ("internal:Sheet!A1", ""),
    ],
)
def test_a_link_leads_to_a_place_or_to_the_web_and_nowhere_else(link, to):
    assert target(link, PLACES) == to
