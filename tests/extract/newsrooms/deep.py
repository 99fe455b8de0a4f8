"""Articles read from their plain text: what stands inside what; written before the code had read one.

The marks are those of ``scenes``; behind them, for each statement in the order of its number, whom it
came through and who speaks, "?" where nobody is named.
"""

CASES = [
    # a clause in a clause
    ("[S1 Turkey's envoy Selin Aydin] [C1 said] [T1 that [S2 Damascus] [C2 believed] [T2 that [S3 Tehran] [C3 wanted] [T3 a longer truce]]].", ["Selin Aydin", "Selin Aydin > Damascus", "Selin Aydin > Damascus > Tehran"]),
    ("[S1 Yonhap] [C1 reported] [T1 that [S2 a lawmaker] [C2 said] [T2 [S3 the spy agency] [C3 believes] [T3 [S4 Pyongyang] [C4 plans] [T4 to launch a satellite]]]].", ["Yonhap", "Yonhap > lawmaker", "Yonhap > lawmaker > spy agency", "Yonhap > lawmaker > spy agency > Pyongyang"]),
    ("[S1 Witness Carla Bolsova] [C1 told] the court [T1 that [S2 her driver] [C2 had said] [T2 he would not testify]].", ["Carla Bolsova", "Carla Bolsova > driver"]),
    ("[S1 The company] [C1 denied] [T1 that [S2 its engineers] [C2 had warned of] [T2 a leak]].", ["company", "company > engineers"]),
    ("[S1 The reporter] [C1 asked] [T1 whether [S2 the Kremlin] [C2 had promised] [T2 to free the pilot]].", ["reporter", "reporter > Kremlin"]),
    ("[S1 Survivors] [C1 recalled] [T1 that [S2 the crew] [C2 told] [T2 them to stay below]].", ["Survivors", "Survivors > crew"]),
    ("[S1 The EU] [C1 said] [T1 [S2 it] [C2 regretted] [T2 that [S3 London] [C3 had rejected] [T3 the offer]]].", ["EU", "EU", "EU > London"]),
    ("[S1 A sailor] [C1 said] [T1 [S2 the captain] [C2 ordered] [T2 the crew to jump]].", ["sailor", "sailor > captain"]),
    ("[S1 Chancellor Petra Voss] [C1 said] [T1 [S2 she] [C2 had asked] [T2 Warsaw to reopen the border]].", ["Petra Voss", "Petra Voss"]),
    ("[S1 Defence chief Anders Holm] [C1 said] [T1 [S2 his Danish colleague] [C2 had assured] him [T2 that the frigate would sail]].", ["Anders Holm", "Anders Holm > Danish colleague"]),
    # what somebody feels, thinks or wants, inside what is said
    ("[S1 Finance minister Lucia Ferraro] [C1 said] [T1 [S2 she] [C2 hopes] [T2 the strike ends by Friday]].", ["Lucia Ferraro", "Lucia Ferraro"]),
    ("[S1 The NATO chief] [C1 said] [T1 [S2 Moscow] [C2 wants] [T2 to redraw the map of Europe]].", ["NATO chief", "NATO chief > Moscow"]),
    ("[S1 The archbishop] [C1 said] [T1 [S2 he] [C2 did not believe] [T2 that the law would pass]].", ["archbishop", "archbishop"]),
    ("[S1 The analyst] [C1 thinks] [T1 [S2 Beijing] [C2 expects] [T2 the tariffs to fall]].", ["analyst", "analyst > Beijing"]),
    ("[S1 A survey published on Monday] [C1 found] [T1 that [S2 most Canadians] [C2 oppose] [T2 the pipeline]].", ["survey", "survey > Canadians"]),
    ("[S1 The envoy] [C1 insisted] [T1 that [S2 Hanoi] [C2 is ready] [T2 to sign the treaty]].", ["envoy", "envoy > Hanoi"]),
    ("[S1 The mayor] [C1 said] [T1 that if the judges rejected the plan, she would resign].", ["mayor"]),
    # the outer one behind, in front, or in between
    ("[T1 [S2 The rebels] [C2 have agreed] [T2 to lay down their arms]], [S1 the army] [C1 said].", ["army", "army > rebels"]),
    ("[C1 According to] [S1 the Ministry of Health], [T1 [S2 doctors] [C2 fear] [T2 a second wave]].", ["Ministry of Health", "Ministry of Health > doctors"]),
    ("[T1 [S2 The king]], [S1 aides] [C1 said], [T1 [C2 supports] [T2 the reform]].", ["aides", "aides > king"]),
    ("[T1 [S2 Tokyo] [C2 thinks] [T2 [S3 Seoul] [C3 wants] [T3 a summit]]], [S1 a diplomat] [C1 said].", ["diplomat", "diplomat > Tokyo", "diplomat > Tokyo > Seoul"]),
    ("[S1 The lawyer] [C1 said] [T1 that, [C2 according to] [S2 the police], [T2 the car was empty]].", ["lawyer", "lawyer > police"]),
    # passive and without an agent
    ("[S1 The minister] [C1 said] [T1 he [C2 had been told] by [S2 the union] [T2 that it would strike]].", ["minister", "minister > union"]),
    ("[S1 A palace aide] [C1 said] [T1 it [C2 was understood] [T2 that the queen would abdicate]].", ["aide", "aide > ?"]),
    ("[S1 Officials in Nairobi] [C1 said] [T1 residents [C2 had been warned] [T2 that the dam could burst]].", ["Officials in Nairobi", "Officials in Nairobi > ?"]),
    ("[S1 The ombudsman] [C1 said] [T1 patients [C2 were not told] [T2 that the drug was on trial]].", ["ombudsman", "ombudsman > ?"]),
    ("It [C1 was reported] [T1 that [S2 the sultan] [C2 had agreed] [T2 to mediate]].", ["?", "sultan"]),
    ("[S1 The prosecutor] [C1 said] [T1 [T2 the plan] [C2 was approved] by [S2 the cartel's leaders]].", ["prosecutor", "prosecutor > leaders"]),
    # infinitives, participles, nouns
    ("[S1 [S2 Vik]] [C1 denied] [T1 [C2 having said] [T2 that the port was for sale]].", ["Vik", "Vik"]),
    ("[S1 The airline] [C1 said] [T1 the [C2 claim] [T2 that its jets were unsafe] was false].", ["airline", "airline > ?"]),
    ("[S1 Tendai Moyo] [C1 said] [T1 [C2 reports] [T2 that grain was running out] were nonsense].", ["Tendai Moyo", "Tendai Moyo > ?"]),
    ("[S1 The minister] [C1 said] [T1 [S2 the opposition]'s [C2 claim] [T2 that votes were lost] was absurd].", ["minister", "minister > opposition"]),
    ("[S1 [S2 The general]] [C1 claimed] [T1 to [C2 have warned] the cabinet [T2 that the fort would fall]].", ["general", "general"]),
    ("[S1 Police] [C1 said] [T1 the driver, [S2 who] [C2 claimed] [T2 that he had been drugged], was held].", ["Police", "Police > driver"]),
    # quotations that hold what others said
    ('[T1 "[S2 The doctors] [C2 told] us [T2 he would walk again],"] [S1 his mother, Amina Diallo], [C1 said].', ["Amina Diallo", "Amina Diallo > doctors"]),
    ('[T1 "[S2 The president] [C2 has made it clear] [T2 that [S3 he] [C3 wants] [T3 peace]],"] [S1 press secretary Dana Cole] [C1 said].', ["Dana Cole", "Dana Cole > president", "Dana Cole > president"]),
    ('[S1 The spokeswoman] [C1 said] [T1 that [S2 the prince] [C2 had called] [T2 the book "a pack of lies"]].', ["spokeswoman", "spokeswoman > prince"]),
    ('[T1 "[S2 My sister] [C2 said] [T2 that she would never forgive him],"] [S1 Ivo Hess] [C1 recalled].', ["Ivo Hess", "Ivo Hess > sister"]),
    ('[T1 "[S2 I] [C2 asked] [T2 the guard to open the gate],"] [S1 a trader, Musa Bello], [C1 said].', ["Musa Bello", "Musa Bello"]),
    # transcripts
    ("[S1 LUND][C1 :] [T1 My deputy signed. [S2 The auditor] [C2 said] [T2 it was lawful].]\n\n[S3 ADEYEMI][C3 :] [T3 When was that?]\n\n[S4 LUND][C4 :] [T4 [S5 I] [C5 believe] [T5 it was in May].]", ["LUND", "LUND > auditor", "ADEYEMI", "LUND", "LUND"]),
    ("[S1 PATEL][C1 :] [T1 [C2 Did] [S2 the pilot] [C2 say] [T2 that he was ill]?]\n\n[S3 MORO][C3 :] [T3 He did not.]\n\n[S4 PATEL][C4 :] [T4 [S5 The tower] [C5 claims] [T5 that he called twice].]", ["PATEL", "PATEL > pilot", "MORO", "PATEL", "PATEL > tower"]),
    # beside each other, not inside
    ("[S1 [S2 The coach]] [C1 said] [T1 the pitch was poor] and [C2 added] [T2 that the referee was worse].", ["coach", "coach"]),
    ('[T1 "We lost,"] [S1 Priya Nair] [C1 said]. [T2 "We were robbed,"] [S2 her deputy Arun Das] [C2 said].', ["Priya Nair", "Arun Das"]),
    ("[S1 The army] [C1 said] [T1 the bridge was held], while [S2 the rebels] [C2 claimed] [T2 that it had fallen].", ["army", "rebels"]),
    ("[S1 Riyadh] [C1 said] [T1 output would fall]; [S2 Moscow] [C2 said] [T2 it would rise].", ["Riyadh", "Moscow"]),
    ("[S1 Doctors] [C1 say] [T1 the water is safe], but [S2 villagers] [C2 fear] [T2 that it is not].", ["Doctors", "villagers"]),
    ('[S1 Kim Jae-ho] [C1 said] [T1 the deal was dead]. [S2 A diplomat] [C2 replied]: [T2 "It is alive."]', ["Kim Jae-ho", "diplomat"]),
    ("[S1 The bishop] [C1 welcomed] [T1 the truce], and [S2 the imam] [C2 said] [T2 it came too late].", ["bishop", "imam"]),
    ("[S1 The judge] [C1 said] [T1 [S2 Okonkwo] [C2 had admitted] [T2 that [S3 he] [C3 knew] [T3 the loan was forged]]].", ["judge", "judge > Okonkwo", "judge > Okonkwo"]),
]  # fmt: skip

MISREAD = [
    ("[S1 Maria Lopes] [C1 said] [T1 [S2 her lawyer, Rui Costa], [C2 told] her [T2 [S3 he] [C3 feared] [T3 a long trial]]].", ["Maria Lopes", "Maria Lopes > Rui Costa", "Maria Lopes > Rui Costa"]),
    ("[S1 Eyewitnesses] [C1 told] AFP [T1 [S2 soldiers] [C2 had threatened] [T2 to shoot]].", ["Eyewitnesses", "Eyewitnesses > soldiers"]),
]  # fmt: skip
"""A surname taken for a body, "her" for the gender of the name before it, "AFP soldiers" for a phrase."""
