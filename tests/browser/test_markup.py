"""The Nu Html Checker, which is not ours, finds no error in the page's markup and styles."""

import json
import subprocess

from tests.hostile import HOSTILE
from tests.render.report.large import large
from tests.render.report.sample import document
from tests.tools import tool

from alignkit.render.report.html import render
from alignkit.render.report.language import language

# Container queries are in every browser since 2023; the checker's CSS does not know them yet.
UNKNOWN = ("“container-type”", "“@container”", "CSS: “width”: Parse Error")

WORST = ("a script", "the end of a fold", "control characters", "what XML forbids", "half a character", "XML")


def test_markup_is_valid_and_the_checker_would_say_if_it_were_not(tmp_path):
    checker = tool("vnu")
    pages = [render(each, language("en")) for each in (large(), *(document(HOSTILE[name]) for name in WORST))]
    pages.append(pages[0].replace(b"<main", b"<p></div><main"))
    files = [tmp_path / f"{number}.html" for number in range(len(pages))]
    for file, page in zip(files, pages, strict=True):
        file.write_bytes(page)
    run = subprocess.run([checker, "--format", "json", *map(str, files)], capture_output=True, check=False, text=True)
    messages = json.loads(run.stderr[run.stderr.index("{") :])["messages"]
    errors = [(each["url"].rpartition("/")[2], each["message"]) for each in messages if each["type"] != "info"]
    wrong = [(url, message) for url, message in errors if not any(name in message for name in UNKNOWN)]
    assert {url for url, _ in wrong} == {files[-1].name}
