"""How the cleaner's heading is put into the labels' form."""

import pytest

from evals.roles.evaluate import metadata, published
from evals.roles.labels import Metadata, Published
from readout.model.text import DateSource, Dating, Fact, Heading
from readout.model.values import PartialDate


@pytest.mark.parametrize(
    ("dating", "label"),
    [
        (
            Dating(PartialDate(2022, 1, 10), "20:17-05:00", DateSource.STATED),
            Published("2022-01-10", "20:17", "stated"),
        ),
        (Dating(PartialDate(None, 3, 3), None, DateSource.STATED), Published("XXXX-03-03", None, "stated")),
        (Dating(PartialDate(weekday=1), "09:00", DateSource.STATED), Published()),
        (Dating(), Published()),
    ],
)
def test_a_date_is_compared_without_its_zone_and_a_weekday_is_none(dating: Dating, label: Published) -> None:
    assert published(dating) == label


def test_facts_become_their_words() -> None:
    heading = Heading(
        title=Fact("Ferry sinks"), agency=Fact("AP"), byline=(Fact("Ann Lee"),), dateline=Fact("OSLO"), language="en"
    )
    assert metadata(heading) == Metadata(
        title="Ferry sinks", agency="AP", byline=("Ann Lee",), dateline="OSLO", language="en"
    )
