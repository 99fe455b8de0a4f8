"""Statements inside statements and relays, as newsrooms word them; written before the code had read one."""

CASES = {
    "nothing holds what stands beside": (
        "[S1 Ann Gray] [C1 said] [T1 it rained]. [S2 Tom Hunt] [C2 said] [T2 it snowed].",
        [None, None],
        ["Ann Gray", "Tom Hunt"],
    ),
    "that … that": (
        "[S1 Ann Gray] [C1 said] [T1 that [S2 Tom Hunt] [C2 had promised] [T2 to pay]].",
        [None, 0],
        ["Ann Gray", "Tom Hunt"],
    ),
    "three deep": (
        "[S1 Ann Gray] [C1 stressed] [T1 that [S2 Tom Hunt] [C2 made it clear] [T2 that [S3 he] [C3 seeks] [T3 a truce]]].",
        [None, 0, 1],
        ["Ann Gray", "Tom Hunt", "Tom Hunt"],
    ),
    "four deep": (
        (
            "[S1 Reuters] [C1 reported] [T1 that [S2 Ann Gray] [C2 said] [T2 that [S3 Tom Hunt] [C3 believed] "
            "[T3 that [S4 Eva Novak] [C4 would deny] [T4 the loan]]]]."
        ),
        [None, 0, 1, 2],
        ["Reuters", "Ann Gray", "Tom Hunt", "Eva Novak"],
    ),
    "the outer one behind": (
        "[T1 [S2 Tom Hunt] [C2 wants] [T2 to leave]], [S1 Ann Gray] [C1 said].",
        [None, 0],
        ["Ann Gray", "Tom Hunt"],
    ),
    "the outer one according to": (
        "[T1 [S2 The bank] [C2 plans] [T2 to close]], [C1 according to] [S1 Ann Gray].",
        [None, 0],
        ["Ann Gray", "bank"],
    ),
    "two in one content": (
        "[S1 Ann Gray] [C1 said] [T1 that [S2 Tom Hunt] [C2 denied] [T2 the loan] and [S3 Eva Novak] [C3 admitted] [T3 it]].",
        [None, 0, 0],
        ["Ann Gray", "Tom Hunt", "Eva Novak"],
    ),
    "in a quotation": (
        '[T1 "[S2 My son] [C2 told] me [T2 he was cold],"] [S1 Ann Gray] [C1 said].',
        [None, 0],
        ["Ann Gray", "My son"],
    ),
    "I in a quotation is its speaker": (
        '[T1 "[S2 I] [C2 believe] [T2 the dam is safe],"] [S1 Ann Gray] [C1 said].',
        [None, 0],
        ["Ann Gray", "Ann Gray"],
    ),
    "we in a quotation is its speaker's side": (
        '[T1 "[S2 I] [C2 have said] [T2 it before],"] [S1 Tom Hunt] [C1 told] Ann Gray.',
        [None, 0],
        ["Tom Hunt", "Tom Hunt"],
    ),
    "a noun cue inside": (
        "[S1 Ann Gray] [C1 dismissed] [T1 [S2 Tom Hunt]'s [C2 claim] [T2 that the dam leaks]].",
        [None, 0],
        ["Ann Gray", "Tom Hunt"],
    ),
    "a demand inside a warning": (
        "[S1 Ann Gray] [C1 warned] [T1 that if [S2 the union] [C2 insists on] [T2 a raise], the mill will close].",
        [None, 0],
        ["Ann Gray", "union"],
    ),
    "he is the one who speaks": (
        "[S1 Tom Hunt] [C1 said] [T1 [S2 he] [C2 feared] [T2 a flood]].",
        [None, 0],
        ["Tom Hunt", "Tom Hunt"],
    ),
    "a document inside": (
        "[S1 Ann Gray] [C1 said] [T1 that [S2 the audit] [C2 shows] [T2 a loss]].",
        [None, 0],
        ["Ann Gray", "the audit"],
    ),
    "the agency behind": (
        "[T1 [T2 The dam is safe], [S2 Tom Hunt] [C2 said]], [S1 Interfax] [C1 reported].",
        [None, 0],
        ["Interfax", "Tom Hunt"],
    ),
    "an agency that cites an official": (
        "[S1 Reuters] [C1 said], [C2 citing] [S2 an official], [T1 [T2 that the dam had burst]].",
        [None, None],
        ["Reuters", "an official"],
    ),
    "the next sentence is free": (
        "[S1 Ann Gray] [C1 said] [T1 that [S2 Tom Hunt] [C2 lied] [T2 about it]]. [S3 She] [C3 wept] [T3 at the news].",
        [None, 0, None],
        ["Ann Gray", "Tom Hunt", "Ann Gray"],
    ),
    "over two sentences": (
        '[T1 "[S2 Tom Hunt] [C2 said] [T2 it was safe]. It was not,"] [S1 Ann Gray] [C1 said].',
        [None, 0],
        ["Ann Gray", "Tom Hunt"],
    ),
    "the cue inside, the content too, the source not": (
        "[S1 Ann Gray] [C1 said] [T1 [S2 she] [C2 would ask] [T2 why]].",
        [None, 0],
        ["Ann Gray", "Ann Gray"],
    ),
    "a passive inside": (
        "[S1 Ann Gray] [C1 said] [T1 she [C2 was told] by [S2 Tom Hunt] [T2 that it was shut]].",
        [None, 0],
        ["Ann Gray", "Tom Hunt"],
    ),
    "no source inside": (
        "[S1 Ann Gray] [C1 said] [T1 it [C2 was feared] [T2 that all had drowned]].",
        [None, 0],
        ["Ann Gray", ""],
    ),
    "a discontinuous outer one": (
        '[T1 "[S2 Tom Hunt] [C2 hopes] [T2 to win],"] [S1 Ann Gray] [C1 said], [T1 "and so do we all."]',
        [None, 0],
        ["Ann Gray", "Tom Hunt"],
    ),
    "a question inside": (
        "[S1 Ann Gray] [C1 said] [T1 [S2 Tom Hunt] [C2 had asked] her [T2 whether the mill was shut]].",
        [None, 0],
        ["Ann Gray", "Tom Hunt"],
    ),
    "court: what the jury heard": (
        "[S1 Prosecutor Eva Novak] [C1 told] the jury [T1 that [S2 Hunt] [C2 had threatened] [T2 to burn the mill]].",
        [None, 0],
        ["Eva Novak", "Hunt"],
    ),
    "a leak: what a memo says somebody said": (
        "[S1 The memo] [C1 says] [T1 [S2 Tom Hunt] [C2 told] aides [T2 that [S3 he] [C3 wanted] [T3 the files gone]]].",
        [None, 0, 1],
        ["The memo", "Tom Hunt", "Tom Hunt"],
    ),
    "a spokeswoman for another": (
        "[S1 Spokeswoman Ann Gray] [C1 said] [T1 [S2 minister Ivo Bran] [C2 supports] [T2 the ban]].",
        [None, 0],
        ["Ann Gray", "Ivo Bran"],
    ),
    "the same words twice are one": (
        "[S1 Ann Gray] [C1 said] [T1 it rained].",
        [None],
        ["Ann Gray"],
    ),
    "three in a row in one quotation": (
        '[T1 "[S2 I] [C2 think] [T2 it is late], [S3 Tom Hunt] [C3 thinks] [T3 it is early] and [S4 Eva Novak] [C4 doubts] [T4 it],"] [S1 Ann Gray] [C1 said].',
        [None, 0, 0, 0],
        ["Ann Gray", "Ann Gray", "Tom Hunt", "Eva Novak"],
    ),
    "five deep": (
        (
            "[S1 TASS] [C1 wrote] [T1 that [S2 Ann Gray] [C2 said] [T2 [S3 Tom Hunt] [C3 heard] [T3 that [S4 Eva Novak] [C4 feared] "
            "[T4 that [S5 Ivo Bran] [C5 planned] [T5 to flee]]]]]."
        ),
        [None, 0, 1, 2, 3],
        ["TASS", "Ann Gray", "Tom Hunt", "Eva Novak", "Ivo Bran"],
    ),
}

CHAINS = {
    "nobody between": ("[S1 Ann Gray] [C1 said] [T1 it rained].", [[]]),
    "an agency in front": (
        "[S1 Xinhua] [C1 reported] [T1 that [S2 Ann Gray] [C2 said] [T2 it rained]].",
        [[], ["Xinhua"]],
    ),
    "an agency behind": (
        "[T1 [T2 It rained], [S2 Ann Gray] [C2 said]], [S1 Xinhua] [C1 reported].",
        [[], ["Xinhua"]],
    ),
    "as quoted by": (
        "[T1 [T2 It rained], [S2 Ann Gray] [C2 was quoted] [C2 as saying]] [C1 by] [S1 the BBC].",
        [[], ["BBC"]],
    ),
    "a newspaper and an agency": (
        "[S1 Reuters] [C1 said] [T1 [S2 Le Monde] [C2 reported] [T2 that [S3 Ann Gray] [C3 had quit] [T3 the race]]].",
        [[], ["Reuters"], ["Reuters", "Le Monde"]],
    ),
    "a person in between": (
        "[S1 Reuters] [C1 reported] [T1 that [S2 Ann Gray] [C2 said] [T2 [S3 Tom Hunt] [C3 wants] [T3 rain]]].",
        [[], ["Reuters"], ["Reuters", "Ann Gray"]],
    ),
    "the speaker is not his own relay": (
        "[S1 Tom Hunt] [C1 said] [T1 that [S2 he] [C2 wants] [T2 rain]].",
        [[], []],
    ),
    "nor two deep": (
        "[S1 TASS] [C1 reported] [T1 that [S2 Tom Hunt] [C2 said] [T2 that [S3 he] [C3 wants] [T3 rain]]].",
        [[], ["TASS"], ["TASS"]],
    ),
    "two said by one through one": (
        "[T1 [T2 It rained], [S2 Ann Gray] [C2 said]], [S1 Xinhua] [C1 reported]. [S3 She] [C3 added] [T3 that it was cold].",
        [[], ["Xinhua"], ["Xinhua"]],
    ),
    "somebody else in between": (
        (
            "[T1 [T2 It rained], [S2 Ann Gray] [C2 said]], [S1 Xinhua] [C1 reported]. [S3 Tom Hunt] [C3 disagreed] [T3 with it]. "
            "[S4 Gray] [C4 added] [T4 that it was cold]."
        ),
        [[], ["Xinhua"], [], []],
    ),
    "I in a relayed quotation": (
        'Asked by whom, [S1 TASS] [C1 quoted] [T1 [S2 Tom Hunt] [C2 as saying] [T2 "[S3 I] [C3 want] [T3 rain]"]].',
        [[], ["TASS"], ["TASS"]],
    ),
    "the memo": (
        "[S1 The memo] [C1 says] [T1 [S2 Tom Hunt] [C2 told] aides [T2 it was over]].",
        [[], ["The memo"]],
    ),
    "a lawyer for a client": (
        "[S1 Lawyer Ann Gray] [C1 said] [T1 [S2 her client] [C2 denies] [T2 the charge]].",
        [[], ["Ann Gray"]],
    ),
}
