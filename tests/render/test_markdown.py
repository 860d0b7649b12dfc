"""The comment on a pull request."""

import re

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace
from tests.hostile import HOSTILE
from tests.render.samples import broken, finding, hostile, nothing, small, with_findings

from alignkit.render.findings.markdown import render
from alignkit.views.check import Since


def html(text: str) -> str:
    """Return the text as CommonMark with tables renders it."""
    return str(MarkdownIt("commonmark").enable("table").render(text))


def test_coverage_and_verdicts_are_tables():
    text = render(small())
    # TT4 and TT5 are in scope, and both should be claimed; TT5 alone is, and is taught, and nothing is assessed.
    assert "| small | IPEC 2023 (TT4 and TT5) | 2 | 1, target 2 **missed** | 1 | 0 | 0 |" in text
    assert "| small | hpac-2019: Rationale | " in text
    assert html(text).count("<table>") == 2


def test_the_gravest_come_first_and_the_others_behind_a_fold():
    text = render(small())
    above, fold = text.split("<details>")
    assert above.count("\n- **") == 10
    assert text.count("\n- **") == len(small().findings)
    assert f"{len(small().findings) - 10} more" in fold
    assert above.index("error, `courses/small.yaml:9`") < above.index(" warning, `")


def test_few_findings_need_no_fold():
    text = render(with_findings(small(), finding()))
    assert "<details>" not in text
    assert text.count("\n- **") == 1


def test_the_first_lines_say_how_it_went():
    assert render(small()).splitlines()[0].startswith("### alignkit: ")
    assert "**The check fails.** 1 finding excused in the files." in render(small())
    assert "Nothing fails the check." in render(nothing())
    assert "**The check could not be completed.** Not readable: broken.yaml." in render(broken())


def test_what_is_set_aside_is_counted():
    view = replace(small(), waived=0, accepted=3, since=Since(base="main", known=12))
    said = (
        "3 findings accepted in the baseline. Only what is new or lost since main: 12 findings from before not listed."
    )
    assert said in render(view)


def test_it_is_never_longer_than_a_comment_may_be():
    many = with_findings(small(), *[finding("a" * 390, line=line) for line in range(1, 2_000)])
    text = render(many)
    assert len(text.encode()) <= 60_000
    assert text.endswith("</details>\n")
    shown = text.count("\n- **")
    assert f"and {1_999 - shown:,} more; `alignkit check --all` lists them" in text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_of_an_author_s_is_markup(text):
    shown = hostile(small(), text)
    written = render(replace(shown, unparsed=()))
    page = html(written)
    tags = set(re.findall(r"</?([a-z0-9]+)", re.sub(r"<!-- -->", "", page)))
    assert tags <= {
        "h3",
        "p",
        "strong",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ul",
        "li",
        "code",
        "details",
        "summary",
    }
    assert page.count("<table>") == 2
    assert page.count("<h3>") == 1
    assert page.count("<details>") == page.count("</details>") <= 1
    outside_code = re.sub(r"<code>.*?</code>", "", page)
    assert re.search(r"@octocat|#1\b|://|www\.", outside_code) is None
    assert len(written.encode()) <= 65_000


def test_a_table_of_many_curricula_is_cut():
    view = replace(small(), curricula=small().curricula * 100)
    assert "and 70 more rows" in render(view)
