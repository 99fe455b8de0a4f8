"""Articles read from their plain text: through whom a statement came; written before the code had read one.

The marks are those of ``scenes``; behind them, for each statement in the order of its number, whom it
came through and who speaks. Who is told, and where somebody is interviewed, carries nothing: he is the
addressee, or the venue.
"""

CASES = [
    # at the end
    ("[T1 [T2 The talks have failed], [S2 two officials] [C2 told] Reuters], [C1 according to] [S1 the BBC].", ["BBC", "BBC > two officials"]),
    ("[T1 [T2 The queen is well], [S2 a palace source] [C2 said]], [C1 as quoted by] [S1 Hello magazine].", ["Hello", "Hello > palace source"]),
    ('[T1 [T2 "No deal,"] [S2 Chen Wei] [C2 said]], [S1 Xinhua] [C1 reported] late on Monday.', ["Xinhua", "Xinhua > Chen Wei"]),
    ("[T1 [T2 Two miners are alive], [S2 the rescue chief] [C2 said]], [C1 as reported by] [S1 the state broadcaster TRT].", ["TRT", "TRT > rescue chief"]),
    ("[T1 [S2 The president] [C2 plans] [T2 to resign]], [S1 Reuters] [C1 reported] on Tuesday.", ["Reuters", "Reuters > president"]),
    ("[T1 [T2 The ship sank], [S2 the coast guard] [C2 told] state TV], [S1 IRNA] [C1 said].", ["IRNA", "IRNA > coast guard"]),
    ("[T1 [T2 Nobody was hurt], [S2 police] [C2 said]], [C1 per] [S1 NHK].", ["NHK", "NHK > police"]),
    ("[T1 [T2 Rates will rise], [S2 Governor Ana Reyes] [C2 said]], [C1 according to] [S1 a transcript seen by Reuters].", ["transcript", "transcript > Ana Reyes"]),
    ("[T1 [T2 The rebels took the town], [S2 their spokesman] [C2 said] on Sunday], [C1 according to] [S1 the Anadolu agency].", ["Anadolu", "Anadolu > spokesman"]),
    ("[T1 [S2 Oleg Sokolov] [C2 said] [T2 fuel was short]], [S1 RIA] [C1 reported].", ["RIA", "RIA > Oleg Sokolov"]),
    ("[T1 [S2 The navy] [C2 believes] [T2 the submarine is lost]], [C1 according to] [S1 the Times].", ["Times", "Times > navy"]),
    ("[T1 [S2 The union] [C2 said] on Monday [T2 that it would strike]], [S1 dpa] [C1 reported].", ["dpa", "dpa > union"]),
    ("[T1 [T2 The vaccine works], [S2 researchers] [C2 wrote] in the journal], [S1 the Hindu] [C1 reported].", ["Hindu", "Hindu > researchers"]),
    ("[T1 [T2 The ceasefire holds], [S2 a UN officer] [C2 said]], [S1 the Associated Press] [C1 reports].", ["Associated Press", "Associated Press > UN officer"]),
    ("[T1 [T2 He will not run], [S2 the governor] [C2 told] CNN], [C1 as cited by] [S1 Politico].", ["Politico", "Politico > governor"]),
    ("[T1 The bank will close forty branches], [C1 as first reported by] [S1 the Financial Times].", ["Financial Times"]),
    ("[T1 The strike is over], [C1 according to] [S1 the BBC].", ["BBC"]),
    ("[T1 [T2 Wages will be paid], [S2 the deputy governor] [C2 promised]], [S1 the state news agency] [C1 reported].", ["state news agency", "state news agency > deputy governor"]),
    # in front
    ("[S1 Reuters] [C1 reports] [T1 that [S2 Tunis] [C2 has asked for] [T2 a loan]].", ["Reuters", "Reuters > Tunis"]),
    ("[C1 According to] [S1 the BBC], [T1 [S2 the ministry] [C2 denied] [T2 that shots were fired]].", ["BBC", "BBC > ministry"]),
    ("[S1 Local media] [C1 reported] [T1 that [S2 the mayor] [C2 had apologised for] [T2 the delay]].", ["Local media", "Local media > mayor"]),
    ("[S1 The daily Clarín] [C1 reported] [T1 that [S2 the bank] [C2 wants] [T2 to sell its stake]].", ["Clarín", "Clarín > bank"]),
    ("[S1 The New York Times] [C1 reported] first [T1 that [S2 the senator] [C2 had promised] [T2 to pay]].", ["New York Times", "New York Times > senator"]),
    ("[S1 The BBC] [C1 has learned] [T1 that [S2 the duke] [C2 refused] [T2 to testify]].", ["BBC", "BBC > duke"]),
    ("[S1 Reuters] [C1 reported] [T1 that [S2 Lima] [C2 rejected] [T2 the claim]]. [S3 The foreign minister] [C3 said] [T3 the border was closed].", ["Reuters", "Reuters > Lima", "foreign minister"]),
    # citing, quoting
    ("[T1 [T2 The dam has burst]], [S1 Reuters] [C1 reported], [C2 citing] [S2 two officials].", ["Reuters", "Reuters > two officials"]),
    ("[T1 [T2 The port was shelled]], [S1 Al Jazeera] [C1 reported], [C2 citing] [S2 a statement by the army].", ["Al Jazeera", "Al Jazeera > army"]),
    ("[S1 TASS] [C1 said], [C2 quoting] [S2 Kremlin spokesman Dmitry Peskov], [T1 [T2 that talks would go on]].", ["TASS", "TASS > Dmitry Peskov"]),
    ("[S1 The paper] [C1 said], [C2 citing] [S2 sources familiar with the matter], [T1 [T2 that the merger was off]].", ["paper", "paper > sources"]),
    ("[C2 Citing] [S2 two diplomats], [S1 Bloomberg] [C1 reported] [T1 [T2 that the embargo would end]].", ["Bloomberg", "Bloomberg > two diplomats"]),
    ("[T1 [T2 Grain prices will double]], [C1 according to] [S1 the Economist], [C2 citing] [S2 traders].", ["Economist", "Economist > traders"]),
    ("[S1 Kyodo] [C1 reported] on Friday, [C2 citing] [S2 government sources], [T1 [T2 that the envoy would quit]].", ["Kyodo", "Kyodo > government sources"]),
    # quoted as saying
    ('[T1 [T2 "The road is open,"]] [S1 the agency] [C1 quoted] [T1 [S2 him] [C2 as saying]].', ["agency", "agency > ?"]),
    ("[S1 The Kyodo news agency] [C1 quoted] [T1 [S2 the governor] [C2 as saying] [T2 that the plant was safe]].", ["Kyodo", "Kyodo > governor"]),
    ("[S1 State television] [C1 quoted] [T1 [S2 General Ali Reza] [C2 as saying] [T2 the strait would stay open]].", ["State television", "State television > Ali Reza"]),
    ("[S1 The agency] [C1 cited] [T1 [S2 an unnamed diplomat] [C2 as saying] [T2 the visit was off]].", ["agency", "agency > unnamed diplomat"]),
    ('[T1 [T2 "It is a lie,"] [S2 Oleg Sokolov] [C2 was quoted as saying]] [C1 by] [S1 RIA].', ["RIA", "RIA > Oleg Sokolov"]),
    ("[T1 [S2 Oleg Sokolov] [C2 was quoted]] [C1 by] [S1 the Interfax agency] [T1 [C2 as saying] [T2 that fuel was short]].", ["Interfax", "Interfax > Oleg Sokolov"]),
    # two relays
    ("[T1 [T2 [T3 The rocket failed], [S3 an engineer] [C3 said]], [S2 Interfax] [C2 reported]], [C1 according to] [S1 Reuters].", ["Reuters", "Reuters > Interfax", "Reuters > Interfax > engineer"]),
    ("[S1 The Guardian] [C1 says] [T1 [S2 Le Monde] [C2 has reported] [T2 that [S3 Brussels] [C3 rejected] [T3 the budget]]].", ["Guardian", "Guardian > Le Monde", "Guardian > Le Monde > Brussels"]),
    ("[C1 According to] [S1 Reuters], [T1 [S2 Xinhua] [C2 quoted] [T2 [S3 the minister] [C3 as saying] [T3 that the port was closed]]].", ["Reuters", "Reuters > Xinhua", "Reuters > Xinhua > minister"]),
    # who is told and where one speaks carries nothing
    ("In an interview with the BBC, [S1 Marta Silva] [C1 said] [T1 the coast was sinking].", ["Marta Silva"]),
    ('[T1 "We were lucky,"] [S1 Captain Juma Okello] [C1 told] AFP.', ["Juma Okello"]),
    ("Speaking to Sky News, [S1 Ian Boyd] [C1 said] [T1 the vote was lost].", ["Ian Boyd"]),
    ("[S1 Elena Ruiz] [C1 told] the newspaper El País [T1 that she would appeal].", ["Elena Ruiz"]),
    # carried on, or not
    ("[T1 [S2 The rebels] [C2 have agreed to] [T2 talks]], [S1 the army] [C1 said]. [S3 The rebels] [C3 said] [T3 they would never talk].", ["army", "army > rebels", "rebels"]),
    ("[T1 [T2 The mine is safe], [S2 Thandi Nkosi] [C2 said]], [S1 AFP] [C1 reported]. [S3 She] [C3 added] [T3 that the owner would pay].", ["AFP", "AFP > Thandi Nkosi", "AFP > Thandi Nkosi"]),
    ("[T1 [T2 The mine is safe], [S2 Thandi Nkosi] [C2 said]], [S1 AFP] [C1 reported]. [S3 Miner Jabu Zulu] [C3 said] [T3 it was not].", ["AFP", "AFP > Thandi Nkosi", "Jabu Zulu"]),
]  # fmt: skip
