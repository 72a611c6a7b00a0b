"""Notebooks become their text and their code."""

import json

import pytest
from tests.documents.conftest import read_one

from alcove.documents.formats import Format
from alcove.errors import ReadError, Reason
from alcove.records import Heading


def test_cells_become_text_without_their_outputs() -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# Study\n", "Words.\n", "## Data\n", "More."]},
        {"cell_type": "code", "source": "if x:\n    y", "outputs": [{"data": "iVBORw0KGgo"}]},
    ]
    document = read_one(json.dumps({"cells": cells}).encode(), Format.IPYNB)
    assert document.text == "Study\n\nWords.\n\nData\n\nMore.\n\nif x:\n    y"
    assert document.title == "Study"
    assert document.headings == (Heading(0, 1, "Study"), Heading(15, 2, "Data"))


def test_version_3_has_worksheets() -> None:
    cells = [{"cell_type": "code", "input": "print(1)"}]
    notebook = {"worksheets": [{"cells": cells}], "metadata": {"title": "Old one"}}
    document = read_one(json.dumps(notebook).encode(), Format.IPYNB)
    assert (document.title, document.text) == ("Old one", "print(1)")


@pytest.mark.parametrize("data", [b"{", b"[1]", b'{"cells": [3]}', b"[" * 100_000])
def test_a_file_that_is_not_a_notebook_is_damaged(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_one(data, Format.IPYNB)
    assert caught.value.reason is Reason.DAMAGED
