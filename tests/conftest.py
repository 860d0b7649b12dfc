"""Options and surroundings of the test suite."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="rewrite the golden files; read the diff before you commit")


@pytest.fixture(scope="session", autouse=True)
def _a_cache_of_our_own(tmp_path_factory):
    """Let no test see, or leave, what is remembered of the user's runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
