"""Whom a description means, by what the article tells of each of its people and bodies."""

import pytest

from tests.extract.scenes import last_speaker

TABLE = {
    # Politics.
    "an MP by the place of the seat": (
        (
            "Nora Vick, who has represented Thornby since 2015, met Ella Frost, the MP for Ashby. "
            "Ms Frost left early. [S1 The Thornby MP] [C1 said] [T1 the line was dead]."
        ),
        "person | Nora Vick",
    ),
    "a backbencher by party": (
        (
            "Conservative Peter Lund and Labour's Tom Harker clashed over the bypass. Lund walked out. "
            "[S1 The Labour backbencher] [C1 said] [T1 it was a waste]."
        ),
        "person | Tom Harker",
    ),
    "a party's leader by the party's adjective": (
        (
            "Peter Lund, leader of the Conservative Party, sparred with Labour leader Tom Harker. "
            "Harker sat down. [S1 The Tory leader] [C1 said] [T1 it was over]."
        ),
        "person | Peter Lund",
    ),
    "a minister is a politician": (
        (
            "Housing minister Nora Vick toured the estate with Ella Frost, a bricklayer. "
            "[S1 The politician] [C1 said] [T1 roofs came first]."
        ),
        "person | Nora Vick",
    ),
    "a senator is a lawmaker": (
        (
            "Senator Dale Pruett met Hank Morrow, a rancher. Morrow shook his hand. "
            "[S1 The lawmaker] [C1 said] [T1 the bill would pass]."
        ),
        "person | Dale Pruett",
    ),
    "the head of state is the president": (
        (
            "President Lindani Okore received Prime Minister Bastir Onwe. Onwe smiled. "
            "[S1 The head of state] [C1 said] [T1 the vote would be held]."
        ),
        "person | Lindani Okore",
    ),
    "the head of government is the prime minister": (
        (
            "Prime Minister Bastir Onwe called on President Lindani Okore. Okore smiled. "
            "[S1 The head of government] [C1 said] [T1 the vote would be held]."
        ),
        "person | Bastir Onwe",
    ),
    "the governor by his state": (
        (
            "Governor Sule Adamu of Kebrin and Governor Tunde Falola of Oshira met. Mr Adamu spoke. "
            "[S1 The Oshira governor] [C1 said] [T1 roads were bad]."
        ),
        "person | Tunde Falola",
    ),
    "the ex-minister held the office": (
        (
            "Nora Vick was transport minister until 2019. Her successor, Ella Frost, is untested. "
            "[S1 The former minister] [C1 said] [T1 trains were late]."
        ),
        "person | Nora Vick",
    ),
    "the mayor is not the councillor": (
        (
            "Mayor Gail Storrs and councillor Ruth Dane quarrelled. Dane shouted. "
            "[S1 The mayor] [C1 said] [T1 the pool would close]."
        ),
        "person | Gail Storrs",
    ),
    "a chief minister by initials": (
        (
            "Chief minister Arvind Rathod and opposition leader Sunil Bhave traded blows. Bhave left. "
            "[S1 The CM] [C1 said] [T1 wells were dry]."
        ),
        "person | Arvind Rathod",
    ),
    "a candidate by what he runs for": (
        (
            "Wanjiru Ndege is running for county governor. Her brother Otieno Ndege drives her. "
            "[S1 The candidate] [C1 said] [T1 she slept little]."
        ),
        "person | Wanjiru Ndege",
    ),
    # Bodies and their offices.
    "its chief executive is the company's": (
        (
            "Brightwater cut 40 jobs. Nora Vick, chief executive of Brightwater, met Tom Harker, chief "
            "executive of Halden. [S1 Brightwater] [C1 said] [T1 sales fell]. "
            "[S2 Its chief executive] [C2 said] [T2 spring would help]."
        ),
        "person | Nora Vick",
    ),
    "the trust's chair is the chair at the trust": (
        (
            "Ella Frost chairs Marsh Valley Hospital Trust. Nora Vick chairs the council. "
            "[S1 The trust chair] [C1 said] [T1 beds were full]."
        ),
        "person | Ella Frost",
    ),
    "the agency's director is the one at the agency": (
        (
            "Tom Harker is the director of the Coastal Safety Agency. Peter Lund is director of a zoo. "
            "Lund laughed. [S1 The agency's director] [C1 said] [T1 tides were high]."
        ),
        "person | Tom Harker",
    ),
    "who has led a club is its boss": (
        (
            "Gareth Pell has managed Ashby Town since May. Striker Kofi Danso scored. Danso limped off. "
            "[S1 The Ashby boss] [C1 said] [T1 it was deserved]."
        ),
        "person | Gareth Pell",
    ),
    "the airline is the carrier": (
        (
            "Skylark, the low-cost airline, dropped its route to Halden. Halden Airport had no warning. "
            "[S1 The carrier] [C1 said] [T1 demand was weak]."
        ),
        "organization | Skylark",
    ),
    "the chipmaker is the company introduced as a maker of chips": (
        (
            "Velox, which makes chips, sued Oakham Bank. The judge adjourned. "
            "[S1 The chipmaker] [C1 said] [T1 it would win]."
        ),
        "organization | Velox",
    ),
    "the lender is the bank": (
        (
            "Oakham Bank sued Velox. Velox denied all. [S1 The lender] [C1 said] [T1 it was owed money]."
        ),
        "organization | Oakham Bank",
    ),
    "the union is not the firm": (
        (
            "The Rail Workers Union met Halden Trains on Monday. Halden Trains walked out. "
            "[S1 The union] [C1 said] [T1 strikes would follow]."
        ),
        "organization | Rail Workers Union",
    ),
    "the council by its name": (
        (
            "Thornby Borough Council sold the land to Oakham Homes. [S1 Oakham Homes] [C1 said] "
            "[T1 it was delighted]. [S2 The authority] [C2 said] [T2 the price was fair]."
        ),
        "organization | Thornby Borough Council",
    ),
    "the paper is the newspaper": (
        (
            "The Ashby Gazette sued Thornby Council. Thornby Council appealed. "
            "[S1 The paper] [C1 said] [T1 it stood by its story]."
        ),
        "organization | Ashby Gazette",
    ),
    "the retailer sells": (
        (
            "Fenwick Stores sells shoes. Its supplier Nortex went bust. Nortex owed millions. "
            "[S1 The retailer] [C1 said] [T1 shelves were full]."
        ),
        "organization | Fenwick Stores",
    ),
    "a spokeswoman is somebody new": (
        (
            "Nora Vick, a spokeswoman for Halden Trains, resigned. "
            "[S1 A spokeswoman for the union] [C1 said] [T1 it was sad]."
        ),
        "anonymous | A spokeswoman for the union",
    ),
    "a company's unnamed spokesman is not its rival's": (
        (
            "Peter Lund, a spokesman for Halden Trains, resigned. The Coastal Ferries boat sank. "
            "[S1 The Coastal Ferries spokesman] [C1 said] [T1 it was sad]."
        ),
        "anonymous | The Coastal Ferries spokesman",
    ),
    # Courts and police.
    "the prosecutor is not the defence lawyer": (
        (
            "Prosecutor Ella Frost faced defence barrister Nora Vick. Vick objected. "
            "[S1 The prosecutor] [C1 said] [T1 the glove fitted]."
        ),
        "person | Ella Frost",
    ),
    "the judge is who presides": (
        (
            "Judge Ruth Dane sentenced Peter Lund, 41, to four years. Lund wept. "
            "[S1 The judge] [C1 said] [T1 greed drove him]."
        ),
        "person | Ruth Dane",
    ),
    "the defendant is who is tried": (
        (
            "Judge Ruth Dane heard how Peter Lund, who denies fraud, kept two ledgers. "
            "[S1 The defendant] [C1 said] [T1 he forgot]."
        ),
        "person | Peter Lund",
    ),
    "the detective by rank": (
        (
            "Detective Inspector Gail Storrs thanked Ruth Dane, a neighbour. Dane cried. "
            "[S1 The detective] [C1 said] [T1 doors were locked]."
        ),
        "person | Gail Storrs",
    ),
    "the officer is a policeman": (
        (
            "PC Tom Harker stopped a van driven by Peter Lund. Lund ran. "
            "[S1 The officer] [C1 said] [T1 he gave chase]."
        ),
        "person | Tom Harker",
    ),
}


@pytest.mark.parametrize(("marked", "expected"), TABLE.values(), ids=TABLE.keys())
def test_a_description_means_who_answers_to_it(nlp, marked, expected):
    assert last_speaker(nlp, marked) == expected
