"""Whom pronouns and quotations without a source mean: short articles of several people.

What is asked about is the last attribution of each.
"""

import pytest

from tests.extract.scenes import last_speaker

PRONOUNS = {
    "the woman who spoke before, not one she spoke of": (
        (
            '[T1 "I asked Sheila Burrows for the keys,"] [S1 Denise Pratt] [C1 told] the court.\n\n'
            "[S2 She] [C2 said] [T2 the door was already open]."
        ),
        "person | Denise Pratt",
    ),
    "the witness who testifies, not the lawyer who asks": (
        (
            "[S1 Carol Venn], prosecuting, [C1 asked] [T1 whether the lamp was lit]. Joan Ashby, the "
            "housekeeper, shook her head. [S2 She] [C2 said] [T2 it had been dark since nine]."
        ),
        "person | Joan Ashby",
    ),
    "a new subject takes over from who spoke": (
        (
            "[S1 Karin Dahl] [C1 said] [T1 the season was lost].\n\nEva Nystrom, her successor, began work "
            "on Monday. [S2 She] [C2 said] [T2 nothing was lost]."
        ),
        "person | Eva Nystrom",
    ),
    "a nameless newcomer has his own sentence": (
        (
            "[S1 Bernard Cole] [C1 said] [T1 the pit was sound]. [S2 A neighbour] [C2 said] [T2 it shook]. "
            '[T3 "My plates fell,"] [S3 he] [C3 said].'
        ),
        "anonymous | A neighbour",
    ),
    "a newcomer of the other sex does not": (
        (
            "[S1 Bernard Cole] [C1 said] [T1 the pit was sound]. [S2 His wife] [C2 said] [T2 it shook].\n\n"
            '[T3 "We check it daily,"] [S3 he] [C3 said].'
        ),
        "person | Bernard Cole",
    ),
    "a spokeswoman is no man": (
        (
            "Peter Lomax closed the mill. [S1 A spokeswoman] [C1 said] [T1 nobody was hurt]. [S2 He] [C2 said] "
            "[T2 it broke his heart]."
        ),
        "person | Peter Lomax",
    ),
    "a spokesman is no woman": (
        (
            "Mary Lomax closed the mill. [S1 A spokesman] [C1 said] [T1 nobody was hurt]. [S2 She] [C2 said] "
            "[T2 it broke her heart]."
        ),
        "person | Mary Lomax",
    ),
    "she named behind her words": (
        '[T1 "I never looked down,"] [S1 she] [C1 said].\n\nInge Brandt climbed the tower on Sunday.',
        "person | Inge Brandt",
    ),
    "a pronoun before the name in its sentence": (
        "[T1 Although [S1 she] [C1 admits] fearing heights], Inge Brandt climbed the tower.",
        "person | Inge Brandt",
    ),
    "when she arrived": (
        "Rosa Lind waited. When [S1 she] [C1 told] them [T1 the boat was full], Rosa Lind was calm.",
        "person | Rosa Lind",
    ),
    "the subject, not the one whom a preposition brings": (
        "Graham Toll sat with Peter Ames in the stand. [S1 He] [C1 said] [T1 the match was dull].",
        "person | Graham Toll",
    ),
    "the subject, not the owner": (
        "Martin Cray sold Robert Flint's barn. [S1 He] [C1 said] [T1 it leaked].",
        "person | Martin Cray",
    ),
    "who is quoted is not the one named in the quotation": (
        (
            '[T1 "Steve Parr was the best of us,"] [S1 George Hale] [C1 said]. [T2 "He could swim before he could '
            'walk,"] [S2 he] [C2 added].'
        ),
        "person | George Hale",
    ),
    "he is told, she tells": (
        "Anna Wolff met Karl Meier at noon. [S1 She] [C1 told] him [T1 the deal was off].",
        "person | Anna Wolff",
    ),
    "he who is told is not he who tells": (
        "Karl Meier rang Otto Graf at noon. [S1 He] [C1 told] Graf [T1 the deal was off].",
        "person | Karl Meier",
    ),
    "he who is told by name cannot be he": (
        "Otto Graf telephoned Karl Meier at noon. [S1 He] [C1 told] Graf [T1 the deal was off].",
        "person | Karl Meier",
    ),
    "a late pronoun goes to whom the piece is about": (
        (
            "Lena Ortiz rows alone. Ortiz has crossed two seas. Her coach, Marta Rey, met her on the quay. "
            "Ortiz slept for a day. \n\nThe boat was sold in May.\n\n[S1 She] [C1 says] [T1 she will build another]."
        ),
        "person | Lena Ortiz",
    ),
    "a first name in a feature": (
        (
            'Paula and her sister Gwen run the shop. Gwen bakes. [T1 "I can\'t stand flour,"] [S1 Paula] [C1 said]. '
            '[T2 "It gets everywhere,"] [S2 she] [C2 added].'
        ),
        "person | Paula",
    ),
    "a couple of two names": (
        'Harold Webb and his wife Edna Webb won the prize. [T1 "I dropped the phone,"] [S1 she] [C1 said].',
        "person | Edna Webb",
    ),
    "a couple of one surname": (
        (
            'Jim and Doris Tate won the prize. [T1 "I dropped the phone,"] [S1 Mrs Tate] [C1 said]. '
            '[T2 "He dropped the cake,"] [S2 she] [C2 said].'
        ),
        "person | Doris Tate",
    ),
    "his manager is not his": (
        (
            "Leo Barnes twisted a knee. [S1 Manager Frank Shaw] [C1 said] [T1 he would be rested]. "
            '[T2 "We have no other winger,"] [S2 he] [C2 said].'
        ),
        "person | Frank Shaw",
    ),
    "a striker speaks after his manager's line": (
        (
            "[S1 Manager Frank Shaw] [C1 praised] [T1 the goal]. Striker Leo Barnes limped off. "
            "[S2 He] [C2 said] [T2 his knee was sore]."
        ),
        "person | Leo Barnes",
    ),
    "she said he said": (
        (
            "Nora Quill left the board. [S1 She] [C1 said] [T1 her chairman, Emil Strand, had lied]. "
            "[T2 The minutes were altered], [S2 she] [C2 said]."
        ),
        "person | Nora Quill",
    ),
    "a name in reported words does not speak": (
        (
            "[S1 Simon Keane] [C1 said] [T1 that Paul Drury had left the keys in the van]. "
            "[S2 He] [C2 said] [T2 he had seen them]."
        ),
        "person | Simon Keane",
    ),
    "they are the group": (
        "[S1 The nurses] [C1 said] [T1 the ward was full]. [S2 They] [C2 said] [T2 beds stood in the hall].",
        "group | nurses",
    ),
    "they are the two who spoke together": (
        "[S1 Ann Gray and Tom Hunt] [C1 said] [T1 the roof leaked]. [S2 They] [C2 said] [T2 it was old].",
        "group | Ann Gray and Tom Hunt",
    ),
    "they are the residents, not the person": (
        "[S1 Residents] [C1 said] [T1 the road was cut]. Mayor Tom Hunt came. [S2 They] [C2 told] him [T2 it was late].",
        "anonymous | Residents",
    ),
    "it is the company": (
        "[S1 Harwick Steel] [C1 reported] [T1 a loss]. [S2 It] [C2 said] [T2 demand was weak].",
        "organization | Harwick Steel",
    ),
    "he in the next paragraph after a statement of a body": (
        (
            "[S1 Victor Lund] [C1 said] [T1 the ferry would sail].\n\n[S2 The coastguard] [C2 warned] [T2 of gales].\n\n"
            "[S3 He] [C3 said] [T3 she had sailed in worse]."
        ),
        "person | Victor Lund",
    ),
    "a place is not he": (
        "[S1 Victor Lund] [C1 said] [T1 the ferry would sail to Mombasa]. [S2 He] [C2 said] [T2 it was sound].",
        "person | Victor Lund",
    ),
    "a reporter who asks is not the one who answers": (
        "Asked by Julia Stone whether he would go, Hugh Lane sighed. [S1 He] [C1 said] [T1 he might].",
        "person | Hugh Lane",
    ),
    "asked about": (
        "Asked about Colin Marsh, [S1 Hugh Lane] [C1 sighed]: [T1 he was no friend]. [S2 He] [C2 said] [T2 it was over].",
        "person | Hugh Lane",
    ),
    "passives have subjects too": (
        "Dennis Roe was arrested by Sergeant Paul Tring at dawn. [S1 He] [C1 denied] [T1 the theft].",
        "person | Dennis Roe",
    ),
    "a chain of adding": (
        (
            "[S1 Vera Holt] [C1 said] [T1 the well was dry]. [S2 She] [C2 added] [T2 that it had been low for years]. "
            "Her neighbour Ida Kemp fetched water. [T3 The council knew], [S3 she] [C3 went on]."
        ),
        "person | Vera Holt",
    ),
    "the latter speaker of two women": (
        (
            "[S1 Vera Holt] [C1 said] [T1 the well was dry].\n\n[S2 Ida Kemp] [C2 said] [T2 it was not].\n\n"
            '[T3 "I drank from it today,"] [S3 she] [C3 said].'
        ),
        "person | Ida Kemp",
    ),
    "who has just been described is in focus": (
        (
            "[S1 Vera Holt] [C1 said] [T1 the well was dry].\n\nIda Kemp, 71, lives across the lane. [S2 She] [C2 laughed]: "
            '[T2 "It is full."]'
        ),
        "person | Ida Kemp",
    ),
    "her mother is her own person": (
        "Lucy Dane sings. Her mother, Jean Dane, plays the harp. [S1 She] [C1 said] [T1 Lucy was always loud].",
        "person | Jean Dane",
    ),
}

QUOTED = {
    "an emotion before the quotation": (
        'The verdict came late. Helen Frost was furious. [T1 "This is a disgrace."]',
        "person | Helen Frost",
    ),
    "a gesture behind the quotation": (
        '[T1 "Nobody told me."] Helen Frost put down the phone.',
        "person | Helen Frost",
    ),
    "the one who spoke earlier in the paragraph": (
        'Nina Poole runs the kennel. [T1 "They bark all night,"] [S1 Nina Poole] [C1 said]. [T2 "I don\'t mind."]',
        "person | Nina Poole",
    ),
    "a quotation left open goes on": (
        '[S1 Dora Beck] [C1 said]: "[T1 It was cold.]\n\n"[T2 And then it snowed.]"',
        "person | Dora Beck",
    ),
    "a quotation left open goes on over two speakers": (
        (
            '"[T0 Was it dark?]" [C0 asked] [S0 Alan Rooke].\n\n[S1 Dora Beck] [C1 said]: "[T1 It was cold.]\n\n'
            '[T2 "And then it snowed."]'
        ),
        "person | Dora Beck",
    ),
    "the first of two answers the second": (
        '[T1 "Was it dark?"] [C1 asked] [S1 Alan Rooke].\n\n[T2 "Very,"] [C2 said] [S2 Dora Beck].\n\n[T3 "And cold?"]',
        "person | Alan Rooke",
    ),
    "and the second him": (
        (
            '[T1 "Was it dark?"] [C1 asked] [S1 Alan Rooke].\n\n[T2 "Very,"] [C2 said] [S2 Dora Beck].\n\n[T3 "And cold?"]\n\n'
            '[T4 "Bitter."]'
        ),
        "person | Dora Beck",
    ),
    "a quotation alone in its paragraph goes on where one speaks": (
        '[S1 Dora Beck] [C1 said] [T1 the hut was cold].\n\n[T2 "We burnt the chairs."]',
        "person | Dora Beck",
    ),
    "who is named next where the piece opens with a quotation": (
        '[T1 "We burnt the chairs."]\n\nSo begins the diary that Dora Beck kept in the hut.',
        "person | Dora Beck",
    ),
    "the pronoun that acts": (
        'Dora Beck wintered in the hut. She shrugs. [T1 "We burnt the chairs."]',
        "person | Dora Beck",
    ),
    "somebody else acts": (
        '[S1 Dora Beck] [C1 said] [T1 it was cold].\n\nEmma Stroud laughs. [T2 "It was not."]',
        "person | Emma Stroud",
    ),
    "the father shook his head": (
        'Kevin Doyle wants a dog. His father, Liam Doyle, shook his head. [T1 "Over my dead body."]',
        "person | Liam Doyle",
    ),
    "the quoted one follows a colon": (
        'Then came Dora Beck: [T1 "We burnt the chairs."]',
        "person | Dora Beck",
    ),
    "the reply of": (
        '[T1 "Was it dark?"] [S1 Alan Rooke] [C1 asked] Dora Beck. [T2 "Very,"] came the reply.',
        "person | Dora Beck",
    ),
    "dialogue in one paragraph": (
        (
            'Alan Rooke turned to Dora Beck. [T1 "Was it dark?"] [S1 he] [C1 asked]. [T2 "Very,"] [S2 she] [C2 said]. '
            '[T3 "And cold?"] [S3 he] [C3 said].'
        ),
        "person | Alan Rooke",
    ),
    "what his message says": (
        'Alan Rooke left a note on the door. [T1 "Back at six."]',
        "person | Alan Rooke",
    ),
    "a subject of a longer sentence": (
        'When the lights failed, Rita Salt lit a candle and went on reading. [T1 "I know it by heart anyway."]',
        "person | Rita Salt",
    ),
    "two sentences of hers before": (
        'Rita Salt lit a candle. The room was full of smoke. [T1 "I know it by heart anyway."]',
        "person | Rita Salt",
    ),
    "a quotation in a paragraph about another": (
        '[S1 Alan Rooke] [C1 said] [T1 the play was short].\n\nRita Salt wrote it in a week. [T2 "I had a deadline."]',
        "person | Rita Salt",
    ),
    "she sits, she says": (
        (
            "Rita Salt wrote it in a week. Her editor, Joan Pell, read it twice.\n\nSalt sits by the stove. "
            '[T1 "I had a deadline."]'
        ),
        "person | Rita Salt",
    ),
    "not the one who is looked at": (
        'Rita Salt looked at Joan Pell. [T1 "You read it twice?"]',
        "person | Rita Salt",
    ),
    "a body's subject gives way to the person": (
        'Rita Salt wrote it in a week. The theatre opened late. [T1 "I had a deadline."]',
        "person | Rita Salt",
    ),
    "an interview alternates with a magazine": (
        "[S1 Herald][C1 :] [T1 When did you start?]\n\n[S2 Rita Salt][C2 :] [T2 At nine.]",
        "person | Rita Salt",
    ),
    "a farewell line": (
        'Alan Rooke closed the shop at noon. He pulled down the blind. [T1 "Forty years," ][S1 he] [C1 said].',
        "person | Alan Rooke",
    ),
}

TABLE = {**PRONOUNS, **QUOTED}


@pytest.mark.parametrize("case", TABLE)
def test_whom_pronouns_and_quotations_without_a_source_mean(nlp, case):
    marked, expected = TABLE[case]
    assert last_speaker(nlp, marked) == expected
