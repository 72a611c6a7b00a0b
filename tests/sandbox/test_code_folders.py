"""Libraries stay readable in the reader, and no folder with a user's documents does."""

import sys
from pathlib import Path

import alcove
from alcove.sandbox.code_folders import library_folders


def test_the_running_code_is_readable() -> None:
    folders = set(library_folders())
    assert Path(alcove.__file__).parent in folders
    assert any(Path(folder, "encodings").is_dir() for folder in folders)


def test_no_folder_of_the_user_is_readable() -> None:
    private = {Path("/"), Path.home(), Path.cwd(), Path(sys.prefix), Path(sys.base_prefix)}
    for folder in library_folders():
        assert folder.is_absolute()
        assert not any(path.is_relative_to(folder) for path in private)
