"""Coverage-guided fuzzing of one target by atheris, where it is installed: it searches where chance does not reach.

    pip install atheris
    python -m tests.fuzz.atheris_target load -max_total_time=600

The first word is a folder of tests/fuzz/corpus; libFuzzer's options follow. It begins with that folder, and leaves what
crashes in the working folder: move it into the corpus, with a name that says what it is.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["alignkit"]):
    from tests.fuzz.targets import targets


def main() -> None:
    """Fuzz the target that the call names until libFuzzer has enough."""
    name, *options = sys.argv[1:] or [""]
    known = targets()
    if name not in known:
        sys.exit(f"name a target: {', '.join(known)}")
    seeds = Path(__file__).parent / "corpus" / name
    # A folder of its own goes first: libFuzzer adds to it what it finds, and kept inputs are for people to choose.
    found = Path(".fuzz") / name
    found.mkdir(parents=True, exist_ok=True)
    atheris.Setup([sys.argv[0], *options, str(found), str(seeds)], known[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
