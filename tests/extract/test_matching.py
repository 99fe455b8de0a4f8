"""Whom a description of a calling, age, origin or kin means, by what the article tells of people."""

import pytest

from tests.extract.scenes import last_speaker

TABLE = {
    # Jobs.
    "a surgeon is a doctor": (
        (
            "Surgeon Priya Nair treated Ruth Dane, a teacher. Dane recovered. "
            "[S1 The doctor] [C1 said] [T1 it was close]."
        ),
        "person | Priya Nair",
    ),
    "who works as a nurse": (
        (
            "Ella Frost, who works as a nurse, found Ruth Dane on the stairs. Dane was cold. "
            "[S1 The nurse] [C1 said] [T1 she had a pulse]."
        ),
        "person | Ella Frost",
    ),
    "who was a nurse": (
        (
            "Ella Frost was a nurse for 30 years. Her neighbour Ruth Dane kept bees. "
            "[S1 The former nurse] [C1 said] [T1 wards had changed]."
        ),
        "person | Ella Frost",
    ),
    "who taught is the retired teacher": (
        (
            "Nora Vick, who taught chemistry until 2020, lives beside Ella Frost. Frost has a dog. "
            "[S1 The retired teacher] [C1 said] [T1 it barked]."
        ),
        "person | Nora Vick",
    ),
    "a biologist is a scientist": (
        (
            "Marine biologist Yuki Arata took Tom Harker, a fisherman, aboard. Harker was sick. "
            "[S1 The scientist] [C1 said] [T1 whales were near]."
        ),
        "person | Yuki Arata",
    ),
    "an author of a study is the researcher": (
        (
            "Ines Quarto, lead author of the study, disagrees with Tom Harker, an editor. "
            "[S1 The researcher] [C1 said] [T1 more data were needed]."
        ),
        "person | Ines Quarto",
    ),
    "the singer is the musician": (
        (
            "Singer Lola Reyes and director Max Ohm fell out. Ohm flew home. "
            "[S1 The musician] [C1 said] [T1 it was art]."
        ),
        "person | Lola Reyes",
    ),
    "who wrote the book is the author": (
        (
            "Ella Frost wrote a book on bees. Her agent, Ruth Dane, sold it. "
            "[S1 The author] [C1 said] [T1 bees were wise]."
        ),
        "person | Ella Frost",
    ),
    "who founded a firm is the founder": (
        (
            "Priya Nair founded Lumo in 2019. Arvind Rathod, an investor, joined later. "
            "[S1 The entrepreneur] [C1 said] [T1 cash was short]."
        ),
        "person | Priya Nair",
    ),
    # Ages, families, origins.
    "by age": (
        (
            "Gail Storrs, who is 34, and Ruth Dane, 61, swam the strait. Dane won. "
            "[S1 The 34-year-old] [C1 said] [T1 it was icy]."
        ),
        "person | Gail Storrs",
    ),
    "by birthday": (
        (
            "Tom Harker, who turned 72 in May, and Peter Lund, 40, rowed home. Lund rested. "
            "[S1 The 72-year-old] [C1 said] [T1 his arms hurt]."
        ),
        "person | Tom Harker",
    ),
    "the pensioner is the old one": (
        (
            "Ruth Dane, 81, was helped by Gail Storrs, 19. Storrs rang for help. "
            "[S1 The pensioner] [C1 said] [T1 she slipped]."
        ),
        "person | Ruth Dane",
    ),
    "the teenager is the young one": (
        (
            "Gail Storrs, 17, helped Ruth Dane, 81. Dane was thankful. "
            "[S1 The teenager] [C1 said] [T1 anybody would]."
        ),
        "person | Gail Storrs",
    ),
    "the father of two": (
        (
            "Peter Lund, who has two sons, was pulled out by Tom Harker. Harker was unhurt. "
            "[S1 The father of two] [C1 said] [T1 he was lucky]."
        ),
        "person | Peter Lund",
    ),
    "the mother-of-three is a woman": (
        (
            "Nora Vick, a mother of three, met Ella Frost. Frost listened. "
            "[S1 The mother-of-three] [C1 said] [T1 school was far]."
        ),
        "person | Nora Vick",
    ),
    "his brother by apposition": (
        (
            "Peter Lund rowed with his brother Erik. Tom Harker steered. [S1 Peter Lund] [C1 said] "
            "[T1 it was calm]. [S2 His brother] [C2 said] [T2 it was not]."
        ),
        "person | Erik",
    ),
    "her mother by apposition": (
        (
            "Gail Storrs lives with her mother, Ada Holm. Ruth Dane visits. [S1 Storrs] [C1 said] "
            "[T1 rent was high]. [S2 Her mother] [C2 said] [T2 it was robbery]."
        ),
        "person | Ada Holm",
    ),
    "his boss is nobody named": (
        (
            "Peter Lund, a driver, met Tom Harker on the road. [S1 Lund] [C1 said] [T1 it was late]. "
            "[S2 His boss] [C2 said] [T2 it was early]."
        ),
        "anonymous | His boss",
    ),
    "the Frenchman is from France": (
        (
            "Luc Morel of France beat Erik Lund of Sweden. Lund shook hands. "
            "[S1 The Frenchman] [C1 said] [T1 it was hot]."
        ),
        "person | Luc Morel",
    ),
    "the Swede is Swedish": (
        (
            "Swedish sprinter Erik Lund beat Luc Morel. Morel shook hands. "
            "[S1 The Swede] [C1 said] [T1 it was hot]."
        ),
        "person | Erik Lund",
    ),
    "by home town": (
        (
            "Tom Harker, from Ashby, towed Peter Lund, of Halden. Lund paid. "
            "[S1 The Ashby man] [C1 said] [T1 it was nothing]."
        ),
        "person | Tom Harker",
    ),
    # Sport.
    "a defender by the position": (
        (
            "Centre-back Kofi Danso and striker Luis Ferrer both scored. Ferrer hobbled off. "
            "[S1 The defender] [C1 said] [T1 it was his first]."
        ),
        "person | Kofi Danso",
    ),
    "the forward is the striker": (
        (
            "Striker Luis Ferrer and goalkeeper Kofi Danso hugged. Danso wept. "
            "[S1 The forward] [C1 said] [T1 fans deserved it]."
        ),
        "person | Luis Ferrer",
    ),
    "the coach is not the player": (
        (
            "Coach Gareth Pell dropped winger Kofi Danso. Danso sulked. "
            "[S1 The manager] [C1 said] [T1 he was tired]."
        ),
        "person | Gareth Pell",
    ),
    "the batsman who made runs": (
        (
            "Arvind Rathod hit 104 before bowler Sunil Bhave took five wickets. Bhave danced. "
            "[S1 The batter] [C1 said] [T1 the pitch was slow]."
        ),
        "person | Arvind Rathod",
    ),
    "the skipper is the captain": (
        (
            "Captain Mitch Doyle praised coach Shane Burrell. Burrell grinned. "
            "[S1 The skipper] [C1 said] [T1 they trained hard]."
        ),
        "person | Mitch Doyle",
    ),
    "the winner of the race": (
        (
            "Wanjiru Ndege won the marathon ahead of Ada Holm. Holm collapsed. "
            "[S1 The winner] [C1 said] [T1 hills were cruel]."
        ),
        "person | Wanjiru Ndege",
    ),
    # Several.
    "the couple are the two who were joined": (
        (
            "Anna Lund and Peter Reeve bought the mill from Tom Harker. Harker moved away. "
            "[S1 The couple] [C1 said] [T1 it leaked]."
        ),
        "group | Anna Lund and Peter Reeve",
    ),
    # Nobody.
    "the coroner whom nobody names": (
        (
            "Nora Vick, a nurse, wept. Her brother Tom Vick held her hand. "
            "[S1 The coroner] [C1 said] [T1 it was an accident]."
        ),
        "anonymous | The coroner",
    ),
    "the landlord whom nobody names": (
        (
            "Nora Vick, a nurse, rents a flat with Tom Harker, a baker. Harker cooks. "
            "[S1 The landlord] [C1 said] [T1 rent was due]."
        ),
        "anonymous | The landlord",
    ),
}


@pytest.mark.parametrize(("marked", "expected"), TABLE.values(), ids=TABLE.keys())
def test_a_description_means_who_answers_to_it(nlp, marked, expected):
    assert last_speaker(nlp, marked) == expected
