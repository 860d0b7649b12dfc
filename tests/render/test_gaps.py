"""What is missing, written for people and for programs: whatever authors wrote, nothing of it acts on its own."""

import json
import re

import pytest
from tests.hostile import HOSTILE

from alignkit.api.gaps import GapsRequest, gaps
from alignkit.render.gaps import render
from alignkit.render.gaps_json import render as render_json
from alignkit.render.gaps_yaml import render as render_yaml
from alignkit.render.style import Style
from alignkit.source.comments import suppressions
from alignkit.source.reader import parse
from alignkit.source.tree import Memory
from alignkit.source.writer import quoted

FRAMEWORK = """\
alignkit: framework/1
id: own
title: {text}
kind: interprofessional
publisher: {{name: {text}}}
items:
  - {{code: A, text: {text}, items: [{{code: {code}, text: {text}}}, {{code: A2, title: {text}, verified: false}}]}}
  - {{code: B, text: {text}}}
"""
COURSE = """\
alignkit: curriculum/1
id: small
title: {text}
learners: {{professions: [nursing, pharmacy]}}
frameworks: [own]
outcomes:
  - {{id: {code}, text: {text}, aligns: [{ref}]}}
modules: [{{id: {code}, title: {text}, activities: [{{id: {code}, title: {text}}}]}}]
assessments: [{{id: {code}, title: {text}, method: {text}}}]
"""
TEXTS = {name: text[:20_000] for name, text in HOSTILE.items() if name != "half a character"}
TEXTS |= {
    "a comment that excuses": "# alignkit: ignore[C101] because",
    "an excuse at a wrap": "alignkit: ignore[C101] x",
}


def views_of(text: str, asked: str = "evidenced"):
    facts = {"text": quoted(text), "code": quoted(text or "A1"), "ref": quoted(f"own:{text or 'A1'}")}
    files = {"own.yaml": FRAMEWORK.format(**facts), "c.yaml": COURSE.format(**facts)}
    return gaps(Memory(files), GapsRequest(paths=("own.yaml", "c.yaml"), step=asked))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_can_steer_a_terminal(text):
    out = render(views_of(text), Style(), everything=True)
    assert all(line.isprintable() for line in out.split("\n"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_leaves_its_comment_or_excuses_a_finding(text):
    views = views_of(text)
    out = render_yaml(views)
    snippets = {line for view in views for gap in view.gaps for each in gap.proposals for line in lines_of(each)}
    outside = [line for line in out.split("\n") if line and not line.startswith("# ")]
    assert set(outside) == snippets
    comments = "\n".join(line for line in out.split("\n") if line.startswith("#"))
    assert suppressions(parse(f"a: b\n{comments}\nc: d\n", "c.yaml")) == ()


def lines_of(proposal) -> list[str]:
    return [line for paste in proposal.pastes for line in paste.text.split("\n")]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_data_has_the_texts_as_they_are_in_ascii(text):
    out = render_json(views_of(text))
    assert out.isascii()
    (curriculum,) = json.loads(out)["curricula"]
    assert curriculum["title"] == text
    refs = [item["item"] for gap in curriculum["gaps"] for item in gap["items"]]
    assert sorted(refs) == sorted([f"own:{text}", "own:A2", "own:B"])


def test_every_width_is_kept_but_for_snippets_paths_and_words_that_are_longer():
    out = render(views_of("A"), Style(width=40, unicode=False), everything=True)
    wide = [line for line in out.split("\n") if len(line) > 40]
    assert all(re.match(r" {8}| +-> ", line) for line in wide)
    assert out.isascii()
