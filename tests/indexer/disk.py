"""Change folders on a real disk together with a dictionary that models their contents."""

# Paths are bytes here, which pathlib does not take:
# ruff: noqa: PTH101, PTH102, PTH103, PTH104, PTH105, PTH108, PTH119, PTH122, PTH123, PTH211

import io
import itertools
import os
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from alcove.files.watching.source import EventKind

Event = tuple[bytes, EventKind]

NAMES = (b"a.txt", b"b.md", b"two\nlines.txt", b"e\xcc\x81.md", b".hidden.txt") + (
    (b"bad\xff.txt",) if sys.platform == "linux" else ()
)
FOLDER_NAMES = (b"one", b"two", b"ignored", b"a.txt")
IGNORE_LINES = (b"ignored/\n", b"*.md\n", b"/one\n")
IGNORE_FILE = b".gitignore"


@dataclass
class Disk:
    """Folders and their model; each method changes both and returns the events that this makes.

    Attributes:
        folders: the indexed folders, which exist.
        names: of the files to create.
        files: path → content; None for a symbolic link.
        directories: all directories, with the indexed folders.
        words: content → the word that only this content has; None for one without text.
        before_write: called before each change.
    """

    folders: Sequence[bytes]
    names: Sequence[bytes] = NAMES
    files: dict[bytes, bytes | None] = field(default_factory=dict)
    directories: set[bytes] = field(default_factory=set)
    words: dict[bytes, str | None] = field(default_factory=dict)
    before_write: Callable[[], None] = lambda: None
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        for folder in self.folders:
            os.makedirs(folder)
            self.directories.add(folder)

    def create(self, where: int, name: int) -> list[Event]:
        """Write a new file, or an old one's new content, from its first byte."""
        path = self._place(where, self.names[name % len(self.names)])
        if path in self.directories or self._is_link(path):
            return []
        return self._write(path, self._new_content(path))

    def make_folder(self, where: int, name: int) -> list[Event]:
        path = self._place(where, FOLDER_NAMES[name % len(FOLDER_NAMES)])
        if path in self.directories or path in self.files or path.count(b"/") > 12:
            return []
        os.mkdir(path)
        self.directories.add(path)
        return [(path, EventKind.APPEARED)]

    def edit(self, which: int, *, longer: bool) -> list[Event]:
        """Write into a file where it is."""
        path = self._file(which)
        return [] if path is None else self._write(path, self._new_content(path, longer=longer))

    def edit_unseen(self, which: int) -> list[Event]:
        """Write into a file without a change of its size and mtime."""
        path = self._file(which)
        if path is None:
            return []
        before = os.lstat(path)
        content = self._new_content(path)
        if len(content) != before.st_size:
            content = self._new_content(path, longer=True)
        events = self._write(path, content)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        return [*events, (path, EventKind.TOUCHED)]

    def save_atomically(self, which: int) -> list[Event]:
        """Write beside a file and rename over it, as editors do."""
        path = self._file(which)
        if path is None:
            return []
        new, content = path + b".new.txt", self._new_content(path)
        if new in self.directories or new in self.files:
            return []
        events = self._write(new, content)
        os.replace(new, path)
        self.files[path] = self.files.pop(new)
        return [*events, (new, EventKind.CHANGED), (path, EventKind.FINISHED)]

    def copy(self, which: int, where: int) -> list[Event]:
        """Copy a file to another name."""
        path = self._file(which)
        if path is None:
            return []
        other = self._place(where, b"copy of " + os.path.basename(path)[-20:])
        content = self.files[path]
        if other in self.directories or other in self.files or content is None:
            return []
        return self._write(other, content)

    def empty(self, which: int) -> list[Event]:
        path = self._file(which)
        if path is None:
            return []
        self.words[b""] = None
        return self._write(path, b"")

    def rename(self, which: int, where: int, name: int) -> list[Event]:
        """Move a file or a link, perhaps over another one."""
        path = self._entry(which)
        if path is None:
            return []
        stem = os.path.splitext(self.names[name % len(self.names)])[0]
        target = self._place(where, stem + os.path.splitext(path)[1])  # bytes keep their format
        if path == target or target in self.directories:
            return []
        self.before_write()
        os.rename(path, target)
        self.files[target] = self.files.pop(path)
        return [(path, EventKind.CHANGED), (target, EventKind.FINISHED)]

    def move_tree(self, which: int, where: int, name: int) -> list[Event]:
        """Move a folder with its contents."""
        tree = self._tree(which)
        target = self._place(where, FOLDER_NAMES[name % len(FOLDER_NAMES)])
        taken = target in self.directories or target in self.files
        if tree is None or taken or _is_in(target, tree) or target.count(b"/") > 12:
            return []
        self.before_write()
        os.rename(tree, target)
        self.directories = {_moved(path, tree, target) for path in self.directories}
        self.files = {_moved(path, tree, target): what for path, what in self.files.items()}
        return [(tree, EventKind.CHANGED), (target, EventKind.APPEARED)]

    def delete(self, which: int) -> list[Event]:
        paths = sorted(self.files)
        if not paths:
            return []
        path = paths[which % len(paths)]
        os.unlink(path)
        del self.files[path]
        return [(path, EventKind.CHANGED)]

    def delete_tree(self, which: int) -> list[Event]:
        tree = self._tree(which)
        if tree is None:
            return []
        shutil.rmtree(tree)
        gone = [path for path in (*self.files, *self.directories) if _is_in(path, tree)]
        self.directories.difference_update(gone)
        self.files = {path: what for path, what in self.files.items() if path not in gone}
        return [(path, EventKind.CHANGED) for path in sorted(gone, reverse=True)]

    def chmod(self, which: int, mode: int) -> list[Event]:
        path = self._file(which)
        if path is None:
            return []
        self.before_write()
        os.chmod(path, mode)
        return [(path, EventKind.TOUCHED)]

    def replace_by_folder(self, which: int) -> list[Event]:
        """Replace a file by a folder of the same name with a file in it."""
        path = self._file(which)
        if path is None or path.count(b"/") > 12:
            return []
        events = self.delete(sorted(self.files).index(path))
        os.mkdir(path)
        self.directories.add(path)
        inside = path + b"/" + self.names[0]
        written = self._write(inside, self._new_content(inside))
        return [*events, (path, EventKind.APPEARED), *written]

    def replace_by_file(self, which: int) -> list[Event]:
        """Replace a folder and its contents by a file of the same name."""
        tree = self._tree(which)
        if tree is None:
            return []
        events = self.delete_tree(which)
        return [*events, *self._write(tree, self._new_content(tree))]

    def link_over(self, which: int) -> list[Event]:
        """Replace a file by a symbolic link."""
        path = self._file(which)
        if path is None:
            return []
        new = path + b".link"
        self.before_write()
        os.symlink(b"/etc/hostname", new)
        os.replace(new, path)
        self.files[path] = None
        return [(new, EventKind.CHANGED), (path, EventKind.FINISHED)]

    def ignore(self, where: int, line: int) -> list[Event]:
        """Write a .gitignore of one line, or remove an existing one."""
        path = self._place(where, IGNORE_FILE)
        if path in self.files:
            return self.delete(sorted(self.files).index(path))
        content = IGNORE_LINES[line % len(IGNORE_LINES)]
        self.words[content] = None
        return self._write(path, content)

    def expected(self, wanted: Sequence[bytes]) -> dict[bytes, str | None]:
        """Return what the index has to hold: path → its word, or None if it has no text."""
        return {
            path: None if content is None or not os.access(path, os.R_OK) else self.words[content]
            for path, content in self.files.items()
            if any(_is_in(path, folder) for folder in wanted)
            and not _is_hidden(path, self.folders)
            and not self._is_ignored(path)
        }

    def _is_ignored(self, path: bytes) -> bool:
        """Return whether an ignore file above excludes a path, by gitignore(5)."""
        for file, line in self.files.items():
            above, name = os.path.split(file)
            if name == IGNORE_FILE and line is not None and path.startswith(above + b"/"):
                parts = path[len(above) + 1 :].split(b"/")
                if _ignores(line, parts):
                    return True
        return False

    def _place(self, where: int, name: bytes) -> bytes:
        directories = sorted(self.directories)
        return directories[where % len(directories)] + b"/" + name

    def _entry(self, which: int) -> bytes | None:
        """Return the path of a file or link that is no ignore file."""
        return _chosen(which, (path for path in self.files if not path.endswith(IGNORE_FILE)))

    def _file(self, which: int) -> bytes | None:
        files = (path for path, content in self.files.items() if content is not None)
        return _chosen(which, (path for path in files if not path.endswith(IGNORE_FILE)))

    def _tree(self, which: int) -> bytes | None:
        return _chosen(which, self.directories.difference(self.folders))

    def _is_link(self, path: bytes) -> bool:
        return path in self.files and self.files[path] is None

    def _write(self, path: bytes, content: bytes) -> list[Event]:
        self.before_write()
        if path in self.files and not os.access(path, os.W_OK):
            os.chmod(path, 0o600)
        with open(path, "wb") as file:
            file.write(content)
        self.files[path] = content
        return [(path, EventKind.CHANGED), (path, EventKind.FINISHED)]

    def _new_content(self, path: bytes, *, longer: bool = False) -> bytes:
        word = new_word(next(self._numbers))
        content = content_of(path, word, longer=longer)
        self.words[content] = word
        return content


def new_word(number: int) -> str:
    """Return a word of eight letters, unique to the number and not English."""
    letters = "".join(chr(ord("a") + number // 26**place % 26) for place in range(6))
    return f"q{letters}q"


def content_of(path: bytes, word: str, *, longer: bool) -> bytes:
    """Return a content with a word, in the format of the path's name, of one of two sizes."""
    text = f"The word is {word} here{' and there' * longer}.\n"
    if path.endswith(b".html"):
        return f"<html><body><p>{text}</p></body></html>".encode()
    if path.endswith(b".csv"):
        return f"name,word\nfirst,{word}\n{'second,none' * longer}\n".encode()
    if path.endswith(b".docx"):
        return _docx(text)
    return text.encode()


_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
    '.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
    '2006/main"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>',
}


def _docx(text: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, content.format(text.strip()))
    return file.getvalue()


def _ignores(line: bytes, parts: Sequence[bytes]) -> bool:
    if line == b"ignored/\n":
        return b"ignored" in parts[:-1]
    if line == b"*.md\n":
        return any(part.endswith(b".md") for part in parts)
    return parts[0] == b"one"


def _chosen(which: int, paths: Iterable[bytes]) -> bytes | None:
    ordered = sorted(paths)
    return ordered[which % len(ordered)] if ordered else None


def _is_hidden(path: bytes, folders: Iterable[bytes]) -> bool:
    tops = (folder for folder in folders if _is_in(path, folder))
    return any(b"/." in path[len(top) :] for top in tops)


def _is_in(path: bytes, folder: bytes) -> bool:
    return path == folder or path.startswith(folder + b"/")


def _moved(path: bytes, tree: bytes, target: bytes) -> bytes:
    return target + path[len(tree) :] if _is_in(path, tree) else path
