"""Words that tell what a noun phrase stands for: offices, insiders, bodies, documents, names.

Written by hand from general knowledge of English news; lower case, singular.
"""

from kgraph.extract import givennames
from kgraph.extract.parts import word_set

OFFICES = word_set("""
    accountant activist actor actress adjutant administrator admiral advocate aide ally
    ambassador analyst anchor architect archbishop artist assemblyman assemblywoman assistant
    associate astronaut athlete attorney author banker baron baroness bishop blogger boss
    broadcaster broker brother captain cardinal ceo cfo chair chairman chairperson chairwoman
    chancellor chief clerk co-author co-chair co-chairman co-chairwoman co-director co-founder
    coach colonel columnist commander commissioner comptroller congressman congresswoman
    consul consultant contributor controller coordinator coroner correspondent councillor
    councilman councilwoman counsel counsellor counselor critic curator czar dean delegate
    deputy designer detective developer diplomat director doctor duchess duke economist editor
    emir emperor engineer entrepreneur envoy epidemiologist executive expert farmer father
    fellow filmmaker financier fisherman foreman founder general governor guitarist head
    historian host imam inspector instructor investigator investor journalist judge justice
    king lawmaker lawyer leader lecturer legislator liaison lieutenant lobbyist magistrate
    major manager marshal master mathematician mayor mep minister moderator monk monsignor mother mp
    musician negotiator nominee novelist nurse officer ombudsman operative organiser organizer
    owner pastor patriarch physician physicist pilot player policeman policewoman pollster
    pope premier presenter president president-elect priest prince princess principal producer
    member professor prosecutor protester psychiatrist psychologist publisher queen rabbi rapporteur
    registrar reporter representative researcher reverend scholar scientist secretary senator
    sergeant sheikh sheriff singer sister soldier solicitor speaker specialist spokesman
    spokesperson spokeswoman strategist student sultan superintendent supervisor surgeon
    surrogate teacher technician tourist trader treasurer trustee veteran vice-chair
    vice-president vicar warden whip whistleblower writer youtuber
    adviser advisor alderman beneficiary biologist candidate comedian congressperson contender
    constable crown-prince undersecretary under-secretary secretary-general brigadier commodore convert dissident driver employee ex-minister ex-president frontrunner front-runner
    incumbent intern lieutenant-general major-general neighbour neighbor partner patient
    prime-minister producer-director rival son daughter husband wife widow uncle aunt cousin
    taoiseach tánaiste cm pm backbencher
    narrator questioner interviewer demonstrator opponent survivor victim volunteer witness worker hotelier shopkeeper baker butcher skipper
    striker winger midfielder defender goalkeeper batsman bowler
""")
"""Nouns that stand before a person's name or behind it and tell what the person is."""

ABBREVIATED = word_set("""
    sen. sens. del. rep. reps. gov. gen. lt. col. maj. capt. sgt. adm. cmdr. prof. rev. pres. sec. atty.
    cllr. supt. insp. det. cpl. amb. hon. fr. msgr. sen rep gov gen
    cllr prof rev sgt det insp supt sp dsp asp csp acp dcp const pc dci capt lt col maj cpl atty hon shri smt alhaji alhaja
    hajia engr engr. barr barr. mallam ustaz dato datuk datin tun sri const. cpt cmdr brig brig. ssgt
    bro. sr. dep. asst. ald. ald coun coun.
""")
"""Offices that are written short before a name."""

HONORIFICS = word_set("mr mr. mrs mrs. ms ms. miss mx mx. sir dame lord lady madam dr dr.")

MALE_WORDS = word_set("""
    mr mr. sir lord spokesman chairman congressman councilman assemblyman businessman policeman
    king prince duke baron emperor sultan emir pope bishop cardinal archbishop father brother son
    husband uncle widower actor man gentleman boy salesman fisherman anchorman cameraman
    alderman foreman statesman frontman newsman nobleman clergyman serviceman ombudsman grandfather
    stepfather nephew boyfriend fiance guy lad
""")

FEMALE_WORDS = word_set("""
    mrs mrs. ms ms. miss dame lady madam spokeswoman chairwoman congresswoman councilwoman
    assemblywoman businesswoman policewoman queen princess duchess baroness empress mother sister
    daughter wife aunt widow actress woman girl saleswoman hostess heiress waitress grandmother
    stepmother niece girlfriend fiancee nun midwife noblewoman stateswoman servicewoman
""")

GENERIC = word_set("""
    mp mep td msp nurse steelworker miner retiree veteran rookie centurion captain skipper
    man woman boy girl guy gentleman lady billionaire millionaire mogul magnate tycoon businessman
    businesswoman newcomer politician star celebrity native veteran lawyer candidate nominee
    contender hopeful republican democrat conservative liberal socialist frontrunner front-runner
    incumbent socialite challenger author writer teenager pensioner mother father octogenarian
    septuagenarian sexagenarian texan floridian ohioan vermonter arkansan new-yorker defendant suspect
    victim lawmaker legislator statesman stateswoman academic
    figure personality actor actress singer player athlete novelist winner loser champion
    kremlin-critic dissident whistleblower
""")
"""Nouns that may stand for a person who was named before without saying that he is one."""

HUMANS = word_set("""
    somebody someone wife husband child kid parent friend grandmother grandfather grandson
    granddaughter mum mom dad gran granddad nan teen teenager guest host striker winger midfielder
    defender goalkeeper keeper skipper forward batsman bowler accused defendant counsel barrister
    solicitor incumbent backbencher graduate retiree pensioner youngster toddler newlywed bride
    groom fiancé fiancée bride-to-be colleague classmate flatmate roommate housemate tenant
    landlord landlady lad lass bloke chap girlfriend boyfriend spouse twin sibling relative
    spaniard briton swede dane finn pole turk serb croat czech slovak scot irishman welshman
    frenchman dutchman englishman norwegian greek thai swiss icelander etonian nurse chef cook
    waiter cyclist surfer climber dentist vet medic apprentice trainee recruit cleric priest monk
    nun
""")
"""Nouns of people that are neither offices nor callings by which the press names somebody."""

INSIDERS = word_set("""
    source official diplomat aide insider adviser advisor person operative staffer informant
    individual eyewitness witness bystander resident onlooker participant attendee ex-official
    negotiator authority informer employee worker executive passenger
""")
"""Nouns of sources that stay unnamed."""

BEHIND_NAMES = word_set("""
    kc qc sc mp mps mep msp mla td tds obe mbe cbe dbe kbe phd md san esq ret
""")
"""What stands behind names in capitals and is no part of them."""

LEADING = word_set("""
    president head leader premier minister secretary chancellor politician chairman chairwoman chair
    chief boss director king queen monarch emperor governor mayor commissioner undersecretary
""")
"""Offices of those who lead, by some of which most leaders may be called."""

CLUBS = word_set("""
    rovers wanderers albion athletic hotspur rangers celtic fc afc rfc united town city county
    giants lions tigers bears eagles hawks wolves saints warriors blues reds
""")
"""Last words of names of sports clubs."""

BODIES = word_set("""
    academy administration agency airline alliance army assembly association authority bank bloc
    board body broadcaster bureau business cabinet campaign caucus center centre chain chamber
    channel charity church city club coalition college commission committee company conference
    congress consortium contractor cooperative corporation council country court defence
    delegation department directorate district division embassy enterprise establishment factory
    federation firm forum foundation fund giant government group headquarters hospital institute
    institution journal jury kingdom laboratory league legislature maker magazine military
    ministry mission movement municipality museum nation navy network newspaper ngo nonprofit
    office operator opposition organisation organization outlet outfit panel paper parliament
    party pentagon police presidency producer programme prosecution province publication
    publisher regiment regime regulator republic retailer school secretariat senate service
    side society staff startup state station store studio subsidiary supplier taskforce team
    tribunal troupe trust union unit university utility vatican watchdog website thinktank
    think-tank site carrier lender insurer automaker carmaker chipmaker manufacturer
""")
"""Nouns of organizations."""

DOCUMENTS = word_set("""
    account ad advert advertisement agreement affidavit analysis announcement article
    assessment audit bill biography blog blueprint book booklet briefing broadcast brochure
    bulletin census chart charter clip column commentary communique communiqué complaint
    constitution contract copy database data decree diary directive document documentary draft
    editorial email e-mail entry episode essay estimate evidence feature figure file filing
    film finding footage forecast graphic guidance guideline headline history image index
    indictment interview invitation invoice journal law lawsuit leaflet letter list log manifesto
    manual manuscript map material memo memoir memorandum message minute model motion narrative
    news note notebook notice obituary op-ed opinion order page pamphlet paper paragraph passage
    petition photograph picture piece plan plaque platform play podcast poem poll post poster
    prospectus protocol provision publication questionnaire record recording register release
    report research resolution result ruling review rule script show sign slide slogan song
    speech statement statistic story study summary survey table tape telegram testimony text tract
    spot transcript treaty tweet verdict version video warrant wiki word write-up ticket card
""")
"""Nouns of texts, recordings and polls."""

CROWD = word_set("""
    some many most several few others both all none everyone everybody nobody no-one neither
    each any half majority minority percent % number handful dozen dozens hundred hundreds
    thousand thousands million millions people public crowd couple family pair trio average share
    portion rest bulk
""")
"""Words that stand for a group by themselves."""

WRITTEN_SHORT = {
    "sen.": "senator", "sen": "senator", "rep.": "representative", "rep": "representative",
    "gov.": "governor", "gov": "governor", "gen.": "general", "gen": "general", "lt.": "lieutenant",
    "col.": "colonel", "maj.": "major", "capt.": "captain", "sgt.": "sergeant", "prof.": "professor",
    "rev.": "reverend", "pres.": "president", "sec.": "secretary", "atty.": "attorney",
    "cllr.": "councillor", "cllr": "councillor", "insp.": "inspector", "insp": "inspector",
    "cmdr.": "commander", "cmdr": "commander", "sgt": "sergeant", "capt": "captain",
    "col": "colonel", "prof": "professor", "rev": "reverend", "amb.": "ambassador",
    "ald.": "alderman", "barr.": "barrister", "fr.": "priest", "cpl": "corporal", "pc": "officer",
    "dr.": "doctor", "dr": "doctor", "adm.": "admiral", "det.": "detective", "supt.": "superintendent",
}  # fmt: skip
"""What the short forms before names stand for."""

SAME_OFFICE = (
    word_set("representative congressman congresswoman lawmaker legislator"),
    word_set("senator lawmaker legislator"),
    word_set("mp lawmaker legislator"),
    word_set("mep lawmaker legislator"),
    word_set("spokesman spokeswoman spokesperson"),
    word_set("chair chairman chairwoman chairperson"),
    word_set("attorney lawyer counsel solicitor"),
    word_set("adviser advisor aide"),
    word_set("professor academic scholar"),
    word_set("ceo executive boss chief"),
    word_set("reporter journalist correspondent"),
    word_set("economist expert"),
    word_set("nominee candidate"),
    word_set("premier prime-minister"),
    word_set("sheriff lawman"),
    word_set("ambassador diplomat envoy"),
    word_set("wife spouse widow"),
    word_set("husband spouse"),
)
"""Nouns by which one office is called; whoever is given one of them may be meant by the others."""

RANKS = word_set("vice deputy assistant former ex acting interim")
"""Words that make another office of one: the vice president is not the president."""

LIFELESS = word_set("""
    number matter power water weather answer error factor order offer computer server river
    disaster chapter border character sector tower barrier motor mirror flavor colour color labor
    labour humor rumour rumor trigger hunger anger summer winter october november december
    september shutter meter corner timber fever danger wonder layer marker indicator monitor tracker
    reactor tractor calculator sensor vector floor door error humour honor honour harbor harbour
    behavior behaviour favor favour terror horror disorder murder encounter gesture thriller poster
    endeavor counter remainder reminder transfer register buffer filter folder cover cluster quarter
""")
"""Words that end as words for people do, but don't stand for any."""

SEATS = word_set("""
    kremlin pentagon vatican capitol whitehall westminster elysee élysée quirinale duma bundestag
    knesset rada congress senate parliament politburo interpol nato kremlin's unicef unesco fbi
    cia nsa un eu imf who opec fed treasury
""")
"""Single words that name an institution, never a person or a mere place."""

SEAT_PHRASES = frozenset(
    """White House|Downing Street|Number 10|Number Ten|No 10|No. 10|10 Downing Street|Elysee Palace|
    Élysée Palace|Buckingham Palace|Blue House|Holy See|Capitol Hill|Foggy Bottom|Wall Street|
    Silicon Valley|Foreign Office|Home Office|State Department|Justice Department|Supreme Court|
    Federal Reserve|European Union|United Nations|European Commission|Bank of England|
    Whitehall|Quai d'Orsay|Bankova Street|Fleet Street|Great Hall|Zhongnanhai|Casa Rosada""".replace(
        "\n    ", ""
    )
    .casefold()
    .split("|")
)
"""The same in several words."""

PLACES = frozenset(
    """Afghanistan|Albania|Algeria|America|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|
    Bahrain|Bangladesh|Belarus|Belgium|Bolivia|Bosnia|Botswana|Brazil|Britain|Bulgaria|Burma|
    Cambodia|Cameroon|Canada|Chile|China|Colombia|Congo|Croatia|Cuba|Cyprus|Czechia|Czech Republic|
    Denmark|Ecuador|Egypt|England|Eritrea|Estonia|Ethiopia|Europe|Finland|France|Georgia|Germany|
    Ghana|Greece|Greenland|Guatemala|Guinea|Haiti|Honduras|Hungary|Iceland|India|Indonesia|Iran|
    Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|
    Latvia|Lebanon|Liberia|Libya|Lithuania|Luxembourg|Malaysia|Mali|Malta|Mexico|Moldova|Mongolia|
    Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|
    Nigeria|North Korea|North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Palestine|Panama|
    Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Scotland|
    Senegal|Serbia|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|
    South Sudan|Spain|Sri Lanka|Sudan|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|
    Tunisia|Turkey|Turkmenistan|Türkiye|Uganda|Ukraine|United Arab Emirates|United Kingdom|
    United States|Uruguay|US|U.S.|USA|U.S.A.|UK|U.K.|UAE|Uzbekistan|Venezuela|Vietnam|Wales|Yemen|
    Zambia|Zimbabwe|Soviet Union|Crimea|Donbas|Gaza|West Bank|Abu Dhabi|Amman|Ankara|Astana|
    Athens|Baghdad|Baku|Bangkok|Beijing|Beirut|Belgrade|Berlin|Bern|Bogota|Bratislava|Brussels|
    Bucharest|Budapest|Buenos Aires|Cairo|Canberra|Caracas|Chisinau|Copenhagen|Damascus|Delhi|
    New Delhi|Dhaka|Doha|Dublin|Geneva|Hanoi|Havana|Helsinki|Islamabad|Istanbul|Jakarta|Jerusalem|
    Kabul|Khartoum|Kiev|Kyiv|Kharkiv|Lisbon|Ljubljana|London|Luanda|Madrid|Manila|Minsk|Moscow|
    Nairobi|New York|Nicosia|Odesa|Oslo|Ottawa|Paris|Prague|Pristina|Pyongyang|Rabat|Reykjavik|
    Riga|Riyadh|Rome|Sarajevo|Seoul|Skopje|Sofia|Stockholm|Taipei|Tallinn|Tashkent|Tbilisi|
    Tehran|Tel Aviv|The Hague|Hague|Tirana|Tokyo|Tripoli|Tunis|Ulaanbaatar|Vienna|Vilnius|Warsaw|
    Washington|Yerevan|Zagreb|Brasilia|Kuala Lumpur|Addis Ababa|Washington, D.C.""".replace(
        "\n    ", ""
    )
    .casefold()
    .split("|")
)
"""Countries and capitals: as sources, their governments."""

MALE_NAMES = givennames.MALE | word_set("""
    aaron abdul abdullah abraham adam adrian ahmad ahmed alain alan albert aleksandr aleksandar alberto
    alejandro aleksei aleksi alexander alexandre alexei alexey alfred ali allen alvaro amir anatoly
    anders andre andreas andrei andrew andrey andrii andriy andrzej andy anthony anton antonio
    antony archie arnold arthur artem asif barack barry bashar ben benjamin bernard bernie bill billy
    bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan carl carlos carter charles
    charlie chen chris christian christopher chuck clarence clifford clive colin conor corey craig
    curtis damian dan daniel darren dave david dean denis dennis derek devin dick diego dieter
    dirk dmitri dmitriy dmitry dmytro dominic don donald doug douglas duncan dustin dwight earl ed
    eddie edgar eduardo edward edwin elijah elliot emil emmanuel enrique eric erik ernest ethan eugene
    evan evgeny fabian felipe felix ferdinand fernando filip francesco francis francisco francois
    françois frank franz fred frederick fritz gabriel gareth gary gavin gennady geoff geoffrey george
    gerald gerard gerhard gilbert giorgio giovanni giuseppe glenn gordon graham grant greg gregory
    guillermo gustav guy hamid hans harold harry harvey hassan heinrich henri henrik henry herbert
    herman hiroshi howard hugh hugo hussein ian ibrahim igor ilya imran isaac ismail ivan jack
    jackson jacob jacques jaime jake jakub james jamie jan janusz jared jason javier jay jean jeff
    jeffrey jens jeremy jerome jerry jesse jim jimmy joachim joao joe joel joerg johan johann
    john johnny jon jonas jonathan jorge jose josef joseph josh joshua juan juha julian julio jurgen
    justin kamal karim karl keith ken kenneth kevin khalid kirill klaus konstantin kurt kyle lance
    larry lars lawrence lee leo leon leonard leonid leroy leszek lewis liam lindsey lloyd lorenzo lou
    louis luca lucas luis luka lukas luke mahmoud maksim malcolm manuel marc marcel marco marcus
    mariano marin mario mark marko marshall martin marty marvin mateusz mathias matt matteo matthew
    matthias maurice max maxim mehdi mehmet michael michel miguel mike mikhail mikko milos miroslav
    mitch mitchell mohamed mohammad mohammed morgan muhammad murray mustafa mykhailo mykola narendra
    nathan nathaniel neil nelson nicholas nick nicolas nigel nikita nikolai nikolay nils noah norbert norman
    oleg oleh oleksandr oleksii oleksiy oliver olivier omar oscar otto owen pablo paolo pascal patrick
    paul pavel pavlo pawel pedro per pete peter phil philip philippe pierre pieter piotr rafael rajiv
    ralph ramon randy raphael rashid raul ray raymond rex ricardo richard rick rob robert roberto robin
    rod rodney rodrigo roger roland roman ron ronald ross roy ruben rudolf rudy rupert russell ryan salman
    sam samuel sebastian sean serge sergei sergey sergio serhii serhiy seth shane shaun shinzo simon
    stanislav stanley stefan stephan stephen sterling steve steven stewart stuart sven taras ted terence
    terry theo theodore thomas tim timothy toby todd tom tomas tomasz tommy tony travis trevor tyler
    umar vadim valentin valery vasily ted veli victor viktor vincent vitali vitaly vladimir volker
    volodymyr vyacheslav wagner wallace walter warren wayne werner wilhelm will william willie winston
    wladyslaw wolfgang xavier xi yair yasser yegor yevgeny yitzhak yoav yuri yuriy yury yusuf zachary
    jens-peter keir rishi boris nigel pat emmanuel olaf narendra recep benjamin mitt marco jeb
""")

FEMALE_NAMES = givennames.FEMALE | word_set("""
    abigail adriana agnes aisha alexandra alexis alice alicia alina alison allison amanda amber amelia
    amina amy ana anastasia andrea angela angelina anita ann anna annalena anne annette annie antonia
    april ariana ashley astrid audrey ayesha barbara beata beatrice becky bella bernadette beth bethany betty
    beverly birgit bonnie brenda brigitte brittany camila candace carla carly carmen carol carolina
    caroline carolyn carrie catherine cathy cecilia celine charlene charlotte chelsea cheryl chloe
    christina christine cindy claire clara claudia colleen condoleezza connie constance cristina
    crystal cynthia daisy dana daniela danielle daria dawn deborah debbie debra delia denise diana
    diane dolores dominique donna dora doris dorothy edith eileen elaine eleanor elena elin elisa
    elisabeth elise elizabeth ella ellen emilia emily emma erica erika erin esther ethel eva eve
    evelyn faith fatima fiona florence frances francesca gabriela gail galina georgia geraldine
    gertrude gina giorgia giulia gladys gloria grace greta gwen hanna hannah harriet hazel heather
    heidi helen helena helga hilary hillary holly ida ilse ines ingrid inna irene irina iris isabel
    isabella isabelle ivana jacqueline jane janet janice jasmine jean-marie jeanette jeanne jelena
    jennifer jenny jessica jill jo joan joanna joanne jocelyn jodie josephine joy joyce juanita
    judith judy julia juliana julie june kamala karen karin karina karoline kate katharina katherine kathleen
    kathryn kathy katie katrina kayla kelly kellyanne kerry kim kimberly kirsten kirstie kristen kristin
    kristina laura lauren leah leila lena leslie letizia liliana lily linda lindsay lisa liz liza
    lois lorraine louise lucia lucy ludmila lydia lynn madeleine magdalena maggie malala marcia margaret
    margarita maria marian marianne marie marilyn marina marine marion marjorie marlene marta martha
    mary matilda maureen maya megan meghan melania melanie melissa mercedes mia michele michelle mila
    mildred miranda miriam molly mona monica monika nadia nadine nancy naomi natalia natalie natasha
    nicola nicole nina nora norma oksana olena olga olivia paige pamela patricia patty paula pauline
    peggy penelope penny petra phyllis polina priti priyanka rachel raisa rebecca regina renata renee
    rhonda rita roberta rosa rosalind rose rosemary roxana ruth sabine sabrina sally samantha sandra
    sara sarah sasha selma shannon sharon sheila shelley shirley sigrid silvia simone sofia sonia
    sonja sophia sophie stacey stella stephanie sue susan susanna susanne suzanne svetlana sybil
    sylvia tamara tammy tanya tara tatiana teresa theresa therese tiffany tina tracy tulsi ursula
    valentina valeria valerie vanessa vera veronica victoria viktoria violet virginia vivian wanda
    wendy whitney winifred yana yasmin yolanda yulia yvette yvonne zeynep zoe zuzana loretta
""")

MONTHS_AND_DAYS = word_set("""
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday jan. feb. aug. sept. oct. nov. dec. christmas
    easter
""")

OUTLETS = word_set("""
    times post herald tribune ledger courier observer guardian telegraph mirror daily news press
    gazette journal chronicle globe star sun independent examiner inquirer dispatch bulletin
    broadcasting television radio tv magazine review standard mail express echo argus sentinel
    register record wire newswire agency network media chronicle beacon monitor weekly
""")
"""Words that end the names of newspapers, agencies and stations."""

OUTLET_VERBS = word_set("report reveal publish quote cite write broadcast air")
