"""Makes a library as one version of Alcove leaves it, and packs it for `test_past.py`.

Check that version out, install it into a virtual environment of its own, and run there, on a
POSIX system, with this file wherever it lies:

    python make.py 7b39980.tar.xz

An archive that is in the repository is never made again: what later versions must open is what
that version wrote, not what this script would write today. A new archive, under the name of its
commit, comes beside it whenever a library has got a new form.

Everything is made below /tmp/alcove-past, so that no path of anybody's machine is in the archive;
`test_past.py` gives it other paths. The models are left out, which are large, and the same in
every library.
"""

import io
import os
import shutil
import subprocess
import sys
import tarfile
import time
from dataclasses import replace
from pathlib import Path

from alcove.library import Library

PLACE = Path("/tmp/alcove-past")
WRITTEN = 1_750_000_000  # seconds since the epoch: every document's mtime
SETTLED = 3.0  # seconds; a file that is read earlier after its change is read once more

FERRY = """# The island's ferry

The ferry leaves at dawn and takes the mail to the island. It comes back before noon.

## Storms

When the wind reaches force eight, the harbour master keeps the ship in port. A yellow flag on the
mole says so.

## Fares

A grown person pays four crowns, a child pays two, and a bicycle travels for nothing.
"""

LIGHTHOUSE = """# Handbook of the lighthouse

## The lamp

The lamp burns from sunset to sunrise. The keeper lights it a quarter of an hour before the sun
goes down, and writes the minute into the log. A clean wick gives a white flame; a yellow flame
means that the oil is old. The oil lies in the cellar, in barrels of forty litres, and a barrel
lasts for nine nights in June and for four in December. Whoever opens a barrel chalks the date on
its lid.

## The lens

The lens turns once in thirty seconds and shows two flashes. Its clockwork is wound every four
hours with sixty turns of the crank. The prisms are polished on Saturdays with linen and spirit of
wine, never with water, which leaves spots of lime. A chipped prism is reported to the office in
the capital, and stays in its place until another arrives.

## Fog

In fog the horn sounds for three seconds in every minute. Its boiler needs forty minutes until
there is steam, so that the keeper lights the fire as soon as the church across the bay can no
longer be seen. The horn is silent again when the church has been seen for half an hour.

## Visitors

Visitors may climb the tower on the first Sunday of a month, six at a time. They leave umbrellas
and dogs at the foot of the stairs. There are two hundred and eleven steps, and a bench after the
hundredth. Nobody touches the clockwork. A child under seven holds the hand of a grown person on
the gallery, whose railing is low.

## Provisions

The supply boat comes on the second Thursday with flour, coffee, lamp oil and newspapers. What is
ordered until the evening before is brought along. In winter the pantry holds food for six weeks,
since the landing is closed by ice in most years, and the goats give no milk from January on.
"""

BAKERY = """Die Bäckerei am Markt

Der Sauerteig ruht die ganze Nacht, ehe das Brot in den Ofen kommt. Die Großmutter hat das Rezept
1931 aus Königsberg mitgebracht: Roggenmehl, Wasser, Salz und sehr viel Geduld.

Am Sonntag bleibt der Laden geschlossen.
"""

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Rules of the rowing club</title></head>
<body><h1>Rules of the rowing club</h1>
<p>The treasurer alone may sign contracts above five hundred crowns.</p>
<h2>The boathouse</h2>
<p>Whoever leaves last locks the door and hangs the key behind the clock.</p>
</body></html>
"""

BIRDS = "bird,season,number\nwaxwing,winter,41\nnightjar,summer,3\nkingfisher,spring,12\n"

LETTER = """From: Ada <ada@example.org>
To: Ben <ben@example.org>
Subject: The broken telescope
Date: Mon, 03 Mar 2025 10:00:00 +0000
Message-ID: <1@example.org>
Content-Type: text/plain; charset=utf-8

The mirror of the telescope has a crack. The optician wants three weeks to grind another.
"""

MAILBOX = """From ada@example.org Tue Mar  4 10:00:00 2025
From: Ada <ada@example.org>
To: Ben <ben@example.org>
Subject: Seedlings
Date: Tue, 04 Mar 2025 10:00:00 +0000
Message-ID: <2@example.org>

The tomato seedlings may go outdoors once the nights are free of frost.

From ben@example.org Wed Mar  5 10:00:00 2025
From: Ben <ben@example.org>
To: Ada <ada@example.org>
Subject: Re: Seedlings
Date: Wed, 05 Mar 2025 10:00:00 +0000
Message-ID: <3@example.org>

Then we shall wait for the Ice Saints in the middle of May.
"""

SOURCE = '''"""Counts the votes of an election."""


def seats(votes: dict[str, int], total: int) -> dict[str, int]:
    """Divide the seats by the method of D'Hondt, error E-4711 where there are none."""
    return {party: total * count // sum(votes.values()) for party, count in votes.items()}
'''

DOCUMENTS: dict[bytes, bytes] = {
    b"notes/ferry.md": FERRY.encode(),
    b"notes/a copy of ferry.md": FERRY.encode(),
    b"notes/lighthouse.md": LIGHTHOUSE.encode(),
    "notes/Bäckerei.txt".encode(): BAKERY.encode(),
    "notes/日記.md".encode(): "# 日記\n\n今日は港で古い灯台を見た。\n".encode(),
    b"notes/caf\xe9.txt": "The café behind the theatre closes at midnight.\n".encode(),
    b"club/rules.html": PAGE.encode(),
    b"club/birds.csv": BIRDS.encode(),
    b"mail/telescope.eml": LETTER.encode(),
    b"mail/garden.mbox": MAILBOX.encode(),
    b"tools/votes.py": SOURCE.encode(),
    b"scans/empty.pdf": b"",
    b"scans/broken.pdf": b"%PDF-1.7\n" + b"\xa5" * 300,
    b"scans/picture.xyz": b"\x00\x01\x02\x03" * 20,
    b"notes/old.bak": b"A rule for all folders leaves this out: walrus.\n",
    b"drafts/speech.txt": b"A rule for one folder leaves this out: walrus.\n",
}


def main(archive: Path) -> None:
    """Write the documents, index them, use the library for a while, and pack both."""
    os.umask(0o077)  # as the programs do
    PLACE.mkdir()
    library, documents = PLACE / "library", PLACE / "documents"
    try:
        _write(documents)
        _index(library, documents)
        _use(library, documents)
        _pack(archive, library, documents)
    finally:
        shutil.rmtree(PLACE)


def _write(folder: Path) -> None:
    for name, content in DOCUMENTS.items():
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (WRITTEN, WRITTEN))
    time.sleep(SETTLED)


def _index(library: Path, documents: Path) -> None:
    _alcove(library, "ignore", "*.bak")
    _alcove(library, "settings", "size-limit", "csv=3MB")
    _alcove(library, "index", documents)
    _alcove(library, "ignore", "--folder", documents, "/drafts/")
    _alcove(library, "index")


def _use(library: Path, documents: Path) -> None:
    """Leave traces of every kind in the personal database."""
    ferry, bakery = documents / "notes/ferry.md", documents / "notes/Bäckerei.txt"
    for question in ("When does the boat sail?", "Wann ruht der Teig?"):
        _alcove(library, "search", question)
    _alcove(library, "settings", "on-battery", "pause")
    _alcove(library, "settings", "judgments", "on")
    _alcove(library, "found", "When does the boat sail?", ferry)
    _alcove(library, "found", "--not", "When does the boat sail?", bakery)
    _alcove(library, "evaluate", "--mine")
    window = Library(library)  # what no command does, the window does through this
    window.note_asked("When does the boat sail?", "best")
    window.note_asked("When does the boat sail?", "best")
    window.note_asked("Sauerteig", "words")
    window.note_opened("a letter on optics", bytes(documents / "mail/telescope.eml"))
    window.note_opened("frost", bytes(documents / "mail/garden.mbox"), part=0)
    window.save_search("Brot und Teig", "Sauerteig type:txt", "words")
    window.change_window_settings(lambda now: replace(now, language="de", text_size=120))


def _alcove(library: Path, *arguments: str | Path) -> None:
    command = [sys.executable, "-m", "alcove", "--library", library, *arguments]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def _pack(archive: Path, library: Path, documents: Path) -> None:
    """Pack what a library is, without models, locks and sockets, nor whose it was."""
    kept = [library, library / "index.db", library / "personal.db", library / "words"]
    kept += sorted(path for path in kept[-1].rglob("*") if path.suffix != ".lock")
    kept += [documents, *sorted(documents.rglob("*"), key=bytes)]
    assert not (library / "damaged").exists()
    assert (library / "index.db-wal").stat().st_size == 0  # readers leave it behind, empty
    with tarfile.open(archive, "w:xz", preset=9) as packed:
        for path in kept:
            entry = packed.gettarinfo(path, str(path.relative_to(PLACE)))
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = ""
            entry.mtime = WRITTEN
            content = path.read_bytes() if path.is_file() else b""
            packed.addfile(entry, io.BytesIO(content))


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
