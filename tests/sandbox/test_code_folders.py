"""What stays readable in the reader: libraries, and never a folder where documents may be."""

import sys
from pathlib import Path

import alcove
from alcove.sandbox.code_folders import library_folders


def test_the_code_that_runs_is_among_them() -> None:
    folders = set(library_folders())
    assert Path(alcove.__file__).parent in folders
    assert any(Path(folder, "encodings").is_dir() for folder in folders)


def test_no_folder_of_the_users_is_opened() -> None:
    private = {Path("/"), Path.home(), Path.cwd(), Path(sys.prefix), Path(sys.base_prefix)}
    for folder in library_folders():
        assert folder.is_absolute()
        assert not any(path.is_relative_to(folder) for path in private)
