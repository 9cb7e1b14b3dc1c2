"""Articles and links made by hand, for the parts of the record to be made from."""

from dataclasses import fields

from readout.model.links import Links, PassageKind, SharedOrigin, SharedPassage
from readout.model.record import Reason, Span
from readout.model.text import Article, Block, DateSource, Dating, Fact, Heading, Medium, Role, TextSpan
from readout.model.values import PartialDate


def article(name: str, text: str, title: str | None = None, *, heading: Heading | None = None) -> Article:
    """An article of one paragraph, its id and input the name."""
    made = heading or Heading(title=Fact(title) if title else None)
    return Article(name, f"{name}.txt", text, Medium.TEXT, (Block(Role.PARAGRAPH, 0, len(text)),), (), made)


def dating(year: int | None, month: int | None = None, day: int | None = None, time: str | None = None) -> Dating:
    return Dating(PartialDate(year, month, day), time, DateSource.STATED, (TextSpan(0, 1),))


def origin(name: str, *articles: str) -> SharedOrigin:
    return SharedOrigin(name, articles, (Reason("credit", f"{name} is credited", ()),))


def shared(left: Span, right: Span, kind: PassageKind = PassageKind.COPIED) -> SharedPassage:
    return SharedPassage(left, right, kind, 1.0)


def links(articles: list[Article], *passages: SharedPassage, datings: dict[str, Dating] | None = None) -> Links:
    """Every article its own origin, undated where no dating is given; nothing else is linked."""
    known = datings or {}
    found = {
        "passages": passages,
        "origins": tuple(origin(each.id.upper(), each.id) for each in articles),
        "datings": {each.id: known.get(each.id, Dating()) for each in articles},
    }
    return Links(**{field.name: found.get(field.name, ()) for field in fields(Links)})
