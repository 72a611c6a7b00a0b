"""Draw pages in the real sandboxed process, and in processes that misbehave."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageWriter
from tests.documents.conftest import pdf

from alcove.errors import ReadError, Reason
from alcove_desktop.preview.rendering import page_drawer as drawing_module
from alcove_desktop.preview.rendering.page_drawer import PageDrawer, PageFile, PageJob
from alcove_desktop.preview.rendering.page_requests import Box, PageKind, TextMark

from .conftest import Misbehaving, page_file

_INCREASE = "An increase may be asked for only after the first twenty-four\nmonths, in writing"
_WHITE = QColor("white")


def box_on(image: QImage, box: Box) -> QRect:
    left, top, width, height = box
    across, down = image.width(), image.height()
    return QRect(
        round(left * across), round(top * down), round(width * across), round(height * down)
    )


def ink(image: QImage) -> QRect:
    """Return where the image is not white."""
    seen = QRect()
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixelColor(x, y).lightness() < 128:
                seen = seen.united(QRect(x, y, 1, 1))
    return seen


def process_of(drawing: PageDrawer) -> int:
    assert drawing._child is not None
    return drawing._child._process.pid


def test_a_page_is_as_wide_as_was_asked(drawing: PageDrawer, lease: PageFile) -> None:
    picture = drawing.picture(PageJob(lease, 0, 700))
    assert (picture.image.width(), picture.pages) == (700, 3)
    assert picture.image.height() == pytest.approx(700 * 2**0.5, abs=2)  # A5
    assert picture.image.pixelColor(2, 2) == _WHITE
    assert not ink(picture.image.scaledToWidth(100)).isEmpty()


def test_a_sentence_is_marked_line_by_line(drawing: PageDrawer, lease: PageFile) -> None:
    picture = drawing.picture(PageJob(lease, 1, 700, (TextMark(_INCREASE),)))
    (lines,) = picture.boxes
    assert len(lines) in (2, 3)
    tops = [top for _, top, _, _ in lines]
    assert tops == sorted(tops)
    for line in lines:
        assert not ink(picture.image.copy(box_on(picture.image, line))).isEmpty()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_mark_covers_the_words_however_the_page_is_turned_and_cut(
    drawing: PageDrawer, tmp_path: Path, turned: int
) -> None:
    cut = f"/CropBox[20 500 300 790]/Rotate {turned}/Contents".encode()
    path = tmp_path / "turned.pdf"
    path.write_bytes(pdf("Saturn").replace(b"/Contents", cut))
    picture = drawing.picture(PageJob(page_file(path), 0, 600, (TextMark("saturn"),)))
    ((box,),) = picture.boxes
    marked, words = box_on(picture.image, box), ink(picture.image)
    assert marked.adjusted(-2, -2, 2, 2).contains(words)
    assert marked.width() * marked.height() < 3 * words.width() * words.height()
    assert (marked.height() > marked.width()) == (turned in (90, 270))


def test_words_that_stand_twice_are_told_apart_by_what_is_before(
    drawing: PageDrawer, tmp_path: Path
) -> None:
    path = tmp_path / "twice.pdf"
    path.write_bytes(pdf("One: the moon rises.\nTwo: the moon rises."))
    marks = (
        TextMark("the moon rises", "One: "),
        TextMark("the moon rises", "Two: "),
        TextMark("the sun"),
    )
    first, second, missing = drawing.picture(PageJob(page_file(path), 0, 600, marks)).boxes
    assert first[0][1] < second[0][1]
    assert missing == ()


def test_a_mark_of_another_page_is_not_found(drawing: PageDrawer, lease: PageFile) -> None:
    assert drawing.picture(PageJob(lease, 0, 300, (TextMark(_INCREASE),))).boxes == ((),)


def test_pages_of_one_file_come_from_one_opening(drawing: PageDrawer, lease: PageFile) -> None:
    for page in (0, 1, 2, 1):
        drawing.picture(PageJob(lease, page, 200 + page))
    assert drawing._child is not None
    assert drawing._child.files == 1


def test_a_page_that_was_drawn_needs_no_process(drawing: PageDrawer, lease: PageFile) -> None:
    before = drawing.picture(PageJob(lease, 0, 300))
    drawing.close()
    assert drawing.picture(PageJob(lease, 0, 300)).image == before.image
    assert drawing._child is None


def test_a_file_that_changed_is_drawn_again(drawing: PageDrawer, tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(pdf("One page"))
    assert drawing.picture(PageJob(page_file(path), 0, 300)).pages == 1
    path.write_bytes(pdf("One page", "and another"))
    assert drawing.picture(PageJob(page_file(path), 0, 300)).pages == 2


def test_a_page_that_is_not_there_is_refused(drawing: PageDrawer, lease: PageFile) -> None:
    with pytest.raises(ReadError):
        drawing.picture(PageJob(lease, 3, 300))
    assert drawing.picture(PageJob(lease, 2, 300)).pages == 3


def test_what_is_no_pdf_is_refused(drawing: PageDrawer, documents: Path) -> None:
    with pytest.raises(ReadError) as caught:
        drawing.picture(PageJob(page_file(documents / "Work/broken.pdf"), 0, 300))
    assert caught.value.reason is Reason.DAMAGED


def test_a_locked_pdf_says_so(drawing: PageDrawer, shared_data: Path) -> None:
    path = next((shared_data / "documents").rglob("pdf__password.pdf"))
    with pytest.raises(ReadError) as caught:
        drawing.picture(PageJob(page_file(path), 0, 300))
    assert caught.value.reason is Reason.ENCRYPTED


def test_a_picture_is_scaled_down_and_never_up(drawing: PageDrawer, documents: Path) -> None:
    orchard = page_file(documents / "Pictures/orchard.png", PageKind.IMAGE)
    small = drawing.picture(PageJob(orchard, 0, 320)).image
    assert (small.width(), small.height()) == (320, 210)
    assert drawing.picture(PageJob(orchard, 0, 4000)).image.width() == 640


def test_a_photo_stands_upright(drawing: PageDrawer, tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    writer = QImageWriter(str(path))
    writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
    assert writer.write(image)
    upright = drawing.picture(PageJob(page_file(path, PageKind.IMAGE), 0, 20)).image
    assert (upright.width(), upright.height()) == (20, 40)


def test_transparent_parts_become_white(drawing: PageDrawer, tmp_path: Path) -> None:
    path = tmp_path / "clear.png"
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    assert image.save(str(path))
    drawn = drawing.picture(PageJob(page_file(path, PageKind.IMAGE), 0, 8)).image
    assert drawn.pixelColor(4, 4) == _WHITE


def test_a_picture_that_takes_too_much_memory_costs_only_itself(
    drawing: PageDrawer, tmp_path: Path, lease: PageFile
) -> None:
    path = tmp_path / "huge.bmp"  # 30,000 × 30,000 pixels of 24 bits, of which there are none
    header = b"BM" + (54).to_bytes(4, "little") + bytes(4) + (54).to_bytes(4, "little")
    size = (30_000).to_bytes(4, "little")
    about = (40).to_bytes(4, "little") + size + size + b"\1\0\x18\0" + bytes(24)
    path.write_bytes(header + about)
    with pytest.raises(ReadError):
        drawing.picture(PageJob(page_file(path, PageKind.IMAGE), 0, 300))
    assert drawing.picture(PageJob(lease, 0, 300)).pages == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes in folders here")
def test_only_ordinary_files_are_opened(
    drawing: PageDrawer, tmp_path: Path, lease: PageFile
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(os.fsdecode(lease.path))
    for name in ("pipe", "link"):
        with pytest.raises(ReadError):
            drawing.picture(
                PageJob(PageFile(os.fsencode(tmp_path / name), (0, 0), PageKind.PDF), 0, 9)
            )
    with pytest.raises(FileNotFoundError):
        drawing.picture(
            PageJob(PageFile(os.fsencode(tmp_path / "gone"), (0, 0), PageKind.PDF), 0, 9)
        )


def test_a_process_that_was_killed_is_started_again(drawing: PageDrawer, lease: PageFile) -> None:
    drawing.picture(PageJob(lease, 0, 300))
    os.kill(process_of(drawing), 9)
    assert drawing.picture(PageJob(lease, 1, 300)).image.width() == 300


@pytest.mark.parametrize(("behaviour", "reason"), [("die", "READER_DIED"), ("hang", "TIMED_OUT")])
def test_a_file_that_brings_two_processes_down_gets_no_third(
    misbehaving: Misbehaving, tmp_path: Path, lease: PageFile, behaviour: str, reason: str
) -> None:
    drawing = PageDrawer(misbehaving(behaviour), timeout=0.2)
    for page in range(3):
        with pytest.raises(ReadError) as caught:
            drawing.picture(PageJob(lease, page, 300))
        assert caught.value.reason is Reason[reason]
    drawing.close()
    assert (tmp_path / "deaths").read_text() == "xx"


@pytest.mark.parametrize("behaviour", ["die once", "hang once"])
def test_a_page_gets_a_second_try(
    misbehaving: Misbehaving, lease: PageFile, behaviour: str
) -> None:
    drawing = PageDrawer(misbehaving(behaviour), timeout=3)
    assert drawing.picture(PageJob(lease, 0, 300)).pages == process_of(drawing)
    drawing.close()


@pytest.mark.parametrize(
    "lie",
    [
        "shout",
        "larger",
        "wider than asked",
        "endless",
        "negative",
        "in words",
        "boxes outside",
        "boxes of nothing",
        "boxes cut short",
    ],
)
def test_an_invalid_answer_is_refused(misbehaving: Misbehaving, lease: PageFile, lie: str) -> None:
    drawing = PageDrawer(misbehaving(lie))
    with pytest.raises(ReadError) as caught:
        drawing.picture(PageJob(lease, 0, 300))
    assert caught.value.reason is Reason.READER_DIED
    assert drawing._child is None
    drawing.close()


def test_a_process_is_replaced_after_so_many_files(
    misbehaving: Misbehaving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing_module, "FILES_PER_PROCESS", 2)
    drawing, processes = PageDrawer(misbehaving("answer")), []
    for name in ("a", "b", "c", "d"):
        (tmp_path / name).write_text(name)
        processes.append(drawing.picture(PageJob(page_file(tmp_path / name), 0, 300)).pages)
    drawing.close()
    assert processes[0] == processes[1] != processes[2] == processes[3]
