"""Who is meant by a name: the fullest name that the article gives, whatever shape it has."""

import pytest

from tests.extract.scenes import last_speaker

TABLE = {
    # Short for long.
    "a knight by his first name": (
        "Sir Owen Marchmont opened the bridge. [S1 Sir Owen] [C1 said] [T1 it was overdue].",
        "person | Owen Marchmont",
    ),
    "a dame by her surname": (
        "Dame Ruth Pell chairs the inquiry. [S1 Dame Ruth] [C1 said] [T1 it would be short].",
        "person | Ruth Pell",
    ),
    "a doctor": (
        "Dr Imogen Falk runs the ward. [S1 Dr Falk] [C1 said] [T1 beds were short].",
        "person | Imogen Falk",
    ),
    "a professor": (
        "Prof Neil Ashby wrote the report. [T1 Tides rise], [S1 Prof Ashby] [C1 said].",
        "person | Neil Ashby",
    ),
    "a councillor": (
        "Cllr Moira Tandy leads the council. [S1 Cllr Tandy] [C1 said] [T1 the park would stay].",
        "person | Moira Tandy",
    ),
    "a detective inspector": (
        "Det Insp Carl Brodie leads the inquiry. [S1 Det Insp Brodie] [C1 said] [T1 a man was held].",
        "person | Carl Brodie",
    ),
    "a sergeant at first mention": (
        "[S1 Sgt Louise Hanley, of Mercia Police,] [C1 said] [T1 the road was shut].",
        "person | Louise Hanley",
    ),
    "a chief constable": (
        "Chief Constable Dara Quill came late. [S1 Mr Quill] [C1 said] [T1 the force had failed].",
        "person | Dara Quill",
    ),
    "a judge": (
        "Judge Fergus Toal heard the case. [S1 Judge Toal] [C1 told] the court [T1 it was grave].",
        "person | Fergus Toal",
    ),
    "a justice of a high court": (
        "Justice Meera Nambiar heard the plea. [S1 Justice Nambiar] [C1 observed] [T1 delays hurt].",
        "person | Meera Nambiar",
    ),
    "a reverend": (
        "The Rev Simon Aldous lit a candle. [T1 They are missed], [S1 Rev Aldous] [C1 said].",
        "person | Simon Aldous",
    ),
    "an alhaji": (
        "Alhaji Musa Gambo farms there. [S1 Alhaji Gambo] [C1 said] [T1 the rains were late].",
        "person | Musa Gambo",
    ),
    "a shri": (
        "Shri Devendra Lokhande spoke first. [S1 Shri Lokhande] [C1 said] [T1 prices would fall].",
        "person | Devendra Lokhande",
    ),
    "an honourable member": (
        "Hon. Patience Achieng spoke first. [S1 Hon. Achieng] [C1 said] [T1 roads were bad].",
        "person | Patience Achieng",
    ),
    "a first name alone in a feature": (
        (
            "Nasreen Qadir stirs the lentils. Her stall is the last one left.\n\n"
            '[T1 "We came in the spring,"] [S1 Nasreen] [C1 said].'
        ),
        "person | Nasreen Qadir",
    ),
    "a surname that comes first": (
        "Wei Guofeng opened the plant. [S1 Wei] [C1 said] [T1 it would run at night].",
        "person | Wei Guofeng",
    ),
    "a surname after the full name came late": (
        "[S1 Tremlett] [C1 said] [T1 the roof leaked]. Martin Tremlett has owned it for years.",
        "person | Martin Tremlett",
    ),
    "a middle initial": (
        "Laura J. Benning owns it. [S1 Benning] [C1 said] [T1 the roof leaked].",
        "person | Laura J. Benning",
    ),
    "initials instead of first names": (
        "Minister P. V. Krishna Rao spoke. [S1 Rao] [C1 said] [T1 dams were full].",
        "person | P. V. Krishna Rao",
    ),
    "initials without spaces": (
        "K.S. Ramanathan spoke. [S1 Mr Ramanathan] [C1 said] [T1 dams were full].",
        "person | K.S. Ramanathan",
    ),
    "a hyphenated surname": (
        "Chidi Bello-Osagie spoke. [S1 Bello-Osagie] [C1 said] [T1 dams were full].",
        "person | Chidi Bello-Osagie",
    ),
    "an Arabic article": (
        "Khalid al-Masoudi spoke. [S1 Al-Masoudi] [C1 said] [T1 the port was open].",
        "person | Khalid al-Masoudi",
    ),
    "a surname with bin": (
        "Crown Prince Faris bin Tariq spoke. [S1 Prince Faris] [C1 said] [T1 the port was open].",
        "person | Faris bin Tariq",
    ),
    "a Spanish double name": (
        "María de la Vega Ortiz spoke. [S1 De la Vega] [C1 said] [T1 the port was open].",
        "person | María de la Vega Ortiz",
    ),
    "an Irish name": (
        "Siobhán O'Dwyer spoke. [S1 Ms O'Dwyer] [C1 said] [T1 the port was open].",
        "person | Siobhán O'Dwyer",
    ),
    "an Irish name with a curly apostrophe": (
        "Eoin O’Riordan spoke. [S1 Mr O’Riordan] [C1 said] [T1 the port was open].",
        "person | Eoin O’Riordan",
    ),
    "a Scottish name": (
        "Hamish MacAskill spoke. [S1 MacAskill] [C1 said] [T1 the port was open].",
        "person | Hamish MacAskill",
    ),
    "a Dutch name": (
        "Pieter van der Horst spoke. [S1 Van der Horst] [C1 said] [T1 the port was open].",
        "person | Pieter van der Horst",
    ),
    "a Nigerian name": (
        "Olufunke Adeyinka spoke. [S1 Adeyinka] [C1 said] [T1 the port was open].",
        "person | Olufunke Adeyinka",
    ),
    "a Kenyan name": (
        "Wanjiku Kamotho spoke. [S1 Ms Kamotho] [C1 said] [T1 the port was open].",
        "person | Wanjiku Kamotho",
    ),
    "a name in capitals": (
        "[S1 BRENDAN COSTELLOE][C1 :] [T1 The port is open.]",
        "person | BRENDAN COSTELLOE",
    ),
    "capitals for somebody named": (
        "Brendan Costelloe came.\n\n[S1 COSTELLOE][C1 :] [T1 The port is open.]",
        "person | Brendan Costelloe",
    ),
    # Names that look like something else.
    "a woman named after a city": (
        "Paris Doherty runs the café. [S1 Doherty] [C1 said] [T1 rents had doubled].",
        "person | Paris Doherty",
    ),
    "a man named after a state": (
        "[S1 Austin Pryce, a farmer,] [C1 said] [T1 the rain was late].",
        "person | Austin Pryce",
    ),
    "a man named after a country": (
        "[S1 Jordan Keogh] [C1 said] [T1 the rain was late].",
        "person | Jordan Keogh",
    ),
    "a surname that is a month": (
        "Theresa March spoke. [S1 Ms March] [C1 said] [T1 the rain was late].",
        "person | Theresa March",
    ),
    "a surname that is a word": (
        "Gareth Field spoke. [S1 Mr Field] [C1 said] [T1 the rain was late].",
        "person | Gareth Field",
    ),
    "a rare name that subjects a cue": (
        "[S1 Tvrtko Zelenika] [C1 insisted] [T1 the rain was late].",
        "person | Tvrtko Zelenika",
    ),
    "a rare surname behind the cue": (
        '[T1 "It is late,"] [C1 said] [S1 Zelenika].',
        "person | Zelenika",
    ),
    "a first name only": (
        '[T1 "I miss the sea,"] [C1 said] [S1 Teodora, 34].',
        "person | Teodora",
    ),
    # Titles and appositions.
    "a press secretary behind her name": (
        "[S1 Nadia Ferrant, the palace press secretary,] [C1 said] [T1 the visit was off].",
        "person | Nadia Ferrant",
    ),
    "an age behind the name": (
        "[S1 Leo Baptiste, 41,] [C1 said] [T1 the rent had doubled].",
        "person | Leo Baptiste",
    ),
    "a place behind the name": (
        "[S1 Leo Baptiste, from Swansea,] [C1 said] [T1 the rent had doubled].",
        "person | Leo Baptiste",
    ),
    "a party behind the name": (
        "[S1 Leo Baptiste (Lab, Swansea East)] [C1 said] [T1 the rent had doubled].",
        "person | Leo Baptiste",
    ),
    "a chief executive of a company": (
        "[S1 Northwind chief executive Petra Lisle] [C1 said] [T1 sales fell].",
        "person | Petra Lisle",
    ),
    "who is of an organisation": (
        "[S1 Petra Lisle of the Harbour Trust] [C1 said] [T1 sales fell].",
        "person | Petra Lisle",
    ),
    "a long title before the name": (
        "[S1 Deputy Minister of Transport and Public Works Sipho Dlomo] [C1 said] [T1 roads fail].",
        "person | Sipho Dlomo",
    ),
    "her lawyer, named": (
        "Petra Lisle was absent. [S1 Her lawyer, Conrad Yeo,] [C1 said] [T1 she was ill].",
        "person | Conrad Yeo",
    ),
    "a possessor is not the speaker": (
        "Petra Lisle was absent. [S1 Lisle's brother Conrad] [C1 said] [T1 she was ill].",
        "person | Conrad",
    ),
    "a description behind the cue": (
        '[T1 "She is ill,"] [C1 said] [S1 Conrad Yeo, who represents her].',
        "person | Conrad Yeo",
    ),
    "a sports manager": (
        "[S1 Rovers boss Dele Anyanwu] [C1 said] [T1 the team was tired].",
        "person | Dele Anyanwu",
    ),
    # One surname, two people.
    "John and Mary Doyle: Mrs Doyle": (
        "John and Mary Doyle lost the farm. [S1 Mrs Doyle] [C1 said] [T1 they would stay].",
        "person | Mary Doyle",
    ),
    "John and Mary Doyle: Mr Doyle": (
        "John and Mary Doyle lost the farm. [S1 Mr Doyle] [C1 said] [T1 they would stay].",
        "person | John Doyle",
    ),
    "a first name tells a family apart": (
        (
            "Peter Lamb died in June. His widow, Grace Lamb, sold the farm. "
            "[S1 Grace] [C1 said] [T1 it hurt]."
        ),
        "person | Grace Lamb",
    ),
    "a surname after the widow spoke is hers": (
        (
            "[S1 Grace Lamb] [C1 said] [T1 it hurt]. Her son Daniel Lamb moved away. "
            "[S2 Mrs Lamb] [C2 said] [T2 she missed him]."
        ),
        "person | Grace Lamb",
    ),
    # Misspelt.
    "a surname with one letter off": (
        "Minister Ludmila Horvath spoke. [S1 Horwath] [C1 said] [T1 taxes fall].",
        "person | Ludmila Horvath",
    ),
    "letters swapped": (
        "Yevhen Sobolenko spoke. [S1 Soboelnko] [C1 said] [T1 taxes fall].",
        "person | Yevhen Sobolenko",
    ),
    "a first name in another spelling": (
        "Yevhen Sobolenko spoke. [S1 Evhen Sobolenko] [C1 said] [T1 taxes fall].",
        "person | Yevhen Sobolenko",
    ),
    # Bodies, never people.
    "the White House": (
        "President Ann Gray slept. [S1 The White House] [C1 said] [T1 she was well].",
        "organization | White House",
    ),
    "a capital": (
        "President Ann Gray slept. [S1 Tallinn] [C1 denied] [T1 it].",
        "organization | Tallinn",
    ),
    "a police force": (
        "[S1 Mercia Police] [C1 said] [T1 a man was held].",
        "organization | Mercia Police",
    ),
    "a court": (
        "[S1 The High Court] [C1 ruled] [T1 the ban was unlawful].",
        "organization | High Court",
    ),
    "a hospital": (
        "[S1 Saint Brigid's Hospital] [C1 said] [T1 she was stable].",
        "organization | Saint Brigid's Hospital",
    ),
    "a company by its name": (
        "[S1 Northwind] [C1 announced] [T1 job cuts].",
        "organization | Northwind",
    ),
    "a ministry": (
        "[S1 The Ministry of Health] [C1 said] [T1 beds were short].",
        "organization | Ministry of Health",
    ),
    "a council": (
        "[S1 Dunmore District Council] [C1 said] [T1 the park would stay].",
        "organization | Dunmore District Council",
    ),
    "an acronym that was explained": (
        (
            "The National Union of Ferrymen (NUF) met. [S1 The NUF] [C1 said] "
            "[T1 a strike was near]."
        ),
        "organization | National Union of Ferrymen",
    ),
    "a party": (
        "[S1 Labour] [C1 said] [T1 the cuts were cruel].",
        "organization | Labour",
    ),
    "a wire agency": (
        "[T1 The port is shut], [S1 Reuters] [C1 reported].",
        "organization | Reuters",
    ),
    "a body and a person of it": (
        "[S1 Petra Lisle, a director of Northwind,] [C1 said] [T1 sales fell].",
        "person | Petra Lisle",
    ),
    # Two speakers.
    "two surnames": (
        "Ann Gray and Tom Hunt sat. [S1 Gray and Hunt] [C1 said] [T1 it rained].",
        "group | Ann Gray and Tom Hunt",
    ),
    "three speakers": (
        "[S1 Ann Gray, Tom Hunt and Leo Baptiste] [C1 said] [T1 it rained].",
        "group | Ann Gray and Tom Hunt and Leo Baptiste",
    ),
}


UNSOLVED = {
    "a surname that is a month",
    "a rare name that subjects a cue",
    "letters swapped",
    "a first name in another spelling",
    "a hospital",
}
"""Where the tagger of names, which these hang on, sees none or half of one."""


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(strict=True)) if case in UNSOLVED else case
        for case in TABLE
    ],
)
def test_a_name_leads_to_the_fullest_name(nlp, case):
    marked, expected = TABLE[case]
    assert last_speaker(nlp, marked) == expected
