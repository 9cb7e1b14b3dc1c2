"""Bytes become the text that was meant, for the encodings that news comes in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.read.decoding import charset_of_content_type, declared_in_html, decode

CURLY = "“We won’t go,” the minister said – and she didn’t. It cost £40 and 30 €…"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_curly_quotation_marks_survive_every_encoding(encoding):
    assert decode(CURLY.encode(encoding)) == CURLY


def test_a_macintosh_text_keeps_its_quotation_marks():
    text = "“We won’t go,” the minister said — and the café’s owner didn’t."
    assert decode(text.encode("mac_roman")) == text


@pytest.mark.parametrize("word", ["Orbán", "São Paulo", "Müller", "Ångström", "naïve café", "Élysée", "piñata"])
def test_one_accented_name_in_a_windows_text_is_enough(word):
    text = f"The talks with {word} ended on Monday."
    assert decode(text.encode("cp1252")) == text


def test_a_single_apostrophe_is_a_windows_one():
    assert decode(b"He said he couldn\x92t come.") == "He said he couldn’t come."


def test_bytes_that_windows_1252_leaves_open_do_no_harm():
    assert decode(b"price \x81 rose\x92s") == "price \x81 rose’s"


def test_a_windows_paragraph_pasted_into_a_utf8_page_is_read_too():
    data = "“Yes,” said José. “Déjà vu.”\n".encode() + b"It\x92s late.\n"
    assert decode(data) == "“Yes,” said José. “Déjà vu.”\nIt’s late.\n"


def test_a_file_cut_inside_its_last_character_loses_only_that():
    assert decode("“Déjà vu” and “été”".encode()[:-1]) == "“Déjà vu” and “été"


def test_a_declared_encoding_is_believed_where_it_can_be_true():
    russian = "Переговоры в Женеве"
    assert decode(russian.encode("koi8-r"), "koi8-r") == russian
    assert decode("“Déjà”".encode(), "iso-8859-1") == "“Déjà”"
    assert decode("“Déjà”".encode("cp1252"), "ISO-8859-1") == "“Déjà”"
    assert decode("“Déjà”".encode("cp1252"), "no-such-code") == "“Déjà”"


def test_text_that_is_hardly_western_is_guessed_as_a_whole():
    russian = "Переговоры между Россией и США завершились в Женеве в понедельник, сообщили дипломаты. " * 4
    assert decode(russian.encode("cp1251")) == russian


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", bytes(range(256)) * 4])
def test_what_is_no_text_is_none(data):
    assert decode(data) is None


def test_line_endings_become_one_kind():
    assert decode(b"one\r\ntwo\rthree\nfour") == "one\ntwo\nthree\nfour"


def test_entities_in_plain_text_stay_as_they_are():
    assert decode(b"Simon &amp; Garfunkel &quot;sang&quot;") == "Simon &amp; Garfunkel &quot;sang&quot;"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_unchanged(text):
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary())
def test_no_bytes_raise(data):
    decode(data)


def test_pages_say_their_encoding_in_several_ways():
    assert declared_in_html(b'<html><head><meta charset="windows-1251">') == "windows-1251"
    assert declared_in_html(b"<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>") == "koi8-r"
    assert declared_in_html(b'<?xml version="1.0" encoding="iso-8859-1"?><html>') == "iso-8859-1"
    assert declared_in_html(b"<html><p>charset=utf-7</p>") is None
    assert charset_of_content_type('text/html; charset="UTF-8"') == "UTF-8"
    assert charset_of_content_type(None) is None
