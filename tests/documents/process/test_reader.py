"""Reading in a child process, which may die, hang or send malformed answers."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.documents.conftest import docx

from alcove.documents import Format
from alcove.documents.process import reader
from alcove.documents.process.reader import Reader
from alcove.documents.readers.ocr import ocr_languages
from alcove.errors import AlcoveError, Cancelled, ReadError, Reason
from alcove.records import Document

MISBEHAVING = str(Path(__file__).with_name("misbehaving.py"))
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@contextmanager
def opened(path: Path, content: bytes = b"Words.") -> Iterator[int]:
    path.write_bytes(content)
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def misbehaving(behaviour: str, scratch: Path, timeout: float | None = None) -> Reader:
    child = (sys.executable, MISBEHAVING, behaviour, str(scratch / "scratch"))
    return Reader(child=child, timeout=timeout)


def process_of(reading: Reader) -> int:
    assert reading._child is not None
    return reading._child._process.pid


def test_documents_come_back_as_they_were_read(tmp_path: Path) -> None:
    text = "# Über\n\nzwei\n"
    with Reader() as reading, opened(tmp_path / "file", text.encode()) as descriptor:
        (document,) = reading.read(descriptor, Format.MD)
        assert (document.text, document.title) == (text, "Über")
        assert reading.read(descriptor, Format.MD) == [document]  # whatever its offset is


def test_a_parser_runs_within_the_limits(tmp_path: Path) -> None:
    with Reader() as reading, opened(tmp_path / "file", docx("Words.")) as descriptor:
        assert reading.read(descriptor, Format.DOCX) == [Document("Words.")]


def test_a_mailbox_comes_back_message_by_message(tmp_path: Path) -> None:
    message = b"From a@b Mon Jan  1 10:00:00 2024\nSubject: %d\n\n"
    data = b"".join(message % number for number in range(3))
    with Reader() as reading, opened(tmp_path / "file", data) as descriptor:
        documents = reading.read(descriptor, Format.MBOX)
    assert [document.text for document in documents] == [f"Subject: {n}" for n in range(3)]


def test_a_reason_comes_back_with_its_words(tmp_path: Path) -> None:
    with Reader() as reading, opened(tmp_path / "file", b"") as descriptor:
        with pytest.raises(ReadError) as caught:
            reading.read(descriptor, Format.TXT)
        first = process_of(reading)
        with pytest.raises(ReadError):
            reading.read(descriptor, Format.TXT)
        assert process_of(reading) == first
    assert (caught.value.reason, caught.value.detail) == (Reason.EMPTY, "It is empty.")


@pytest.mark.parametrize("behaviour", ["die", "shout", "lie"])
def test_a_process_that_dies_or_lies_costs_one_file(tmp_path: Path, behaviour: str) -> None:
    with misbehaving(behaviour, tmp_path) as reading, opened(tmp_path / "file") as descriptor:
        with pytest.raises(ReadError) as caught:
            reading.read(descriptor, Format.TXT)
        assert reading._child is None
    assert caught.value.reason is Reason.READER_DIED


def test_a_process_that_hangs_is_killed(tmp_path: Path) -> None:
    hanging = misbehaving("hang", tmp_path, timeout=0.2)
    with hanging as reading, opened(tmp_path / "file") as descriptor:
        with pytest.raises(ReadError) as caught:
            reading.read(descriptor, Format.TXT)
        assert reading._child is None
    assert caught.value.reason is Reason.TIMED_OUT
    assert caught.value.detail == "Reading it took more than 0.2 seconds."


def test_a_process_is_replaced_after_a_number_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "FILES_PER_PROCESS", 2)
    with misbehaving("answer", tmp_path) as reading, opened(tmp_path / "file") as descriptor:
        texts = [reading.read(descriptor, Format.TXT)[0].text for _ in range(4)]
    assert texts[0] == texts[1] != texts[2] == texts[3]


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    with misbehaving("answer", tmp_path) as reading, opened(tmp_path / "file") as descriptor:
        reading.read(descriptor, Format.TXT)
        process = process_of(reading)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    reading.close()


@pytest.mark.parametrize("behaviour", ["die once", "hang once"])
def test_a_file_gets_a_second_try_in_a_fresh_process(tmp_path: Path, behaviour: str) -> None:
    reading = misbehaving(behaviour, tmp_path, timeout=3)
    with reading, opened(tmp_path / "file") as descriptor:
        assert reading.read(descriptor, Format.TXT) == [Document(f"read by {process_of(reading)}")]


def test_a_read_that_is_stopped_from_another_thread_ends_as_cancelled(tmp_path: Path) -> None:
    with misbehaving("hang", tmp_path) as reading, opened(tmp_path / "file") as descriptor:
        stopper = threading.Thread(target=stop_once_hanging, args=(reading, tmp_path / "scratch"))
        stopper.start()
        with pytest.raises(Cancelled):
            reading.read(descriptor, Format.TXT)
        stopper.join()
        with pytest.raises(Cancelled):
            reading.read(descriptor, Format.TXT)


def stop_once_hanging(reading: Reader, hanging: Path) -> None:
    while not hanging.exists():
        os.sched_yield()
    reading.stop()


def test_a_process_that_gives_up_is_replaced_before_the_next_file(tmp_path: Path) -> None:
    with misbehaving("resign", tmp_path) as reading, opened(tmp_path / "file") as descriptor:
        details = set()
        for _ in range(3):
            with pytest.raises(ReadError) as caught:
                reading.read(descriptor, Format.TXT)
            assert caught.value.reason is Reason.DAMAGED
            details.add(caught.value.detail)
    assert len(details) == 3


def test_a_process_that_never_gets_ready_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    reading = misbehaving("die early", tmp_path)
    stopped = pytest.raises(AlcoveError, match="ended before it was ready")
    with reading, opened(tmp_path / "file") as descriptor, stopped as caught:
        reading.read(descriptor, Format.TXT)
    assert caught.value.advice


@pytest.mark.parametrize("mode", [0o600, None], ids=["not executable", "missing"])
def test_a_program_that_cannot_be_started_is_named(tmp_path: Path, mode: int | None) -> None:
    program = tmp_path / "python"
    if mode:
        program.touch(mode)
    reading = Reader(child=[str(program)])
    stopped = pytest.raises(AlcoveError, match="cannot be started")
    with reading, opened(tmp_path / "file") as descriptor, stopped as caught:
        reading.read(descriptor, Format.TXT)
    assert str(program) in str(caught.value)
    assert caught.value.advice


@linux_only
def test_the_process_is_confined(tmp_path: Path) -> None:
    with Reader() as reading, opened(tmp_path / "file") as descriptor:
        reading.read(descriptor, Format.TXT)
        proc = Path("/proc", str(process_of(reading)))
        limits = {
            line[:25].strip(): line[26:].split()
            for line in (proc / "limits").read_text().splitlines()
        }
        status = dict(line.split(":", 1) for line in (proc / "status").read_text().splitlines())
        outputs = [(proc / "fd" / number).readlink() for number in ("1", "2")]
    assert limits["Max address space"][:2] == [str(1 << 30)] * 2
    assert limits["Max file size"][:2] == ["0", "0"]
    assert limits["Max core file size"][:2] == ["0", "0"]
    assert status["Seccomp"].strip() == "2"
    assert outputs == [Path("/dev/null")] * 2


@linux_only
def test_the_process_ends_with_its_parent(tmp_path: Path) -> None:
    with Reader() as reading, opened(tmp_path / "file") as descriptor:
        reading.read(descriptor, Format.TXT)
        assert reading._child is not None
        reading._child._channel.close()
        assert reading._child._process.wait(timeout=30) == 0


@linux_only
def test_a_reader_that_is_killed_twenty_times_goes_on(tmp_path: Path) -> None:
    text = "<p>Words</p>" * 10_000
    with Reader() as reading, opened(tmp_path / "file", text.encode()) as descriptor:
        expected = reading.read(descriptor, Format.HTML)
        for _ in range(20):
            killer = threading.Thread(target=kill_while_reading, args=(process_of(reading),))
            killer.start()
            assert reading.read(descriptor, Format.HTML) == expected
            killer.join()


def kill_while_reading(process: int) -> None:
    """Kill a process as soon as it has taken over the file, which has no name in its table."""
    files = Path("/proc", str(process), "fd")
    idle = len(list(files.iterdir()))
    while len(list(files.iterdir())) == idle:
        os.sched_yield()
    os.kill(process, signal.SIGKILL)


@linux_only
@pytest.mark.skipif("eng" not in ocr_languages(), reason="Tesseract's English is not installed")
def test_pictures_are_read_inside_the_sandbox(shared_data: Path) -> None:
    path = shared_data / "documents" / "unstructured" / "img__DA-1p.png"
    descriptor = os.open(path, os.O_RDONLY)
    with Reader(ocr=["eng"]) as reading:
        (document,) = reading.read(descriptor, Format.IMAGE)
    os.close(descriptor)
    assert "We arrived in the dead of night" in document.text
