"""Writes the reference pages from the code: `python docs/reference`. A test compares them with what lies here."""

import inspect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

import readout
from readout.cli.main import main

HERE = Path(__file__).parent
_MADE = "<!-- Made from the code by `python docs/reference`; change it there. -->"
_WIDTH = 100
_MODULES = re.compile(r"\b(?:[a-z_]+\.)+(?=[A-Z])")


def pages() -> dict[str, str]:
    """The pages by file name."""
    return {"record.md": _record(), "commands.md": _commands(), "api.md": _api()}


def _page(title: str, parts: Iterator[str]) -> str:
    return "\n\n".join([f"# {title}", _MADE, *parts]) + "\n"


# --- the record ---


def _record() -> str:
    return _page("The record", _types())


def _types() -> Iterator[str]:
    schema = readout.schema()
    meanings = tomllib.loads((HERE / "fields.toml").read_text("utf-8"))
    types: dict[str, dict[str, Any]] = schema["$defs"]
    yield (
        "What `readout build --json` writes and `readout schema` describes. Every key is always present; unknown is "
        "`null` or an empty list, never a guess. Dates are ISO 8601 as far as they are known. Offsets are Unicode code "
        "points. Ids derive from content: adding a report renames nothing that was there, and the order of the inputs "
        "does not matter."
    )
    for name in meanings:
        yield _type(name, types[name], meanings[name])
    missing = set(types) - set(meanings)
    if missing:
        raise KeyError(f"fields.toml lacks {sorted(missing)}")


def _type(name: str, defined: dict[str, Any], meanings: dict[str, str]) -> str:
    properties: dict[str, Any] = defined["properties"]
    if set(properties) != set(meanings):
        raise KeyError(f"fields.toml, {name}: {sorted(set(properties) ^ set(meanings))}")
    rows = [f"| `{field}` | {_shape(shape)} | {meanings[field]} |" for field, shape in properties.items()]
    about = " ".join(inspect.cleandoc(defined.get("description", "")).split("\n\n")[0].split())
    return "\n".join([f"## {name}", "", about, "", "| field | type | meaning |", "| --- | --- | --- |", *rows])


def _shape(shape: dict[str, Any]) -> str:
    """A JSON type in words."""
    if "anyOf" in shape:
        return " or ".join(_shape(each) for each in shape["anyOf"])
    if "$ref" in shape:
        name = shape["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "enum" in shape:
        return " ".join("null" if value is None else f"`{value}`" for value in shape["enum"])
    if shape.get("type") == "array":
        if "prefixItems" in shape:
            return f"[{', '.join(_shape(each) for each in shape['prefixItems'])}]"
        return f"list of {_shape(shape['items'])}"
    return str(shape.get("type", "any"))


# --- the commands ---


def _commands() -> str:
    return _page("Commands", _helps())


def _helps() -> Iterator[str]:
    yield "Each command tells the same with `--help`."
    context = click.Context(main, info_name="readout", max_content_width=_WIDTH, terminal_width=_WIDTH)
    yield f"```\n{main.get_help(context)}\n```"
    for name, command in sorted(main.commands.items()):
        inner = click.Context(command, info_name=name, parent=context, max_content_width=_WIDTH, terminal_width=_WIDTH)
        yield f"## readout {name}\n\n```\n{command.get_help(inner)}\n```"


# --- the Python API ---


def _api() -> str:
    return _page("Python API", _names())


def _names() -> Iterator[str]:
    yield (
        "`import readout` gives these names and no others. Each is loaded when it is first used. The types of a record "
        "are described in [The record](record.md)."
    )
    for name in sorted(readout.__all__, key=str.casefold):
        yield _name(name, getattr(readout, name))


def _name(name: str, found: Any) -> str:  # noqa: ANN401 - any public name
    told = inspect.getdoc(found) or ""
    signature = "" if inspect.isclass(found) and issubclass(found, Exception) else _signature(found)
    head = f"class {name}" if inspect.isclass(found) else f"{name}{signature}"
    return f"## {name}\n\n```python\n{head}\n```\n\n{_prose(told)}"


def _signature(found: Any) -> str:  # noqa: ANN401 - any public name
    try:
        return _MODULES.sub("", str(inspect.signature(found)))
    except (TypeError, ValueError):
        return ""


def _prose(told: str) -> str:
    """A docstring in Markdown; its `Args:` and `Raises:` as lists."""
    lines: list[str] = []
    inside = False
    for line in told.splitlines():
        if line in {"Args:", "Raises:", "Returns:"}:
            inside = True
            lines += [f"**{line[:-1]}**", ""]
        elif inside and line.startswith("    ") and not line.startswith("     "):
            lines.append(f"- {line.strip()}")
        elif inside and line.strip():
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(lines)


if __name__ == "__main__":
    for file, text in pages().items():
        (HERE / file).write_text(text, encoding="utf-8")
