"""A model folder with prompts and another pooling goes from import to search without our help."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from alcove.encoder import Encoder, bundled_model, load
from alcove.index.opening import open_reader
from alcove.library import Library
from alcove.search.ranking.score_scales import read_calibration

from .conftest import Program, make

NOTES = {
    "ferry.txt": "The ferry to the island leaves at dawn and carries mail, bread and two bicycles.",
    "boiler.txt": "The boiler in the cellar was repaired in March, and the bill is paid already.",
    "lease.txt": "The notice for the flat on the second floor is three months, and in writing.",
}
QUESTION = "when does the boat depart in the morning"
PROMPTS = {"query": "query: ", "passage": "passage: "}


@pytest.fixture
def prompted(tmp_path: Path) -> Path:
    """The bundled weights, to be asked with prompts and pooled by the first token."""
    folder = tmp_path / "Wants-Prompts"
    shutil.copytree(bundled_model(), folder)
    settings = folder / "config_sentence_transformers.json"
    settings.write_text(json.dumps(json.loads(settings.read_text()) | {"prompts": PROMPTS}))
    pooling = {"pooling_mode": "cls", "embedding_dimension": 384}
    (folder / "1_Pooling/config.json").write_text(json.dumps(pooling))
    return folder


def cosine_of(encoder: Encoder, question: str, text: str) -> float:
    return float(encoder.encode_query(question) @ encoder.encode_passages([text])[0])


def test_its_prompts_and_pooling_are_in_force_in_every_hit(
    program: Program, prompted: Path, tmp_path: Path
) -> None:
    assert program("model", "import", prompted).code == 0
    shutil.rmtree(prompted)
    assert program("model", "use", "Wants-Prompts").code == 0
    program.index(make(tmp_path / "notes", NOTES))
    ended = program("search", "--json", "--mode", "meaning", QUESTION)
    hits = {Path(hit["path"]).name: hit for hit in ended.json["hits"]}
    assert hits.keys() == NOTES.keys()
    library = Library(program.library)
    (model,) = (model for model in library.models.known() if model.manifest.name == "Wants-Prompts")
    (bundled,) = (model for model in library.models.known() if model.bundled)
    assert model.prepared is not None
    assert bundled.prepared is not None
    own, plain = load(model.prepared), load(bundled.prepared)
    for name, text in NOTES.items():
        cosine = hits[name]["matched"]["meaning"]
        assert cosine == pytest.approx(cosine_of(own, QUESTION, text), abs=0.01)
        prompts = f"query: {QUESTION}", f"passage: {text}"
        assert cosine != pytest.approx(cosine_of(plain, *prompts), abs=0.01)
        assert cosine != pytest.approx(cosine_of(plain, QUESTION, text), abs=0.01)
    with closing(open_reader(library.folder.index)) as connection:
        measured = read_calibration(connection)
    assert measured is not None
    assert measured.model == model.id
    assert ended.json["verdict"] != "unknown"
