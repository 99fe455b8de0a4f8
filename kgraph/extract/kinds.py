"""Which nouns, verbs and names of places may be said of one and the same person or body.

Written by hand from general knowledge of English; lower case, singular.
"""

from kgraph.extract import lexicon
from kgraph.extract.callings import PLAYERS
from kgraph.extract.parts import word_set

NARROWER: dict[str, frozenset[str]] = {
    "politician": word_set(
        """minister mp td mep msp mla senator congressman congresswoman representative lawmaker
        legislator mayor governor councillor president premier chancellor leader taoiseach tánaiste
        secretary deputy whip backbencher candidate assemblyman delegate parliamentarian nominee"""
    ),
    "lawmaker": word_set(
        """mp td mep msp mla senator congressman congresswoman representative legislator deputy
        assemblyman backbencher parliamentarian whip"""
    ),
    "mp": word_set("backbencher parliamentarian member"),
    "td": word_set("backbencher deputy"),
    "minister": word_set("secretary chancellor premier taoiseach"),
    "official": word_set(
        """minister secretary commissioner director head chief undersecretary administrator
        spokesman spokeswoman ambassador adviser inspector"""
    ),
    "leader": word_set(
        """president premier prime-minister head chief chair chairman chairwoman taoiseach
        chancellor king queen captain chieftain"""
    ),
    "head-of-state": word_set("president king queen monarch emperor sultan emir"),
    "head-of-government": word_set("premier prime-minister taoiseach chancellor"),
    "boss": word_set(
        """executive ceo manager coach head director owner founder chair chairman chief chairwoman
        trainer president leader governor mayor"""
    ),
    "chief": word_set(
        """controller commissioner director commander superintendent marshal sheriff inspector
        constable captain administrator"""
    ),
    "executive": word_set("ceo chief chairman boss director president founder"),
    "businessman": word_set("ceo founder chairman owner entrepreneur tycoon executive director"),
    "businesswoman": word_set("ceo founder chairwoman owner entrepreneur executive director"),
    "entrepreneur": word_set("founder co-founder ceo owner"),
    "player": PLAYERS
    | word_set("captain footballer batsman bowler batter skipper midfielder defender"),
    "athlete": word_set(
        "runner sprinter swimmer jumper thrower cyclist rower player hurdler gymnast"
    ),
    "runner": word_set("sprinter hurdler marathoner"),
    "forward": word_set("striker winger attacker centre-forward prop hooker flanker"),
    "defender": word_set("centre-back full-back left-back right-back wing-back stopper"),
    "bowler": word_set("spinner seamer pacer quick"),
    "batsman": word_set("batter opener"),
    "doctor": word_set(
        """surgeon gp physician consultant paediatrician pediatrician cardiologist anaesthetist
        psychiatrist oncologist gynaecologist neurologist medic registrar clinician"""
    ),
    "scientist": word_set(
        """biologist chemist physicist professor ecologist researcher astronomer geologist engineer
        epidemiologist botanist zoologist climatologist mathematician geneticist academic"""
    ),
    "musician": word_set(
        """singer guitarist drummer pianist violinist rapper composer songwriter cellist organist
        bassist saxophonist trumpeter conductor"""
    ),
    "artist": word_set("singer painter sculptor musician photographer rapper designer illustrator"),
    "performer": word_set("singer actor actress dancer musician comedian"),
    "star": word_set("singer actor actress player striker musician presenter"),
    "writer": word_set("novelist poet columnist playwright biographer author journalist"),
    "author": word_set("novelist poet playwright biographer writer historian"),
    "officer": word_set(
        """inspector constable sergeant superintendent detective pc policeman policewoman captain
        lieutenant major colonel commander commissioner trooper"""
    ),
    "policeman": word_set("inspector constable sergeant superintendent detective pc officer"),
    "detective": word_set("inspector dci sergeant"),
    "soldier": word_set("private corporal sergeant lieutenant captain major colonel general"),
    "lawyer": word_set("barrister solicitor attorney counsel advocate prosecutor"),
    "judge": word_set("magistrate justice recorder sheriff"),
    "cleric": word_set("priest vicar pastor reverend bishop imam rabbi archbishop minister canon"),
    "teacher": word_set(
        "headteacher principal headmaster headmistress lecturer tutor schoolteacher"
    ),
    "diplomat": word_set("ambassador envoy consul attaché"),
    "farmer": word_set("grower rancher dairyman smallholder grazier"),
    "activist": word_set("campaigner organiser organizer protester"),
    "driver": word_set("trucker cabbie motorist chauffeur"),
    # Bodies.
    "carrier": word_set("airline airways shipping telecoms airlines air"),
    "lender": word_set("bank building-society"),
    "retailer": word_set("stores shop supermarket chain grocer store shops"),
    "publisher": word_set("newspaper press books magazine"),
    "paper": word_set(
        """newspaper gazette times post herald tribune courier observer guardian telegraph mirror
        mail journal chronicle globe daily argus echo standard star sun tabloid"""
    ),
    "broadcaster": word_set("television radio tv channel station network broadcasting"),
    "club": word_set(
        """united city town rovers wanderers athletic albion fc afc rangers county team side"""
    ),
    "authority": word_set("council agency regulator borough"),
    "charity": word_set("trust foundation fund nonprofit ngo"),
    "university": word_set("college institute"),
    "party": word_set("labour conservatives democrats republicans greens liberals"),
}
"""By what narrower nouns someone may be known who is called by a wider one."""

SAME = (
    word_set("lawmaker legislator parliamentarian backbencher"),
    word_set("mp parliamentarian"),
    word_set("prime-minister premier pm"),
    word_set("chief-minister cm"),
    word_set("manager coach boss trainer"),
    word_set("captain skipper"),
    word_set("batsman batter"),
    word_set("goalkeeper keeper goalie"),
    word_set("doctor medic physician clinician"),
    word_set("scientist researcher academic expert"),
    word_set("lawyer attorney counsel"),
    word_set("policeman officer cop policewoman"),
    word_set("defendant accused"),
    word_set("teacher schoolteacher educator"),
    word_set("cleric clergyman priest"),
    word_set("journalist reporter correspondent"),
    word_set("winner champion victor"),
    word_set("founder entrepreneur co-founder"),
    word_set("chair chairman chairwoman chairperson"),
    word_set("father dad"),
    word_set("mother mum mom"),
    word_set("chief head boss"),
    word_set("ceo executive chief-executive"),
    word_set("newspaper paper daily"),
    word_set("author writer"),
    word_set("campaigner activist dissident"),
    word_set("firm company business"),
    word_set("striker attacker"),
    word_set("chef cook"),
)
"""Nouns for the same thing."""

_SAME_AS: dict[str, frozenset[str]] = {
    noun: frozenset().union(*(group for group in SAME if noun in group))
    for noun in frozenset().union(*SAME)
}

DOERS: dict[str, tuple[str, ...]] = {
    "chair": ("chair",),
    "manage": ("manager",),
    "coach": ("coach",),
    "lead": ("leader", "head"),
    "head": ("leader", "head", "chief"),
    "represent": ("mp",),
    "run": ("boss", "owner"),
    "found": ("founder",),
    "write": ("author",),
    "win": ("winner",),
    "preside": ("judge",),
    "captain": ("captain",),
    "sell": ("retailer", "seller"),
    "make": ("maker",),
    "build": ("builder", "maker"),
    "testify": ("witness",),
    "sue": ("plaintiff", "claimant"),
    "bat": ("batsman",),
    "score": ("player",),
    "play": ("player", "actor", "actress", "musician"),
    "patrol": ("officer",),
    "star": ("actor",),
    "campaign": ("candidate", "campaigner"),
}
"""What somebody is of whom the verb is told."""

TRIED = word_set("sentence jail convict charge accuse try acquit imprison indict prosecute remand")
"""What is done to a defendant."""

PARTIES: dict[str, str] = {
    "tory": "conservative", "tories": "conservative", "conservatives": "conservative",
    "conservative": "conservative", "labour": "labour", "labor": "labour",
    "democrat": "democratic", "democratic": "democratic", "democrats": "democratic",
    "republican": "republican", "republicans": "republican", "gop": "republican",
    "green": "green", "greens": "green", "liberal": "liberal", "snp": "snp",
}  # fmt: skip
"""Parties by the words they are called."""

_NATIONS = {
    "french": "france", "frenchman": "france", "frenchwoman": "france", "dutch": "netherlands",
    "dutchman": "netherlands", "dutchwoman": "netherlands", "british": "britain",
    "briton": "britain", "uk": "britain", "spanish": "spain", "spaniard": "spain",
    "swiss": "switzerland", "welsh": "wales", "welshman": "wales", "welshwoman": "wales",
    "danish": "denmark", "dane": "denmark", "pole": "poland", "polish": "poland",
    "irish": "ireland", "irishman": "ireland", "irishwoman": "ireland", "american": "us",
    "u.s.": "us", "greek": "greece", "thai": "thailand", "turk": "turkey", "turkish": "turkey",
    "serb": "serbia", "croat": "croatia", "czech": "czechia", "scot": "scotland",
    "scottish": "scotland", "swede": "sweden", "finn": "finland", "kiwi": "zealand",
    "zealander": "zealand", "argentine": "argentina", "filipino": "philippines",
    "norwegian": "norway", "englishman": "england", "english": "england",
    "englishwoman": "england", "icelander": "iceland", "slovak": "slovakia",
    "portuguese": "portugal", "chinese": "china", "german": "germany", "italian": "italy",
    "yorkshireman": "yorkshire", "yorkshirewoman": "yorkshire", "londoner": "london",
    "dubliner": "dublin", "texan": "texas", "afghan": "afghanistan", "iraqi": "iraq",
}  # fmt: skip
_ENDINGS = ("n", "nian", "ian", "ean", "ish", "ese", "an", "i")


def nation(word: str) -> str:
    """The country or place whose people or things are called by the word; "" if by none.

    >>> nation("frenchman"), nation("kenyan"), nation("striker")
    ('france', 'kenya', '')
    """
    if word in _NATIONS:
        return _NATIONS[word]
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word:
            for place in (
                stem,
                stem + "a",
                stem + "e",
                stem + "y",
                stem + "ia",
                stem + "land",
                stem + "en",
            ):
                if place in COUNTRIES:
                    return place
    return word if word in COUNTRIES else ""


COUNTRIES = word_set("""
    argentina armenia australia austria algeria angola albania belgium bolivia brazil britain
    bulgaria cameroon canada chile china colombia croatia cuba czechia denmark ecuador egypt england
    estonia ethiopia finland france georgia germany ghana greece hungary iceland india indonesia
    iran iraq ireland israel italy jamaica japan jordan kenya korea kosovo latvia lebanon liberia
    libya lithuania malaysia mali malta mexico moldova morocco nepal netherlands niger nigeria
    norway pakistan palestine panama paraguay peru philippines poland portugal romania russia rwanda
    scotland senegal serbia slovakia slovenia somalia spain sudan sweden switzerland syria taiwan
    tanzania thailand tunisia turkey uganda ukraine uruguay us venezuela vietnam wales yemen zambia
    zimbabwe zealand
""")

_AGED: dict[str, tuple[int, int]] = {
    "teenager": (11, 19), "teen": (11, 19), "schoolboy": (4, 18), "schoolgirl": (4, 18),
    "youngster": (3, 24), "toddler": (1, 4), "pupil": (4, 18), "boy": (1, 18), "girl": (1, 18),
    "pensioner": (58, 120), "retiree": (48, 120), "septuagenarian": (70, 79),
    "octogenarian": (80, 89), "nonagenarian": (90, 99), "sexagenarian": (60, 69),
    "centenarian": (100, 120), "grandmother": (35, 120), "grandfather": (35, 120),
}  # fmt: skip


def ages_of(noun: str) -> tuple[int, int] | None:
    """From what age to what age one is called so, or None where it does not depend on age."""
    return _AGED.get(noun)


def answers(noun: str, known: str) -> bool:
    """Whether someone known as the one may be called by the other.

    >>> answers("lawmaker", "senator"), answers("actor", "plumber")
    (True, False)
    """
    for one in _SAME_AS.get(noun, frozenset({noun})):
        if known == one or known in NARROWER.get(one, ()):
            return True
    learned = noun in {"scientist", "researcher", "academic", "expert"}
    return (len(known) > 4 and "-" not in noun and noun.endswith(known)) or (
        learned and known.endswith("ologist")
    )


def is_done_by(noun: str, words: frozenset[str] | set[str]) -> bool:
    """Whether the noun is made of a word for what somebody does or has: "farmer" of "farm".

    >>> is_done_by("teacher", {"teach"}), is_done_by("chipmaker", {"make", "chip"})
    (True, True)
    """
    for ending in ("er", "or", "r", "ist", "man", "woman"):
        stem = noun.removesuffix(ending)
        if stem == noun or len(stem) < 3:
            continue
        if {stem, stem + "e", stem + "o", stem + "y"} & words or (
            stem[-1] == stem[-2] and stem[:-1] in words
        ):
            return True
    made = noun.removesuffix("maker")
    return made != noun and len(made) > 2 and bool({made, made + "s"} & words)


STATES = word_set("""
    man woman person boy girl guy lady gentleman teenager teen pensioner retiree youngster father
    mother dad mum mom parent grandmother grandfather victim survivor winner loser star veteran
    newcomer champion celebrity figure personality native bachelor bride groom guest witness
    defendant accused suspect millionaire billionaire brother sister son daughter wife husband
    widow friend rival neighbour neighbor resident patient passenger tourist partner colleague
    mogul magnate tycoon businessman businesswoman socialite republican democrat conservative
    liberal socialist challenger contender hopeful nominee outsider politician captain skipper
    candidate frontrunner incumbent favourite favorite hero fan local
""")
"""Nouns of what anybody may be, whatever the calling."""

LOOSE = word_set("""
    former retired veteran ex old young late present current new senior top chief lead leading
    one-time ageing elderly same latter other two three four five six father mother proud
""")
"""Words of a description that nobody need be told to be."""

VAGUE = word_set("""
    man woman person star figure native side lady gentleman veteran guy group body organisation
    organization
""")
"""Nouns that tell nothing but person or body."""

BODIES = word_set("""
    carrier lender insurer automaker carmaker chipmaker manufacturer brand startup start-up
    newspaper tabloid charity watchdog regulator union airline publisher
""")
"""Nouns of organizations by what they do."""

_MAKERS = word_set(
    "lawmaker filmmaker policymaker winemaker cheesemaker peacemaker moviemaker"
    " watchmaker dressmaker bookmaker boilermaker mapmaker troublemaker homemaker playmaker"
)


def is_body(noun: str) -> bool:
    """Whether the noun is one of organizations: "carrier", "chipmaker".

    >>> is_body("steelmaker"), is_body("lawmaker")
    (True, False)
    """
    return noun in lexicon.BODIES | BODIES or (noun.endswith("maker") and noun not in _MAKERS)


PORTFOLIOS = lexicon.LEADING | word_set("""
    minister secretary spokesman spokeswoman spokesperson adviser advisor aide correspondent editor
    director manager officer coach professor chair deputy commissioner critic ambassador expert
    analyst inspector superintendent executive reporter captain lawyer
""")
"""Offices that are told apart by what they are for."""
