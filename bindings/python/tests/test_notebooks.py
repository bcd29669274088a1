"""Every notebook runs from its first cell to its last, draws what it says, and is kept without outputs."""

from __future__ import annotations

import base64
from pathlib import Path

import nbclient
import nbformat
import pytest
from conftest import HERE, PROJECT

NOTEBOOKS = sorted((HERE.parent / "notebooks").glob("*.ipynb"))
PICTURES = PROJECT / "target" / "notebooks"


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore:.*loop:RuntimeWarning")
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(notebook: Path, command: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUOYU_COMMAND", str(command))
    book = nbformat.read(notebook, as_version=4)
    assert all(not cell.outputs and cell.execution_count is None for cell in book.cells if cell.cell_type == "code")
    nbclient.NotebookClient(book, timeout=240, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]
    # A letter that the font does not have is a warning, and so is everything else that a reader should not see.
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    pictures = [output.data["image/png"] for output in outputs if "image/png" in output.get("data", {})]
    assert len(pictures) == sum("pyplot.subplots" in cell.source for cell in book.cells)
    PICTURES.mkdir(parents=True, exist_ok=True)
    for number, picture in enumerate(pictures):
        (PICTURES / f"{notebook.stem}-{number}.png").write_bytes(base64.b64decode(picture))


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) == 4
