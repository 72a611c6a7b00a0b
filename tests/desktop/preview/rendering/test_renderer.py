"""Pages on demand: the latest request wins, whatever happens to the renderer's process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot
from tests.documents.conftest import pdf

from alcove_desktop.preview.rendering import renderer as renderer_module
from alcove_desktop.preview.rendering.page_drawer import PageDrawer, PageFile, PageJob, PagePicture
from alcove_desktop.preview.rendering.renderer import Renderer

from .conftest import Misbehaving, page_file

_SOON = 30_000  # milliseconds


class Heard:
    """A renderer and the signals that it emitted."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.pictures: list[PagePicture] = []
        self.failures: list[PageJob] = []
        renderer.rendered.connect(self.pictures.append)
        renderer.failed.connect(self._fail)

    def _fail(self, job: PageJob, _: Exception) -> None:
        self.failures.append(job)


@contextmanager
def hearing(renderer: Renderer) -> Iterator[Heard]:
    yield Heard(renderer)
    renderer.close()


@pytest.fixture
def heard(qapp: object) -> Iterator[Heard]:
    with hearing(Renderer()) as heard:
        yield heard


def test_a_page_is_delivered_on_the_gui_thread(heard: Heard, lease: PageFile, qtbot: QtBot) -> None:
    job = PageJob(lease, 0, 300)
    with qtbot.waitSignal(heard.renderer.rendered, timeout=_SOON):
        heard.renderer.ask(job)
    assert heard.pictures[0].job is job
    assert heard.pictures[0].image.width() == 300


def test_only_the_latest_of_many_requests_is_answered(
    heard: Heard, lease: PageFile, qtbot: QtBot
) -> None:
    jobs = [PageJob(lease, number % 3, 200 + number) for number in range(50)]
    for job in jobs:
        heard.renderer.ask(job)
    qtbot.waitUntil(lambda: any(p.job is jobs[-1] for p in heard.pictures), timeout=_SOON)
    assert len(heard.pictures) <= 2
    assert heard.pictures[-1].job is jobs[-1]


def test_the_pages_beside_are_drawn_ahead(heard: Heard, lease: PageFile, qtbot: QtBot) -> None:
    job = PageJob(lease, 1, 300)
    heard.renderer.ask(job)
    cache = heard.renderer._drawer._cache
    qtbot.waitUntil(lambda: all(cache.get((lease, page, 300)) for page in range(3)), timeout=_SOON)
    assert [picture.job for picture in heard.pictures] == [job]


def test_why_a_page_cannot_be_had_is_told(heard: Heard, documents: Path, qtbot: QtBot) -> None:
    job = PageJob(page_file(documents / "Work/broken.pdf"), 0, 300)
    with qtbot.waitSignal(heard.renderer.failed, timeout=_SOON):
        heard.renderer.ask(job)
    assert (heard.failures, heard.pictures) == ([job], [])


def test_a_file_that_is_gone_is_told(heard: Heard, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(pdf("One page"))
    job = PageJob(page_file(path), 0, 300)
    path.unlink()
    with qtbot.waitSignal(heard.renderer.failed, timeout=_SOON) as told:
        heard.renderer.ask(job)
    assert told.args is not None
    assert isinstance(told.args[1], FileNotFoundError)


def test_another_file_does_not_wait_for_one_that_hangs(
    misbehaving: Misbehaving, lease: PageFile, qtbot: QtBot
) -> None:
    with hearing(Renderer(misbehaving("hang once"), timeout=300)) as heard:
        heard.renderer.ask(PageJob(lease, 0, 300))
        deaths = Path(misbehaving("hang once")[-1])
        qtbot.waitUntil(deaths.exists, timeout=_SOON)
        other = PageJob(replace(lease, version=(1, 1)), 0, 300)
        with qtbot.waitSignal(heard.renderer.rendered, timeout=_SOON):
            heard.renderer.ask(other)
        assert [picture.job for picture in heard.pictures] == [other]
        assert heard.failures == []


def test_closing_does_not_wait_for_a_process_that_hangs(
    misbehaving: Misbehaving, lease: PageFile, qtbot: QtBot
) -> None:
    before = threading.active_count()
    with hearing(Renderer(misbehaving("hang"), timeout=300)) as heard:
        heard.renderer.ask(PageJob(lease, 0, 300))
        qtbot.waitUntil(Path(misbehaving("hang")[-1]).exists, timeout=_SOON)
    assert threading.active_count() == before
    assert psutil.Process().children() == []
    assert (heard.pictures, heard.failures) == ([], [])


def test_closing_does_not_wait_for_a_drive_that_does_not_answer(
    lease: PageFile, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answers = threading.Event(), threading.Event()

    def hang(_: object, job: PageJob) -> PagePicture:
        asked.set()
        answers.wait(60)
        raise FileNotFoundError(job.file.path)

    monkeypatch.setattr(PageDrawer, "picture", hang)
    monkeypatch.setattr(renderer_module, "_JOIN_TIMEOUT", 0.01)
    with hearing(Renderer()) as heard:
        heard.renderer.ask(PageJob(lease, 0, 300))
        qtbot.waitUntil(asked.is_set, timeout=_SOON)
    assert not answers.is_set()
    answers.set()
    qtbot.waitUntil(lambda: not [one for one in threading.enumerate() if one.name == "preview"])
    assert heard.failures == []


def test_closing_an_unused_renderer_and_closing_twice_do_nothing(qapp: object) -> None:
    renderer = Renderer()
    renderer.close()
    renderer.close()
    assert psutil.Process().children() == []
