"""Times are as precise as the words, and resolved against the date of publication."""

import pytest

from kgraph.extract import times
from kgraph.model import Article
from tests.extract import marked
from tests.extract.newsrooms import clocks

PUBLISHED = "2025-04-28T11:05:00Z"  # a Monday

FOUND = [
    # stated in full
    ("The school opened on [w:8 May 2025].", ["2025-05-08"]),
    ("The pact of [w:May 8, 2025] holds.", ["2025-05-08"]),
    ("The file is dated [w:2025-05-08].", ["2025-05-08"]),
    ("The file is dated [w:28.04.2025].", ["2025-04-28"]),
    ("They wed in [w:2030].", ["2030"]),
    ("The law of [w:March 2019] stays.", ["2019-03"]),
    # ranges
    ("The pause lasts [w:from May 8 to May 11].", ["2025-05-08/2025-05-11"]),
    ("The fair is on [w:May 8–11].", ["2025-05-08/2025-05-11"]),
    ("They meet [w:between May 7 and 9].", ["2025-05-07/2025-05-09"]),
    ("They meet [w:between May 7 and May 9].", ["2025-05-07/2025-05-09"]),
    ("The fair is on [w:8-11 May].", ["2025-05-08/2025-05-11"]),
    ("It runs [w:from 8 to 11 May].", ["2025-05-08/2025-05-11"]),
    ("Prices fell [w:in the last year].", ["2024-04-28/2025-04-28"]),
    ("He spoke little in the last year of his rule.", []),
    (
        "It runs [w:from 00:00 between May 7 and May 8 until 00:00 between May 10 and May 11].",
        ["2025-05-08/2025-05-11"],
    ),
    ("It will run [w:from 00:00 on May 8 until 00:00 on May 11].", ["2025-05-08/2025-05-11"]),
    ("It will run [w:from midnight on May 8 to midnight on May 11].", ["2025-05-08/2025-05-11"]),
    ("It ran [w:from November to February].", ["2024-11/2025-02"]),
    ("It will run [w:from Monday to Friday].", ["2025-04-28/2025-05-02"]),
    ("He ruled [w:from 2014 to 2016].", ["2014/2016"]),
    ("He ruled in [w:2014-16].", ["2014/2016"]),
    ("It was built [w:between 2014 and 2016].", ["2014/2016"]),
    ("It rained on [w:May 8 and 9].", ["2025-05-08/2025-05-09"]),
    ("The show runs [w:from April 30 through May 2].", ["2025-04-30/2025-05-02"]),
    ("It ran [w:from December 30, 2024 to January 2, 2025].", ["2024-12-30/2025-01-02"]),
    ("It lasts [w:for three days from May 8].", ["2025-05-08/2025-05-10"]),
    # bounds
    ("The road is shut [w:until Friday].", ["/2025-05-02"]),
    ("Pay [w:by June 1].", ["/2025-06-01"]),
    ("It has grown [w:since 2014].", ["2014/.."]),
    ("Nothing has moved [w:since March].", ["2025-03/.."]),
    ("The rule holds [w:from May 8].", ["2025-05-08/.."]),
    ("They must leave [w:before May 15].", ["/2025-05-15"]),
    # weekdays
    ("He left on [w:Friday].", ["2025-04-25"]),
    ("He will leave on [w:Friday].", ["2025-05-02"]),
    ("He left on [w:Monday].", ["2025-04-28"]),
    ("She arrived [w:last Monday].", ["2025-04-21"]),
    ("She arrives [w:next Tuesday].", ["2025-04-29"]),
    ("It burned on [w:Sunday night].", ["2025-04-27"]),
    ("It is on [w:Thursday, May 8].", ["2025-05-08"]),
    # days by their name
    ("He left [w:yesterday].", ["2025-04-27"]),
    ("She sings [w:tonight].", ["2025-04-28"]),
    ("They vote [w:tomorrow].", ["2025-04-29"]),
    ("It fell [w:the day before yesterday].", ["2025-04-26"]),
    ("The camp burned [w:this morning].", ["2025-04-28"]),
    ("It struck on [w:the night of May 2].", ["2025-05-02"]),
    ("Drones came [w:overnight].", ["2025-04-27/2025-04-28"]),
    # weeks, months, years
    ("He left [w:last week].", ["2025-04-21/2025-04-27"]),
    ("They meet [w:next week].", ["2025-05-05/2025-05-11"]),
    ("He fell [w:earlier this month].", ["2025-04"]),
    ("It opened [w:last month].", ["2025-03"]),
    ("They vote [w:next year].", ["2026"]),
    ("It closed [w:last year].", ["2024"]),
    ("They fought [w:over the weekend].", ["2025-04-26/2025-04-27"]),
    ("It is cold [w:this weekend].", ["2025-05-03/2025-05-04"]),
    ("It became known [w:this weekend].", ["2025-04-26/2025-04-27"]),
    ("It will be cold [w:this weekend].", ["2025-05-03/2025-05-04"]),
    ("It was held in [w:March].", ["2025-03"]),
    ("It will be held in [w:March].", ["2026-03"]),
    ("It was held in [w:November].", ["2024-11"]),
    ("It came in [w:early May 2024].", ["2024-05"]),
    ("Sales rose in the [w:second quarter of 2025].", ["2025-04/2025-06"]),
    ("It was built in [w:the 1990s].", ["1990/1999"]),
    # counted
    ("It fell [w:three days ago].", ["2025-04-25"]),
    ("It fell [w:two weeks ago].", ["2025-04-14/2025-04-20"]),
    ("It fell [w:two years ago].", ["2023"]),
    ("It will open [w:in ten days].", ["2025-05-08"]),
    ("Many fell [w:over the past three days].", ["2025-04-25/2025-04-28"]),
    ("It could go [w:within two weeks].", ["2025-04-28/2025-05-12"]),
    # years left out
    ("He was born on [w:December 30].", ["2024-12-30"]),
    ("The games will begin on [w:January 3].", ["2026-01-03"]),
    # several
    ("He came on [w:April 3] and will leave on [w:May 5].", ["2025-04-03", "2025-05-05"]),
    # vague, or no time at all
    ("A pause for 30 days would help.", []),
    ("He came recently.", []),
    ("It fell more than two years ago.", []),
    ("They may march 8 miles.", []),
    ("Some 2019 people came.", []),
    ("On May 45 nothing happened.", []),
    ("The second half was dull.", []),
]

UNDATED = [
    ("The school opened on 8 May 2025.", ["2025-05-08"]),
    ("He ruled from 2014 to 2016.", ["2014/2016"]),
    ("It ran from May 8 to May 11, 2025.", ["2025-05-08/2025-05-11"]),
    ("He left on Friday, last week, on May 8.", []),
    ("It fell three days ago, in March.", []),
]

SAID = [
    ("[s:The mayor] [c:said] [t:the road was closed].", "2025-04-28", None),
    ("[s:The mayor] [c:said] on [w:Friday] [t:the road was closed].", "2025-04-25", ""),
    ("[s:The mayor] [c:said] [w:Tuesday] [t:the road was closed].", "2025-04-22", ""),
    ("[t:The road is closed], [s:the mayor] [c:said on [w:Monday]].", "2025-04-28", ""),
    ("On [w:April 25], [s:the king] [c:announced] [t:a holiday].", "2025-04-25", ""),
    ("[s:The king] [c:announced] [t:a holiday on [w:Monday] to mark the day].", "2025-04-28", ""),
    ("[s:The king] [c:announced] [t:a holiday from May 8 to May 11].", "2025-04-28", None),
    ("[w:Last week] [s:the envoy] [c:said] [t:no date was set].", "2025-04-21/2025-04-27", ""),
    ("[s:The envoy] [c:said] [w:earlier this month] [t:that he would wait].", "2025-04", ""),
    ("[s:The envoy] [c:said] [w:yesterday] [t:that he would wait].", "2025-04-27", ""),
    ("[s:The envoy] [c:said] in Vienna on [w:Sunday] [t:that he would wait].", "2025-04-27", ""),
    ("[s:The envoy] [c:said] [t:the talks begin on Friday].", "2025-04-28", None),
    ("[t:The talks begin on May 9], [s:the host] [c:said] on [w:Sunday].", "2025-04-27", ""),
    (
        "[s:The envoy, who took office last September,] [c:said] [t:he would wait].",
        "2025-04-28",
        None,
    ),
    ("[s:He] [c:said] earlier [t:that he would wait].", "2025-04-28", None),
    ("[s:The union] [c:called on] [w:Saturday] [t:for a strike on May 1].", "2025-04-26", ""),
    # a year or month in what was said is when that was
    (
        "[s:The doctors] [c:note] [t:that the clinic closed wards in 2003 and 2005].",
        "2025-04-28",
        None,
    ),
    (
        "[s:Anna Kral] [c:is reflecting on] [t:lessons from her father's death in 1987].",
        "2025-04-28",
        None,
    ),
    ("[s:The king] [c:recalled] [t:a flood in March].", "2025-04-28", None),
]


FOUND += clocks.FOUND
UNDATED += clocks.UNDATED
SAID += clocks.SAID


def article(text, published=PUBLISHED):
    return Article(key="k", text=text, published=published)


@pytest.mark.parametrize(("sentence", "expected"), FOUND, ids=[c[0] for c in FOUND])
def test_times_found_in(nlp, sentence, expected):
    text, spans = marked.read(sentence)
    found = times.find(nlp(text), article(text), 0, len(text))
    assert [str(when) for when in found] == expected
    told = marked.quotes(text, [when.span for when in found])
    assert told == marked.quotes(text, spans.get("w", ()))
    assert all(when.basis == "stated" for when in found)


@pytest.mark.parametrize(("text", "expected"), UNDATED, ids=[c[0] for c in UNDATED])
def test_without_a_date_only_full_dates_are_resolved(nlp, text, expected):
    found = times.find(nlp(text), article(text, ""), 0, len(text))
    assert [str(when) for when in found] == expected


@pytest.mark.parametrize(("sentence", "expected", "basis"), SAID, ids=[c[0] for c in SAID])
def test_the_time_of_saying(nlp, sentence, expected, basis):
    text, spans = marked.read(sentence)
    when = times.said_at(nlp(text), marked.attribution(spans), article(text))
    assert str(when) == expected
    assert when.basis == ("published" if basis is None else "stated")
    assert marked.quotes(text, [when.span] if when.span else []) == marked.quotes(
        text, spans.get("w", ())
    )


@pytest.mark.parametrize(
    "sentence", ["[s:He] [c:said] [t:no].", "[s:He] [c:said] on Monday [t:no]."]
)
def test_undated_and_unstated_is_unknown(nlp, sentence):
    text, spans = marked.read(sentence)
    assert times.said_at(nlp(text), marked.attribution(spans), article(text, "")) is None


def test_only_the_region_is_read(nlp):
    text = "He came on April 3 and left on April 5."
    [when] = times.find(nlp(text), article(text), 20, len(text))
    assert when.start == "2025-04-05"


@pytest.mark.parametrize("published", ["", "soon", "2025", "9999-12-31", "0001-01-01"])
@pytest.mark.parametrize(
    "text",
    [
        "last year", "next year", "a week ago", "in 3000 years", "from May 8 to", "February 30", "99.99.2025",
        "2025-02-31 to 2025-99-01", "May 8–3", "in 9999 years", "over the past 2000 years", "next month",
        "tomorrow and yesterday", "last weekend", "on Friday",
    ],
)  # fmt: skip
def test_odd_times_do_not_raise(nlp, text, published):
    for when in times.find(nlp(text), article(text, published), 0, len(text)):
        assert when.start or when.end
