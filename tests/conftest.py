"""Options of the test suite."""


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="rewrite the golden files; read the diff before you commit")
