"""Who is meant: mini-articles, the attribution asked about, and the fullest name of its source."""

import pytest

from kgraph.extract import antecedents
from kgraph.extract.speakers import resolve
from tests.extract.scenes import scene_of


def speakers_of(nlp, marked, **fields):
    scene = scene_of(nlp, marked, **fields)
    return [f and (f.type, f.name) for f in resolve(scene)]


# What is asked about is the last attribution.
TABLE = {
    "a name is itself": (
        "[S1 Maria Keller] [C1 said] [T1 the bridge will open in June].",
        ("person", "Maria Keller"),
    ),
    "a surname is the full name": (
        "Maria Keller runs the port. The bridge will open in June, [S1 Keller] [C1 said].[T1  Soon.]",
        ("person", "Maria Keller"),
    ),
    "an honorific leads to the full name": (
        "Tom Hunt came late. [S1 Mr Hunt] [C1 said] [T1 the train had failed].",
        ("person", "Tom Hunt"),
    ),
    "a title before the name is no part of it": (
        "[S1 Kremlin spokesman Dmitry Peskov] [C1 said] [T1 talks go on].",
        ("person", "Dmitry Peskov"),
    ),
    "a title behind the name is no part of it": (
        "[S1 Kirill Dmitriev, head of the investment fund,] [C1 said] [T1 talks go on].",
        ("person", "Kirill Dmitriev"),
    ),
    "a name stands behind its description": (
        "[S1 The company's chief executive, Anna Lindqvist,] [C1 said] [T1 sales fell].",
        ("person", "Anna Lindqvist"),
    ),
    "he continues": (
        "[S1 Tom Hunt] [C1 said] [T1 the line was closed]. [T2 It would open soon], [S2 he] [C2 added].",
        ("person", "Tom Hunt"),
    ),
    "she is not he": (
        (
            "[S1 Anna Lindqvist] [C1 said] [T1 sales fell]. Her deputy Tom Hunt looked on. "
            "[T2 The year was hard], [S2 she] [C2 said]."
        ),
        ("person", "Anna Lindqvist"),
    ),
    "he is not the woman who spoke last": (
        (
            "Tom Hunt built the pier. [S1 Anna Lindqvist] [C1 praised] [T1 the pier]. "
            "[S2 He] [C2 said] [T2 it had taken ten years]."
        ),
        ("person", "Tom Hunt"),
    ),
    "who speaks of another is not that other": (
        (
            "[S1 Tom Hunt] [C1 said] [T1 the pier was safe]. "
            '[T2 "Peter Novak never came to look at it,"] [S2 he] [C2 said].'
        ),
        ("person", "Tom Hunt"),
    ),
    "subjects come before objects": (
        "Tom Hunt met Peter Novak at the pier. [S1 He] [C1 said] [T1 it was safe].",
        ("person", "Tom Hunt"),
    ),
    "a pronoun behind the quotation": (
        'Tom Hunt closed the pier on Monday. [T1 "It was about to fall,"] [S1 he] [C1 explained].',
        ("person", "Tom Hunt"),
    ),
    "a pronoun two paragraphs on": (
        (
            "[S1 Tom Hunt] [C1 said] [T1 the pier was safe].\n\nIt was built in 1910.\n\n"
            '[T2 "We check it every spring,"] [S2 he] [C2 said].'
        ),
        ("person", "Tom Hunt"),
    ),
    "the minister is whoever has the office": (
        (
            "Finance Minister Ana Reyes came to Lima. Tom Hunt met her. [S1 The minister] [C1 said] "
            "[T1 taxes would fall]."
        ),
        ("person", "Ana Reyes"),
    ),
    "the spokesman is whoever has the office": (
        (
            "[S1 Spokesman Pavel Orlov] [C1 said] [T1 talks go on]. Tom Hunt doubted it. "
            "[S2 The spokesman] [C2 gave] [T2 no date]."
        ),
        ("person", "Pavel Orlov"),
    ),
    "a congressman was a Rep.": (
        "Rep. Adam Gray spoke in Fresno. [S1 The congressman] [C1 said] [T1 he would run].",
        ("person", "Adam Gray"),
    ),
    "the president is not the vice president": (
        (
            "President Ana Reyes met Vice President Luis Soto. [S1 The president] [C1 said] "
            "[T1 the two agreed]."
        ),
        ("person", "Ana Reyes"),
    ),
    "the vice president is": (
        (
            "President Ana Reyes met Vice President Luis Soto. [S1 The vice president] [C1 said] "
            "[T1 the two agreed]."
        ),
        ("person", "Luis Soto"),
    ),
    "capitals tell offices apart": (
        (
            "Democratic nominee Ann Gray and Republican nominee Tom Hunt debated. "
            "[S1 The Republican nominee] [C1 said] [T1 taxes would fall]."
        ),
        ("person", "Tom Hunt"),
    ),
    "the billionaire is whom the text is about": (
        (
            "[S1 Peter Novak] [C1 said] [T1 he would buy the club]. [S2 The billionaire] [C2 promised] "
            "[T2 a new stadium]."
        ),
        ("person", "Peter Novak"),
    ),
    "two of one surname: Mrs tells": (
        "Ann Gray and Peter Gray own the farm. [S1 Mrs Gray] [C1 said] [T1 it rained].",
        ("person", "Ann Gray"),
    ),
    "two of one surname: the full name tells": (
        "Ann Gray and Peter Gray own the farm. [S1 Peter Gray] [C1 said] [T1 it rained].",
        ("person", "Peter Gray"),
    ),
    "a misspelt surname": (
        "Kremlin spokesman Dmitry Peskov came. [S1 Peskow] [C1 said] [T1 it rained].",
        ("person", "Dmitry Peskov"),
    ),
    "a misspelt first name": (
        (
            "Press secretary Karoline Leavitt came. Caroline Leavitt smiled. [S1 Karoline Leavitt] "
            "[C1 said] [T1 it rained]."
        ),
        ("person", "Karoline Leavitt"),
    ),
    "an institution is itself": (
        "[S1 The Kremlin] [C1 said] [T1 talks go on].",
        ("organization", "Kremlin"),
    ),
    "a capital that speaks is a government": (
        "[S1 Kyiv] [C1 said] [T1 talks go on].",
        ("organization", "Kyiv"),
    ),
    "a country that speaks is a government": (
        "[S1 Norway] [C1 denied] [T1 the report].",
        ("organization", "Norway"),
    ),
    "Downing Street is an institution": (
        "[S1 Downing Street] [C1 said] [T1 the visit would go ahead].",
        ("organization", "Downing Street"),
    ),
    "it is the body that spoke": (
        (
            "[S1 The Lakeside Forum] [C1 said] [T1 twelve would come]. [S2 It] [C2 added] "
            "[T2 that one was unsure]."
        ),
        ("organization", "Lakeside Forum"),
    ),
    "the forum is the one that was named": (
        "Claire Aubert runs the Lakeside Forum. [S1 The forum] [C1 said] [T1 twelve would come].",
        ("organization", "Lakeside Forum"),
    ),
    "the group is the body that spoke": (
        "[S1 The Delta Foundation] [C1 said] [T1 rivers rise]. [S2 The group] [C2 wants] [T2 dams].",
        ("organization", "Delta Foundation"),
    ),
    "a campaign is a body, not its candidate": (
        "Ann Gray travels. [S1 The Gray campaign] [C1 said] [T1 she would win].",
        ("organization", "Gray campaign"),
    ),
    "a spokesman of somebody is not that somebody": (
        "Ann Gray travels. [S1 A spokesman for Ann Gray] [C1 said] [T1 she would win].",
        ("anonymous", "A spokesman for Ann Gray"),
    ),
    "somebody's wife is not that somebody": (
        "Peter Novak is ill. [S1 Peter Novak's wife] [C1 said] [T1 he was better].",
        ("anonymous", "Peter Novak's wife"),
    ),
    "a senior official stays unnamed": (
        "[S1 a senior official] [C1 said] [T1 the plan was old].",
        ("anonymous", "a senior official"),
    ),
    "the official is the senior official": (
        (
            "[S1 A senior official] [C1 said] [T1 the plan was old]. [S2 The official] [C2 said] "
            "[T2 nobody had seen it]."
        ),
        ("anonymous", "A senior official"),
    ),
    "he can be the official": (
        (
            '[S1 A senior official] [C1 said] [T1 the plan was old]. [T2 "Nobody has seen it,"] '
            "[S2 he] [C2 said]."
        ),
        ("anonymous", "A senior official"),
    ),
    "people familiar with the matter stay unnamed": (
        "[S1 people familiar with the matter] [C1 said] [T1 the plan was old].",
        ("anonymous", "people familiar with the matter"),
    ),
    "two diplomats stay unnamed": (
        "[T1 Three members support it], [S1 two diplomats] [C1 said].",
        ("anonymous", "two diplomats"),
    ),
    "one of them stays unnamed": (
        (
            '[T1 Three members support it], [S1 two diplomats] [C1 said]. [T2 "Not yet,"] '
            "[S2 one of them] [C2 cautioned]."
        ),
        ("anonymous", "one of them"),
    ),
    "a party is a group": (
        "[S1 Democrats] [C1 said] [T1 the vote was late].",
        ("group", "Democrats"),
    ),
    "they are the group that spoke": (
        "[S1 Democrats] [C1 said] [T1 the vote was late]. [S2 They] [C2 added] [T2 that it failed].",
        ("group", "Democrats"),
    ),
    "both presidents are a group": (
        "[S1 Both presidents] [C1 said] [T1 peace was near].",
        ("group", "Both presidents"),
    ),
    "analysts are a group": (
        "[S1 Analysts] [C1 expect] [T1 a rise].",
        ("group", "Analysts"),
    ),
    "two speakers speak together": (
        "[S1 Tom Hunt and Ann Gray] [C1 said] [T1 the pier was safe].",
        ("group", "Tom Hunt and Ann Gray"),
    ),
    "they are the two": (
        (
            "[S1 Tom Hunt and Ann Gray] [C1 said] [T1 the pier was safe]. [S2 They] [C2 denied] "
            "[T2 a quarrel]."
        ),
        ("group", "Tom Hunt and Ann Gray"),
    ),
    "a poll is a document": (
        "[T1 Few believe it], [S1 a poll by the Delta Institute] [C1 suggests].",
        ("document", "a poll by the Delta Institute"),
    ),
    "the poll is that poll": (
        (
            "[T1 Few believe it], [S1 a poll by the Delta Institute] [C1 suggests]. [S2 The poll] "
            "[C2 found] [T2 many were tired]."
        ),
        ("document", "a poll by the Delta Institute"),
    ),
    "a study of several institutes is a document": (
        "[S1 A study by Harvard and the Delta Institute] [C1 found] [T1 that rivers rise].",
        ("document", "A study by Harvard and the Delta Institute"),
    ),
    "a newspaper is an organization": (
        "[S1 The Harbour Courier] [C1 reported] [T1 that the pier was safe].",
        ("organization", "Harbour Courier"),
    ),
    "an unknown name that reports is a body": (
        "[T1 Talks go on], [S1 Norlink] [C1 reported].",
        ("organization", "Norlink"),
    ),
    "a quotation without a source goes on": (
        '[T1 "The pier is safe,"] [S1 Tom Hunt] [C1 said].\n\n[T2 "We check it every spring."]',
        ("person", "Tom Hunt"),
    ),
    "a speaker is named behind the quotation": (
        'Ann Gray left.\n\n[T1 "This is the end."] Tom Hunt shook his head.',
        ("person", "Tom Hunt"),
    ),
    "a speaker acts before the quotation": (
        'Tom Hunt shook his head. [T1 "This is the end."]',
        ("person", "Tom Hunt"),
    ),
    "adding goes on": (
        "[S1 Tom Hunt] [C1 said] [T1 the pier was safe], [C2 adding] [T2 that it was old].",
        ("person", "Tom Hunt"),
    ),
    "nobody is the source of what is expected": (
        "Tom Hunt left. It [C1 is expected] [T1 that the pier will fall].",
        None,
    ),
    "who is the person before it": (
        "Tom Hunt, [S1 who] [C1 said] [T1 the pier was safe], left.",
        ("person", "Tom Hunt"),
    ),
    "his is his": (
        "Tom Hunt left. [S1 His] [C1 claim] [T1 that the pier was safe] was wrong.",
        ("person", "Tom Hunt"),
    ),
    "her campaign is the one of her name": (
        (
            "[S1 The Gray campaign] [C1 said] [T1 all was well]. Ann Gray slept. [S2 Her campaign] "
            "[C2 said] [T2 she was tired]."
        ),
        ("organization", "Gray campaign"),
    ),
    "two who are named behind what they are": (
        "[S1 The two rivals, Ann Gray and Tom Hunt,] [C1 said] [T1 it rained].",
        ("group", "Ann Gray and Tom Hunt"),
    ),
    "a place in a title is not the speaker": (
        "[S1 Oslo-based strategist Tom Hunt] [C1 said] [T1 it rained].",
        ("person", "Tom Hunt"),
    ),
    "the newspaper is the one that wrote": (
        "[S1 The Harbour Courier] [C1 reported] [T1 rain]. [S2 The newspaper] [C2 said] [T2 it fell].",
        ("organization", "Harbour Courier"),
    ),
    "the Post is the whole Post": (
        "[S1 The Bergen Post] [C1 reported] [T1 rain]. [S2 The Post] [C2 said] [T2 it fell].",
        ("organization", "Bergen Post"),
    ),
    "the presumptive nominee is whom the text is about": (
        (
            "[S1 Tom Hunt] [C1 said] [T1 it rained]. [S2 The presumptive Republican nominee] [C2 added] "
            "[T2 that it was cold]."
        ),
        ("person", "Tom Hunt"),
    ),
    "the director of another house is nobody we know": (
        "[S1 Tom Hunt] [C1 said] [T1 it rained]. [S2 The FBI director] [C2 said] [T2 it was cold].",
        ("anonymous", "The FBI director"),
    ),
    "percentages are groups": (
        "[S1 More than six in ten voters] [C1 said] [T1 it rained].",
        ("group", "More than six in ten voters"),
    ),
    "I in a transcript is the speaker": (
        "[S1 Tom Hunt][C1 :] [T1 [S2 I] [C2 think] [T2 the pier is safe].]",
        ("person", "Tom Hunt"),
    ),
    "I in reported words is their speaker": (
        '[S1 Tom Hunt] [C1 said]: "[T1 [S2 I] [C2 think] [T2 the pier is safe].]"',
        ("person", "Tom Hunt"),
    ),
    "he in reported words is their speaker": (
        "Peter Novak left. [S1 Tom Hunt] [C1 said] [T1 [S2 he] [C2 hoped] [T2 the pier was safe]].",
        ("person", "Tom Hunt"),
    ),
    "he in quoted words is somebody else": (
        'Peter Novak left. [S1 Tom Hunt] [C1 said]: "[T1 [S2 He] [C2 hopes] [T2 it is safe].]"',
        ("person", "Peter Novak"),
    ),
    "he in reported words is the subject next to him": (
        "[S1 Ann Gray] [C1 stressed] [T1 that Tom Hunt made it clear [S2 he] [C2 seeks] [T2 rain]].",
        ("person", "Tom Hunt"),
    ),
    "I in an article is its author": (
        "[S1 I] [C1 believe] [T1 the pier is safe].",
        ("person", "Nora Field"),
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_the_one_who_is_meant(nlp, case):
    marked, expected = TABLE[case]
    found = speakers_of(nlp, marked, author="Nora Field")
    assert found[-1] == expected


def test_unnamed_sources_of_one_wording_are_kept_apart(nlp):
    marked = (
        "[S1 A senior official] [C1 said] [T1 the plan was old].\n\nIn Oslo, "
        "[S2 a senior official] [C2 said] [T2 the plan was new]."
    )
    scene = scene_of(nlp, marked)
    first, second = resolve(scene)
    assert first is not second
    assert scene.cast.entity_id(first) != scene.cast.entity_id(second)


def test_scores_name_their_reasons(nlp):
    scene = scene_of(nlp, TABLE["he is not the woman who spoke last"][0])
    resolve(scene)
    at = next(t.i for t in scene.doc if t.text == "He")
    best = antecedents.people(scene, at, gender="male")[0]
    assert best.figure.name == "Tom Hunt"
    assert set(best.reasons) <= set(antecedents.WEIGHTS)
    assert "gender agrees" in best.reasons
