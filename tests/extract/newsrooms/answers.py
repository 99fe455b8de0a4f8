"""Replies inside an article, as newsrooms word them; written before the code had read one.

For each attribution the number (from 0) of the one that it answers.
"""

SAID = "[S1 Tom Hunt] [C1 said] [T1 the dam was safe]. "
CLAIMED = "[S1 Tom Hunt] [C1 claimed] [T1 the dam was safe]. "
ACCUSED = "[S1 Tom Hunt] [C1 accused] [T1 Ann Gray of lying]. "
ASKED = '[T1 "Did the dam leak?"] [C1 asked] [S1 Tom Hunt]. '
OFFERED = "[S1 Tom Hunt] [C1 offered] [T1 a truce]. "
CALLED = "[S1 Tom Hunt] [C1 called on] Ann Gray [T1 to resign]. "

CASES = {
    # an answering phrase
    "in response to his remarks": (
        SAID + "In response to Hunt's remarks, [S2 Ann Gray] [C2 said] [T2 it leaked].",
        [None, 0],
    ),
    "responding to Hunt": (
        SAID + "Responding to Hunt, [S2 Ann Gray] [C2 said] [T2 it leaked].",
        [None, 0],
    ),
    "reacting to the claim": (
        CLAIMED + "Reacting to Hunt's claim, [S2 Ann Gray] [C2 said] [T2 it leaked].",
        [None, 0],
    ),
    "reacting to the claim, nobody named": (
        CLAIMED + "Reacting to the claim, [S2 Ann Gray] [C2 said] [T2 it leaked].",
        [None, 0],
    ),
    "in reply": (ASKED + "In reply, [S2 Ann Gray] [C2 said] [T2 it had]. ", [None, 0]),
    "in response": (ACCUSED + "In response, [S2 Gray] [C2 said] [T2 he was a fool].", [None, 0]),
    "in an apparent response to": (
        SAID + "In an apparent response to Hunt, [S2 Ann Gray] [C2 wrote] [T2 that it leaked].",
        [None, 0],
    ),
    "asked about Hunt's claim": (
        CLAIMED + "Asked about Hunt's claim, [S2 Ann Gray] [C2 said] [T2 it leaked].",
        [None, 0],
    ),
    "when asked about his remarks": (
        SAID
        + 'When asked about Hunt\'s remarks, [S2 Ann Gray] [C2 shrugged]: [T2 "Let him talk."]',
        [None, 0],
    ),
    "commenting on the offer": (
        OFFERED + "Commenting on Hunt's offer, [S2 Ann Gray] [C2 said] [T2 it came late].",
        [None, 0],
    ),
    "asked whether": (
        SAID + "Asked whether it would hold, [S2 Ann Gray] [C2 said] [T2 it would].",
        [None, None],
    ),
    # an answering verb
    "replied": (ASKED + '[T2 "It did,"] [S2 Ann Gray] [C2 replied].', [None, 0]),
    "answered": (ASKED + '[T2 "Yes,"] [C2 answered] [S2 Ann Gray].', [None, 0]),
    "retorted": (ACCUSED + '[T2 "He is the liar,"] [S2 Gray] [C2 retorted].', [None, 0]),
    "hit back": (ACCUSED + "[S2 Gray] [C2 hit back], [C2 saying] [T2 he was the liar].", [None, 0]),
    "hit back in the next paragraph": (
        ACCUSED + '\n\nBut [S2 Gray] [C2 hit back]: [T2 "He is the liar."]',
        [None, 0],
    ),
    "fired back at Hunt": (
        SAID + "[S2 Ann Gray] [C2 fired back] at Hunt, [C2 saying] [T2 it leaked].",
        [None, 0],
    ),
    "responded by saying": (SAID + "[S2 Ann Gray] [C2 responded] [T2 that it leaked].", [None, 0]),
    "countered": (CLAIMED + "[S2 Ann Gray] [C2 countered] [T2 that it leaked].", [None, 0]),
    "a reply needs something before it": (
        "[S1 Ann Gray] [C1 replied] [T1 that it leaked].",
        [None],
    ),
    "a reply to nothing near": (
        SAID
        + "\n\nThe sun shone.\n\nBirds sang.\n\nThe day was long.\n\nIt was hot.\n\nAll slept.\n\n"
        "[S2 Ann Gray] [C2 replied] [T2 that it leaked].",
        [None, None],
    ),
    # for or against somebody's words
    "rejected the accusation": (
        ACCUSED + "[S2 Gray] [C2 rejected] [T2 the accusation].",
        [None, 0],
    ),
    "denied Hunt's claim": (CLAIMED + "[S2 Ann Gray] [C2 denied] [T2 Hunt's claim].", [None, 0]),
    "dismissed his remarks as": (
        SAID + "[S2 Ann Gray] [C2 dismissed] [T2 Hunt's remarks as nonsense].",
        [None, 0],
    ),
    "denied the allegation": (ACCUSED + "[S2 Gray] [C2 denied] [T2 the allegation].", [None, 0]),
    "welcomed the offer": (OFFERED + "[S2 Ann Gray] [C2 welcomed] [T2 the offer].", [None, 0]),
    "accepted Hunt's offer": (
        OFFERED + "[S2 Ann Gray] [C2 accepted] [T2 Hunt's offer].",
        [None, 0],
    ),
    "turned down the offer": (
        OFFERED + "[S2 Ann Gray] [C2 turned down] [T2 the offer].",
        [None, 0],
    ),
    "rejected the call": (CALLED + "[S2 Gray] [C2 rejected] [T2 the call].", [None, 0]),
    "rejected calls to resign": (
        CALLED + "[S2 Gray] [C2 rejected] [T2 calls to resign].",
        [None, 0],
    ),
    "called the claim false": (
        CLAIMED + "[S2 Ann Gray] [C2 called] [T2 Hunt's claim false].",
        [None, 0],
    ),
    "criticised the comments": (
        SAID + "[S2 Ann Gray] [C2 criticised] [T2 Hunt's comments].",
        [None, 0],
    ),
    "backed his proposal": (
        "[S1 Tom Hunt] [C1 proposed] [T1 a new dam]. [S2 Ann Gray] [C2 backed] [T2 the proposal].",
        [None, 0],
    ),
    "denied the charge": (ACCUSED + "[S2 Gray] [C2 denies] [T2 the charge].", [None, 0]),
    # by whom it is spoken to
    "agreed with Hunt": (
        SAID + "[S2 Ann Gray] [C2 agreed] with Hunt [T2 that it was safe].",
        [None, 0],
    ),
    "disagreed with Hunt": (
        SAID + "[S2 Ann Gray] [C2 disagreed] with Hunt, [C2 saying] [T2 it leaked].",
        [None, 0],
    ),
    "contradicting Hunt": (
        SAID + "Contradicting Hunt, [S2 Ann Gray] [C2 said] [T2 it leaked].",
        [None, 0],
    ),
    # an answer goes on
    "he replied, he added": (
        ASKED + '[T2 "It did,"] [S2 Ann Gray] [C2 replied]. [T3 "Badly,"] [S3 she] [C3 added].',
        [None, 0, 0],
    ),
    "an answer ends with its speaker": (
        ASKED
        + '[T2 "It did,"] [S2 Ann Gray] [C2 replied]. [S3 Ivo Bran] [C3 said] [T3 it rained].',
        [None, 0, None],
    ),
    "question, answer, question, answer": (
        ASKED + '[T2 "It did,"] [S2 Ann Gray] [C2 replied]. [T3 "When?"] [S3 Hunt] [C3 asked]. '
        '[T4 "In May,"] [S4 Gray] [C4 answered].',
        [None, 0, None, 2],
    ),
    "a transcript": ("[S1 Q]: [T1 Did the dam leak?]\n\n[S2 Gray]: [T2 It did.]", [None, None]),
    # which one is answered
    "of two, the one named": (
        (
            "[S1 Tom Hunt] [C1 said] [T1 it was safe]. [S2 Ivo Bran] [C2 said] [T2 it was old]. "
            "Responding to Hunt, [S3 Ann Gray] [C3 said] [T3 it leaked]."
        ),
        [None, None, 0],
    ),
    "of two, the accuser": (
        ACCUSED
        + "[S2 Ivo Bran] [C2 said] [T2 it rained]. [S3 Gray] [C3 denied] [T3 the accusation].",
        [None, None, 0],
    ),
    "of two, the act that is named": (
        (
            "[S1 Tom Hunt] [C1 said] [T1 it rained]. [S2 Hunt] [C2 offered] [T2 a truce]. "
            "[S3 Ann Gray] [C3 rejected] [T3 the offer]."
        ),
        [None, None, 1],
    ),
    "one who is told to resign": (
        CALLED + "[S2 Ivo Bran] [C2 said] [T2 it rained]. [S3 Gray] [C3 refused] [T3 to resign].",
        [None, None, 0],
    ),
    # no answer
    "two say different things": (SAID + "[S2 Ann Gray] [C2 said] [T2 it leaked].", [None, None]),
    "also said": (SAID + "[S2 Ann Gray] also [C2 said] [T2 it was safe].", [None, None]),
    "denied something unsaid": (
        SAID + "[S2 Ann Gray] [C2 denied] [T2 that she was ill].",
        [None, None],
    ),
    "criticised a law": (SAID + "[S2 Ann Gray] [C2 criticised] [T2 the law].", [None, None]),
    "rejected a bid": (SAID + "[S2 Ann Gray] [C2 rejected] [T2 a bid for the mill].", [None, None]),
    "the same man goes on": (SAID + "[S2 He] [C2 rejected] [T2 talk of a leak].", [None, None]),
    "nobody answers himself": (
        ASKED + "In reply to a heckler, [S2 Hunt] [C2 said] [T2 he was done].",
        [None, None],
    ),
    "a letter in reply to somebody unheard": (
        SAID + "In reply to Ivo Bran, [S2 Ann Gray] [C2 said] [T2 it rained].",
        [None, None],
    ),
    "a warning is no answer": (SAID + "[S2 Ann Gray] [C2 warned] [T2 of rain].", [None, None]),
    "asked by a reporter": (
        SAID + "Asked by a reporter about lunch, [S2 Ann Gray] [C2 said] [T2 it was soup].",
        [None, None],
    ),
    "welcomed the rain": (SAID + "[S2 Ann Gray] [C2 welcomed] [T2 the rain].", [None, None]),
    "accepts an award": (SAID + "[S2 Ann Gray] [C2 accepted] [T2 the award].", [None, None]),
    "confirmed a date": (
        SAID + "[S2 Ann Gray] [C2 confirmed] [T2 that the vote is in May].",
        [None, None],
    ),
    "an earlier promise of one's own": (
        "[S1 Ann Gray] [C1 promised] [T1 a new dam]. [S2 She] [C2 repeated] [T2 the promise].",
        [None, None],
    ),
}

WRONG = {
    # The name recogniser takes "Echoing Hunt" for one name.
    "echoing Hunt": (SAID + "Echoing Hunt, [S2 Ann Gray] [C2 said] [T2 it was strong].", [None, 0]),
}
