"""Countries with capitals and nationality words, from the World Factbook (public domain).

Run as `python -m training.gazetteer`.
"""

import json
import re
from pathlib import Path
from typing import Any

from corpora.location import corpora_root

TARGET = Path("src/readout/grammar/words/countries.toml")
# English short names where the Factbook's differ, and how reports print a country otherwise.
NAMES = {
    "Korea, South": "South Korea",
    "Korea, North": "North Korea",
    "Burma": "Myanmar",
    "Turkey (Turkiye)": "Turkey",
    "Bahamas, The": "Bahamas",
    "Gambia, The": "Gambia",
    "Congo, Democratic Republic of the": "Democratic Republic of the Congo",
    "Congo, Republic of the": "Republic of the Congo",
    "Cote d'Ivoire": "Ivory Coast",
    "Cabo Verde": "Cape Verde",
    "Micronesia, Federated States of": "Micronesia",
    "Holy See (Vatican City)": "Vatican City",
    "Czechia": "Czech Republic",
    "Timor-Leste": "East Timor",
    "C&ocirc;te d'Ivoire": "Ivory Coast",
    "Congo (Brazzaville)": "Republic of the Congo",
    "DRC": "Democratic Republic of the Congo",
    "The Bahamas": "Bahamas",
    "The Dominican": "Dominican Republic",
    "The Gambia": "Gambia",
    "Federated States of Micronesia": "Micronesia",
}
ALIASES = {
    "United States": ["U.S.", "US", "USA", "U.S.A.", "United States of America", "America"],
    "United Kingdom": ["U.K.", "UK", "Britain", "Great Britain"],
    "Russia": ["Russian Federation"],
    "South Korea": ["Republic of Korea", "S. Korea"],
    "North Korea": ["DPRK", "N. Korea"],
    "China": ["People's Republic of China", "PRC"],
    "Myanmar": ["Burma"],
    "Turkey": ["Türkiye", "Turkiye"],
    "Iran": ["Islamic Republic of Iran"],
    "United Arab Emirates": ["UAE", "U.A.E.", "Emirates"],
    "Czech Republic": ["Czechia"],
    "Democratic Republic of the Congo": ["DR Congo", "DRC", "Democratic Republic of Congo", "Congo-Kinshasa"],
    "Ivory Coast": ["Côte d'Ivoire", "Cote d'Ivoire"],
    "Netherlands": ["Holland"],
    "Vatican City": ["Holy See", "Vatican"],
    "East Timor": ["Timor-Leste"],
    "Cape Verde": ["Cabo Verde"],
    "Eswatini": ["Swaziland"],
    "North Macedonia": ["Macedonia"],
    "Bosnia and Herzegovina": ["Bosnia", "Bosnia-Herzegovina"],
    "Republic of the Congo": ["Congo-Brazzaville"],
    "Saudi Arabia": ["Kingdom of Saudi Arabia"],
    "New Zealand": ["Aotearoa"],
}
SEATS = {
    "United States": ["White House", "Washington"],
    "Russia": ["Kremlin"],
    "United Kingdom": ["Downing Street", "Whitehall"],
    "France": ["Elysee", "Élysée", "Elysee Palace", "Élysée Palace"],
    "South Korea": ["Blue House"],
    "Ukraine": ["Kiev"],
    "China": ["Zhongnanhai"],
}
# What the Factbook lists beside the states.
DEPENDENT = {
    "Akrotiri",
    "American Samoa",
    "Anguilla",
    "Aruba",
    "Bermuda",
    "British Indian Ocean Territory",
    "British Virgin Islands",
    "Cayman Islands",
    "Christmas Island",
    "Cocos (Keeling) Islands",
    "Cook Islands",
    "Curacao",
    "Dhekelia",
    "Falkland Islands (Islas Malvinas)",
    "Faroe Islands",
    "French Polynesia",
    "Gibraltar",
    "Greenland",
    "Guam",
    "Guernsey",
    "Isle of Man",
    "Jersey",
    "Montserrat",
    "New Caledonia",
    "Niue",
    "Norfolk Island",
    "Northern Mariana Islands",
    "Pitcairn Islands",
    "Puerto Rico",
    "Saint Barthelemy",
    "Saint Helena, Ascension, and Tristan da Cunha",
    "Saint Martin",
    "Saint Pierre and Miquelon",
    "Sint Maarten",
    "Svalbard (sometimes referred to as Spitsbergen, the largest island in the archipelago)",
    "Turks and Caicos Islands",
    "Virgin Islands",
    "Wallis and Futuna",
}
FEWEST = 190


def main() -> None:
    """Write the data file."""
    root = corpora_root()
    if root is None:
        raise SystemExit("the corpora are not on this machine; set READOUT_CORPORA")
    lines = (root / "gazetteers" / "world_leaders.jsonl").read_text("utf-8").splitlines()
    entries = sorted(filter(None, (entry(json.loads(line)) for line in lines)), key=lambda each: each["name"])
    assert len(entries) >= FEWEST
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(HEAD + "".join(map(written, entries)), "utf-8")


HEAD = (
    "# Countries: English short name, other names in reports, capital and seats of government, nationality words.\n"
    "# From the World Factbook (public domain), made by `python -m training.gazetteer`; names and seats edited there.\n"
)


def entry(row: dict[str, Any]) -> dict[str, Any] | None:
    """One country's entry; None for what is no state."""
    country = row.get("country") or {}
    short = text(country.get("conventional short form"))
    if not short or short == "none":
        short = text(country.get("conventional long form"))
    if not short or short in DEPENDENT or not text((row.get("capital") or {}).get("name")):
        return None
    name = NAMES.get(short, short)
    nationality = row.get("nationality") or {}
    adjective = [
        each
        for each in re.split(r",? or |, |; ", text(nationality.get("adjective")))
        if re.fullmatch(r"[A-Z][\w' -]+", each)
    ]
    noun = text(nationality.get("noun"))
    plural = [re.sub(r"\((\w+)\)", r"\1", noun)] if re.fullmatch(r"[A-Z][\w' -]+\(\w+\)", noun) else []
    capital = re.split(r"[;,(]", text((row.get("capital") or {}).get("name")))[0].strip()
    return {
        "name": name,
        "aliases": ALIASES.get(name, []),
        "seats": list(
            dict.fromkeys(([capital] if re.fullmatch(r"[A-ZÀ-Þ][\w.' -]+", capital) else []) + SEATS.get(name, []))
        ),
        "adjectives": adjective,
        "people": plural,
    }


def text(value: Any) -> str:  # noqa: ANN401 - JSON
    """The text of a Factbook field, without markup."""
    raw = value.get("text", "") if isinstance(value, dict) else value or ""
    return re.sub(r"<[^>]+>", "", str(raw)).split(" note:")[0].strip()


def written(each: dict[str, Any]) -> str:
    """An entry as TOML."""
    return "\n[[country]]\n" + "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in each.items() if value
    )


if __name__ == "__main__":
    main()
