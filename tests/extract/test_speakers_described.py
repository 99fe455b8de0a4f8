"""Who is meant by a description, a pronoun, or nothing but a quotation that stands by itself."""

import pytest

from tests.extract.scenes import last_speaker

TABLE = {
    # What was brought in by a phrase, by a deed, or by an office written otherwise.
    "the spokesman who came in as a spokesman": (
        (
            "[S1 Ida Kemp] [C1 said] [T1 it rained]. A spokesman for the mill waved. "
            "[S2 The spokesman] [C2 said] [T2 it was dry]."
        ),
        "anonymous | A spokesman for the mill",
    ),
    "her lawyer is who defends her": (
        (
            "Ida Kemp was convicted of theft. Jon Krell, defending, shook his head. "
            "[S1 Her lawyer] [C1 said] [T1 she would appeal]."
        ),
        "person | Jon Krell",
    ),
    "the cellist plays the cello": (
        (
            "Ana Sol plays the cello. Her teacher, Bo Lind, hears every note. "
            "[S1 The cellist] [C1 said] [T1 he was kind]."
        ),
        "person | Ana Sol",
    ),
    "a union's boss is its leader": (
        (
            "Union leader Jack Tully and company spokesman Tom Marsh met. "
            "[S1 The union boss] [C1 said] [T1 talks had failed]."
        ),
        "person | Jack Tully",
    ),
    "the steelmaker is the company of steel": (
        (
            "[S1 Vantor Steel] [C1 said] [T1 a furnace would close]. Its chief executive, Nora Vick, wept. "
            "[S2 The steelmaker] [C2 expects] [T2 a loss]."
        ),
        "organization | Vantor Steel",
    ),
    "counsel is who has the letters": (
        (
            "Tom Hunt was cross-examined by Ms Orla Finn SC, for the prosecution. "
            '[T1 "Did you run?"] [S1 counsel] [C1 asked].'
        ),
        "person | Orla Finn",
    ),
    "his boss is the other one at the head": (
        (
            "Chief executive Nora Vick smiled. Clerk Tom Hunt laughed. [S1 He] [C1 said] [T1 no]. "
            "[S2 His boss] [C2 said] [T2 yes]."
        ),
        "person | Nora Vick",
    ),
    "the trade of whom no other is told": (
        (
            "The vicar came late. Otis Bell painted a line on his barn. "
            '[T1 "So high,"] [S1 the sugarcane farmer] [C1 said].'
        ),
        "person | Otis Bell",
    ),
    # Some of many are not the many.
    "some Greens are not the Greens": (
        "The Greens met. [S1 Some Greens] [C1 fear] [T1 a split].",
        "group | Some Greens",
    ),
    "those involved, with what they are involved in": (
        "[S1 Many people involved in the talks] [C1 fear] [T1 a split].",
        "group | Many people involved in the talks",
    ),
    # Descriptions.
    "the 48-year-old is whoever is 48": (
        (
            "Nora Vick, 31, trains with Ada Holm, 48. They ran on Sunday. "
            '[T1 "It hurt,"] [S1 the 48-year-old] [C1 said].'
        ),
        "person | Ada Holm",
    ),
    "the 52-year-old is whom the text is about": (
        'Nora Vick won the race. [T1 "It hurt,"] [S1 the 52-year-old] [C1 said].',
        "person | Nora Vick",
    ),
    "the striker is whom the text is about": (
        'Kofi Danso scored twice. [T1 "I am tired,"] [S1 the striker] [C1 said].',
        "person | Kofi Danso",
    ),
    "the former nurse is whom the text is about": (
        "Nora Vick spoke for an hour. [S1 The former nurse] [C1 said] [T1 wards were full].",
        "person | Nora Vick",
    ),
    "the pensioner is whom the text is about": (
        "Nora Vick fell on the ice. [S1 The pensioner] [C1 said] [T1 nobody came].",
        "person | Nora Vick",
    ),
    "a new office is somebody new": (
        "Foreign Minister Nora Vick was there. [S1 The pilot] [C1 said] [T1 the fog was thick].",
        "anonymous | The pilot",
    ),
    "the health minister is not the finance minister": (
        "Finance minister Nora Vick was there. [S1 The health minister] [C1 said] [T1 all was well].",
        "anonymous | The health minister",
    ),
    "the charity is the one that was introduced": (
        (
            "Staff at the charity Lanternlight wrote letters. [S1 The charity] [C1 said] "
            "[T1 two were answered]."
        ),
        "organization | Lanternlight",
    ),
    "the company is what the text is about": (
        (
            "Brightwater Holdings cut jobs. Shares in Brightwater Holdings fell.\n\nIt rained.\n\n"
            "[S1 The company] [C1 said] [T1 sales were slow]."
        ),
        "organization | Brightwater Holdings",
    ),
    "her husband is the man of her name": (
        (
            "Anna Lund and Peter Lund own the mill. [S1 Anna Lund] [C1 said] [T1 it was old]. "
            "[S2 Her husband] [C2 said] [T2 it was dear]."
        ),
        "person | Peter Lund",
    ),
    "his wife is the woman of his name": (
        (
            "Anna Lund and Peter Lund own the mill. [S1 Peter Lund] [C1 said] [T1 it was old]. "
            "[S2 His wife] [C2 said] [T2 it was dear]."
        ),
        "person | Anna Lund",
    ),
    "her husband whom nobody names stays unnamed": (
        "[S1 Anna Lund] [C1 said] [T1 it was old]. [S2 Her husband] [C2 said] [T2 it was dear].",
        "anonymous | Her husband",
    ),
    "what the speaker does is no part of who it is": (
        "Nora Vick came. [S1 Replying, Peter Lund] [C1 said] [T1 it was dear].",
        "person | Peter Lund",
    ),
    "the Spaniard is whom the text is about": (
        'Luis Ferrer came second. [T1 "I slipped,"] [S1 the Spaniard] [C1 said].',
        "person | Luis Ferrer",
    ),
    "the widow is a woman": (
        ("Nora Vick met Peter Lund. [S1 The Yorkshirewoman] [C1 said] [T1 it was dear]."),
        "person | Nora Vick",
    ),
    "the accused is a person": (
        "[S1 The accused] [C1 said] [T1 he was asleep].",
        "anonymous | The accused",
    ),
    "a barrister with letters behind the name": (
        "Nora Vick came. [S1 Ms Vick's barrister, Peter Lund SC,] [C1 said] [T1 it was dear].",
        "person | Peter Lund",
    ),
    "a policeman of rank behind what he is": (
        "[S1 The police spokesman, SP Bastir Onwe-Tabu,] [C1 said] [T1 it was quiet].",
        "person | Bastir Onwe-Tabu",
    ),
    # Pronouns.
    "she before she is named": (
        '[T1 "It is cold,"] [S1 she] [C1 calls]. Nora Vick swims here each day.',
        "person | Nora Vick",
    ),
    "who else is she: a name that no list knows": (
        (
            "Ochieka Tabu sold her boat. Bastir Onwe bought it with his savings. "
            "[S1 She] [C1 said] [T1 it leaked]."
        ),
        "person | Ochieka Tabu",
    ),
    "who else is he: a name that no list knows": (
        (
            "Bastir Onwe sold his boat. Ochieka Tabu bought it with her savings. "
            "[S1 He] [C1 said] [T1 it leaked]."
        ),
        "person | Bastir Onwe",
    ),
    "a place is not she": (
        (
            "Nora Vick left before dawn. Stars lay all the way down to Skara.\n\n"
            '[T1 "You could see nothing,"] [S1 she] [C1 said].'
        ),
        "person | Nora Vick",
    ),
    "an agency that reports is not he": (
        (
            "[T2 [T1 The line is shut], [S1 Peter Lund] [C1 said]], [S2 Reuters] [C2 reported]. "
            "[S3 He] [C3 gave] [T3 no date]."
        ),
        "person | Peter Lund",
    ),
    "a club is not he": (
        (
            "Peter Lund trains the side. They lost to Hexworth Rovers. "
            '[T1 "It was poor,"] [S1 he] [C1 said].'
        ),
        "person | Peter Lund",
    ),
    # Nothing but a quotation.
    "in a dialogue the other one answers": (
        (
            '[T1 "Did you sign it?"] [S1 Nora Vick] [C1 asked].\n\n'
            '[T2 "Yes, twice,"] [S2 Peter Lund] [C2 said].\n\n[T3 "And you read it?"]'
        ),
        "person | Nora Vick",
    ),
    "in a dialogue the first one answers again": (
        (
            '[T1 "Did you sign it?"] [S1 Nora Vick] [C1 asked].\n\n'
            '[T2 "Yes, twice,"] [S2 Peter Lund] [C2 said].\n\n[T3 "And you read it?"]\n\n'
            '[T4 "I did."]'
        ),
        "person | Peter Lund",
    ),
    "an open quotation goes on in the next paragraph": (
        (
            '[S1 Nora Vick] [C1 asked] [T1 "why it was shut"]. '
            "[S2 Peter Lund] [C2 said]: [T2 “It was old.]\n\n[T3 “It was not safe.”]"
        ),
        "person | Peter Lund",
    ),
    "a quotation goes on from what was told": (
        "[S1 Peter Lund] [C1 said] [T1 it was old].\n\n[T2 “It was not safe either.”]",
        "person | Peter Lund",
    ),
    "who was furious speaks": (
        'Peter Lund sat down. Nora Vick was furious. [T1 "This is a disgrace."]',
        "person | Nora Vick",
    ),
    "his wife, who was no happier, speaks": (
        (
            "Anna Lund and Peter Lund own the mill. [S1 Peter Lund] [C1 said] [T1 it was old]. "
            'His wife was no happier. [T2 "It was dear."]'
        ),
        "person | Anna Lund",
    ),
    "who is named next speaks first": (
        '[T1 "I had offers."]\n\nPeter Lund turned them all down.',
        "person | Peter Lund",
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_the_one_who_is_described(nlp, case):
    marked, expected = TABLE[case]
    assert last_speaker(nlp, marked) == expected
