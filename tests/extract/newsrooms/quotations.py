"""Kinds of quotation in the marks and layouts of many newsrooms.

Written before the code had read one of them. What a case expects is its first word.
"""

CASES = {
    # direct
    "direct, double marks": '[T1 "The well is dry,"] [S1 she] [C1 said].',
    "direct, single marks": "[T1 'The well is dry,'] [S1 she] [C1 said].",
    "direct, single curly": "[T1 ‘The well is dry,’] [S1 she] [C1 said].",
    "direct, guillemets": "[T1 «The well is dry»], [S1 she] [C1 said].",
    "direct, German marks": "[T1 „The well is dry“], [S1 she] [C1 said].",
    "direct, backticks": "[T1 ``The well is dry,''] [S1 she] [C1 said].",
    "direct, two apostrophes": "[T1 ''The well is dry,''] [S1 she] [C1 said].",
    "direct, a colon before": '[S1 The minister] [C1 said]: [T1 "We shall repay every rupee."]',
    "direct, two sentences": '[T1 "The well is dry. We walk two miles,"] [S1 she] [C1 said].',
    "direct, cut by the cue": '[T1 "The well,"] [S1 she] [C1 said], [T1 "is dry again."]',
    "direct, cut between sentences": '[T1 "The well is dry,"] [S1 she] [C1 said]. [T1 "We walk two miles."]',
    "direct, running on": '[S1 She] [C1 said]: [T1 "The well is dry.\n\n"We walk two miles."]',
    "direct, running on, never closed": "[S1 She] [C1 said]: [T1 “The well is dry and we walk.\n\n“We walk two miles.]",
    "direct, a single word": '[T1 "Nonsense,"] [S1 the mayor] [C1 said].',
    "direct, a single word called": '[S1 The mayor] [C1 shouted] [T1 "Nonsense!"]',
    "direct, quotation inside": "[T1 \"He told me 'go home' and I went,\"] [S1 she] [C1 said].",
    "direct, quotation inside, curly": "[T1 “He told me ‘go home’ and I went,”] [S1 she] [C1 said].",
    "direct, British, double inside": "[T1 ‘He told me “go home” and I went,’] [S1 she] [C1 said].",
    "direct, brackets inside": '[T1 "They (the police) came late,"] [S1 he] [C1 said].',
    "direct, dots inside": '[T1 "They came late ... too late,"] [S1 he] [C1 said].',
    "direct, contraction in single marks": "[T1 'We don't know why,'] [S1 he] [C1 said].",
    "direct, full stop outside": '[S1 She] [C1 said] [T1 "the well is dry and will not fill again"].',
    "direct, that before the marks": '[S1 She] [C1 said] [T1 that "the well is dry and will not fill before the rains come"].',
    "direct, and between two": '[S1 She] [C1 said] [T1 "the well is dry" and "we shall all have to leave the village soon"].',
    "direct, a question": '[T1 "Who took the money?"] [C1 asked] [S1 the auditor].',
    "direct, an exclamation": '[T1 "Out!"] [S1 the guard] [C1 yelled].',
    "direct, a tweet": '[S1 The premier] [C1 tweeted]: [T1 "Congratulations to the girls in green."]',
    "direct, marks left out of the span": '"[T1 The well is dry]," [S1 she] [C1 said].',
    "direct, one mark left out": '"[T1 The well is dry,"] [S1 she] [C1 said].',
    "direct, mixed make of marks": '[T1 “The well is dry,"] [S1 she] [C1 said].',
    "direct, a list of two quotations": '[T1 "Lazy," "spoilt" and "weak"] were the words [S1 the coach] [C1 used].',
    "direct, a transcript": '[S1 Q]: [T1 "Did you pay?"]',
    "direct, a signature": '[T1 "Be kind."] [C1 —] [S1 Grace Ogot]',
    "direct, numbers inside": '[T1 "We sold 40,000 units in 2024,"] [S1 he] [C1 said].',
    # mixed
    "mixed, a phrase": '[S1 He] [C1 said] [T1 the talks had been "frank and useful"].',
    "mixed, a phrase, single": "[S1 He] [C1 said] [T1 the talks had been ‘frank and useful’].",
    "mixed, called": '[S1 He] [C1 called] [T1 the verdict "a stain on the nation"].',
    "mixed, described": '[S1 The court] [C1 described] [T1 him as "a danger to women"].',
    "mixed, a verb phrase": '[S1 The bank] [C1 said] [T1 it would "look closely" at the offer].',
    "mixed, half and half": '[S1 She] [C1 said] [T1 the bill was late and "nobody in this town has had any pay since June"].',
    "mixed, begins in marks": '[S1 She] [C1 said] [T1 "dark forces" were behind the fire in the market].',
    "mixed, two phrases": '[S1 She] [C1 said] [T1 the "so-called experts" had "sat on their hands"].',
    "mixed, scare marks on one word": '[S1 The office] [C1 said] [T1 the "accident" was being looked into].',
    "mixed, a long quotation after": '[S1 He] [C1 warned] [T1 the lenders that "if you squeeze us like this we will not pay a single cent back"].',
    "mixed, who is in front": '[S1 He] [C1 said] [T1 the coach was "the best I have ever worked with in all my years"].',
    "mixed, single word in single marks": "[S1 Police] [C1 said] [T1 the blaze was 'suspicious'].",
    "mixed, indirect then direct": '[S1 He] [C1 said] [T1 the ship was lost. "We searched all night."]',
    "mixed, guillemets": "[S1 He] [C1 said] [T1 the pact was «a good start»].",
    # indirect
    "indirect, that": "[S1 The minister] [C1 said] [T1 that the well was dry].",
    "indirect, no that": "[S1 The minister] [C1 said] [T1 the well was dry].",
    "indirect, according to": "[T1 The well is dry], [C1 according to] [S1 the minister].",
    "indirect, behind": "[T1 The well is dry], [S1 the minister] [C1 said].",
    "indirect, whether": "[S1 She] [C1 asked] [T1 whether the well was dry].",
    "indirect, infinitive": "[S1 She] [C1 vowed] [T1 to dig a new well].",
    "indirect, a noun": "[S1 She] [C1 announced] [T1 a new well].",
    "indirect, possessives": "[S1 She] [C1 said] [T1 the farmers' well wasn't the owner's].",
    "indirect, decades with apostrophes": "[S1 She] [C1 said] [T1 the '90s and the '80s were wetter].",
    "indirect, inches": '[S1 She] [C1 said] [T1 a 6" pipe had burst].',
    "indirect, feet and inches": "[S1 Police] [C1 said] [T1 the man was 5'10\" tall].",
    "indirect, quotation beside it": '[S1 She] [C1 said] [T1 the well was dry]. "We walk," [S2 he] added.',
    "indirect, title in the source": '[S1 The author of "Dry Wells"] [C1 said] [T1 the rains would come].',
    "indirect, rock 'n' roll": "[S1 The singer] [C1 said] [T1 rock 'n' roll was dead].",
    "indirect, o'clock": "[S1 The guard] [C1 said] [T1 the gate shut at eight o'clock].",
    "indirect, a name with an apostrophe": "[S1 She] [C1 said] [T1 O'Brien's well was N'Golo's].",
    "indirect, an ʻokina": "[S1 The mayor] [C1 said] [T1 Hawai‘i was dry].",
    "indirect, a title of a work": '[S1 The critic] [C1 said] [T1 the film "Dry Wells" was too long].',
}

NESTED = {
    # number of the attribution, its kind
    "what is told inside direct speech": (
        '[S1 He] [C1 said]: [T1 "[S2 My mother] [C2 thinks] [T2 the well is dry]."]',
        1,
        "indirect",
    ),
    "quoted inside direct speech": (
        "[S1 He] [C1 said]: [T1 \"[S2 My mother] [C2 said] [T2 'the well is dry'].\"]",
        1,
        "direct",
    ),
    "quoted inside direct speech, curly": (
        "[S1 He] [C1 said]: [T1 “[S2 My mother] [C2 said], [T2 ‘The well is dry.’]”]",
        1,
        "direct",
    ),
    "British: double marks inside single": (
        "[S1 He] [C1 said]: [T1 ‘[S2 My mother] [C2 said], [T2 “The well is dry.”]’]",
        1,
        "direct",
    ),
    "a phrase quoted inside direct speech": (
        "[S1 He] [C1 said]: [T1 “[S2 My mother] [C2 called] [T2 the well a ‘death trap’].”]",
        1,
        "mixed",
    ),
    "the outer one is direct": (
        '[S1 He] [C1 said]: [T1 "[S2 My mother] [C2 thinks] [T2 the well is dry]."]',
        0,
        "direct",
    ),
    "told inside indirect speech": (
        "[S1 He] [C1 said] [T1 that [S2 his mother] [C2 thinks] [T2 the well is dry]].",
        1,
        "indirect",
    ),
    "quoted inside indirect speech": (
        '[S1 He] [C1 said] [T1 that [S2 his mother] [C2 said] [T2 "the well is dry"]].',
        1,
        "direct",
    ),
    "the outer of a relayed quotation": (
        '[T2 [T1 "The well is dry,"] [S1 he] [C1 said]], [S2 Reuters] [C2 reported].',
        0,
        "direct",
    ),
    "the relay of a quotation": (
        '[T2 [T1 "The well is dry,"] [S1 he] [C1 said]], [S2 Reuters] [C2 reported].',
        1,
        "mixed",
    ),
}

WRONG = {
    # An apostrophe behind an "s" looks like the closing mark.
    "direct, plural possessive in single marks": "[T1 'The workers' pay is late,'] [S1 he] [C1 said].",
}
