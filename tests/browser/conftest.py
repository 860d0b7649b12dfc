"""One headless browser for all tests of the web page; a page that a test opens is a file, as a reader has it."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.render.report.large import large
from tests.tools import tool

from alignkit.render.report.blocks import Document
from alignkit.render.report.html import render
from alignkit.render.report.language import language

LARGE = large()
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = tool("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@cache
def large_page() -> bytes:
    return render(LARGE, language("en"))


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a document's page in a browser of that width, theme, ...; whatever a page complains of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(document: Document = LARGE, fragment: str = "", **options: Any) -> Page:
        file = tmp_path / "report.html"
        file.write_bytes(large_page() if document is LARGE else render(document, language("en")))
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(file.as_uri() + fragment)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
