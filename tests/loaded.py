"""Which modules a command loads, in an interpreter of its own that nothing else has loaded modules into."""

import os
import subprocess
import sys
from pathlib import Path


def loaded_by(arguments: list[str], folder: Path) -> set[str]:
    """Return the names of all modules loaded once `alignkit` has run with the arguments in the folder."""
    code = (
        "import sys\nfrom alignkit.cli.entry import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    # Measuring coverage loads modules of its own into every subprocess; this one goes without.
    plain = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=folder, env=plain, capture_output=True, text=True, check=True)
    return set(done.stderr.split())
