"""What is wanted of a library is kept in the form in which it is compared."""

from pathlib import Path

from alcove.library import Library


def test_a_folder_of_windows_is_wanted_once_however_it_is_written(
    tmp_path: Path, windows_paths: None
) -> None:
    library = Library(tmp_path / "library")
    library.add([b"c:/Users/anna/", b"D:/", b"//server/share"])
    wanted = library.add([b"C:\\Users\\anna", b"\\\\server\\share\\"])
    assert wanted.folders == (b"C:\\Users\\anna", b"D:\\", b"\\\\server\\share\\")


def test_a_file_of_windows_is_left_out_by_a_pattern_with_slashes(
    tmp_path: Path, windows_paths: None
) -> None:
    library = Library(tmp_path / "library")
    library.add([b"C:\\Users\\anna", b"D:\\"])
    library.rules.exclude(b"C:\\Users\\anna\\Notes\\old [1].txt")
    wanted = library.rules.exclude(b"D:\\x.txt")
    assert wanted.folder_patterns == {
        b"C:\\Users\\anna": "/Notes/old \\[1].txt",
        b"D:\\": "/x.txt",
    }
