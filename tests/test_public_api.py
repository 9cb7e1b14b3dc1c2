"""The public API is what `readout/__init__.py` names, and nothing else."""

import importlib
import inspect
import subprocess
import sys

import pytest

import readout

PUBLIC = {
    "Article",
    "InputError",
    "Limits",
    "NotAnArticle",
    "ReadoutError",
    "Record",
    "RecordError",
    "Unreadable",
    "UsageError",
    "build",
    "diff",
    "from_json",
    "read",
    "schema",
    "to_bibtex",
    "to_cameo",
    "to_csl",
    "to_csv",
    "to_docx",
    "to_html",
    "to_ics",
    "to_json",
    "to_jsonl",
    "to_jsonld",
    "to_markdown",
    "to_plover",
}


def test_the_names_are_those_that_the_documentation_gives() -> None:
    assert set(readout.__all__) == PUBLIC


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_name_loads_and_is_documented(name: str) -> None:
    found = getattr(readout, name)
    assert inspect.getdoc(found)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        _ = readout.write


def test_everything_that_is_raised_on_purpose_is_a_readout_error() -> None:
    raised = [readout.InputError, readout.NotAnArticle, readout.RecordError, readout.Unreadable, readout.UsageError]
    assert all(issubclass(each, readout.ReadoutError) for each in raised)
    assert issubclass(readout.NotAnArticle, readout.InputError)
    assert issubclass(readout.Unreadable, readout.InputError)


def test_read_is_the_function_even_after_the_room_of_that_name_was_imported() -> None:
    importlib.import_module("readout.read.inputs")
    importlib.import_module("readout.read.html.page")
    assert callable(readout.read)
    assert inspect.isfunction(readout.read)


@pytest.mark.parametrize(
    "first", ["import readout.read.inputs", "from readout.read import Limits", "import readout.pipeline", "pass"]
)
def test_read_is_the_function_whatever_was_imported_first(first: str) -> None:
    code = f"{first}\nimport readout\nassert callable(readout.read), readout.read"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = ["trafilatura", "lxml", "onnxruntime", "tokenizers", "jinja2", "httpx2", "nupunkt", "py3langid"]
    code = f"import sys, readout; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
