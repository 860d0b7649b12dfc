"""Whatever a file of an author holds, it is read or has a finding, and comes to an end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.campaign import campaign
from tests.fuzz.samples import COMPLETE
from tests.fuzz.strategies import KIND_NAMES, PIECES, changed, documents, texts
from tests.fuzz.targets import COURSE, run

FRAGMENTS = st.lists(st.sampled_from(PIECES), max_size=80).map(b"".join)
FILES = [COURSE.encode(), COMPLETE.encode()]
EXCUSES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "# alignkit: ignore",
                "[",
                "]",
                "C101",
                "@LO1",
                "@",
                ",",
                " why",
                "#",
                "\n",
                "\r",
                "  - x: ",
                '"',
                "'",
                "|\n  ",
            ]
        ),
        texts,
    ),
    max_size=16,
).map("".join)
PROJECT = b"alignkit: project/1\ncurricula: [./]\nrules: {O102: off}\nfail_on: info\naliases: {caipc: caipe-2011}\n"


@campaign(300)
@given(st.one_of(FRAGMENTS, st.binary(max_size=200), texts.map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_can_be_read(data):
    run("load", data)


@campaign(150)
@given(changed(FILES))
def test_a_curriculum_that_was_damaged_can_be_read(data):
    run("load", data)


@pytest.mark.parametrize("kind", KIND_NAMES)
@campaign(14)
@given(data=st.data())
def test_a_document_with_the_wrong_value_anywhere_can_be_read_and_checked(kind, data):
    document = data.draw(documents(kind))
    run("load", document)
    run("check", document)


@campaign(60)
@given(changed(FILES))
def test_a_curriculum_that_was_damaged_can_be_checked(data):
    run("check", data)


@campaign(100)
@given(EXCUSES)
def test_any_comment_can_be_asked_what_it_excuses(text):
    run("excuses", text.encode("utf-8", "replace"))


@campaign(50)
@given(st.one_of(documents("project/1"), changed([PROJECT])))
def test_any_project_file_can_be_read(data):
    run("project", data)


@campaign(10)
@given(st.one_of(documents("curriculum/1"), changed(FILES)))
def test_any_curriculum_can_be_reported_on(data):
    run("report", data)
