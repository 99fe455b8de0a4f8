"""Words by what they mean: inflected forms and common synonyms of English news under one name.

Written by hand from general knowledge. Two words of a group say the same of most things that are
in the news; what says it only of some ("charged", "convicted") stands in none.
"""

import functools

_IRREGULAR = """
    become:became | begin:began begun | blow:blew blown | break:broke broken | bring:brought
    | build:built | buy:bought | catch:caught | choose:chose chosen | come:came | deal:dealt
    | die:dying | draw:drew drawn | drive:drove driven | eat:ate eaten | fall:fell fallen
    | feel:felt | fight:fought | find:found | flee:fled | fly:flew flown flies | forbid:forbade forbidden
    | freeze:froze frozen | get:got gotten | give:gave given | go:went gone goes | grow:grew grown
    | hear:heard | hide:hid hidden | hold:held | keep:kept | know:knew known | lead:led | leave:left
    | lend:lent | lose:lost losing | make:made making | mean:meant | meet:met | pay:paid
    | ride:rode ridden | rise:rose risen rising | run:ran running | see:saw seen | seek:sought
    | sell:sold | send:sent | shake:shook shaken | shoot:shot | show:shown | shrink:shrank shrunk
    | sink:sank sunk | sit:sat | speak:spoke spoken | spend:spent | stand:stood | steal:stole stolen
    | strike:struck stricken | swear:swore sworn | take:took taken taking | teach:taught | tell:told
    | think:thought | throw:threw thrown | win:won | withdraw:withdrew withdrawn | write:wrote written
    | child:children | person:people persons | man:men | woman:women | life:lives | wife:wives
    | half:halves | foot:feet | lie:lying | beat:beaten | understand:understood | overthrow:overthrew
    | overthrown:overthrew | uphold:upheld | arise:arose arisen | wear:wore worn | bear:bore borne
"""

_BASE = {
    form: base.strip()
    for base, _, forms in (entry.partition(":") for entry in _IRREGULAR.split("|"))
    for form in forms.split()
}

GROUPS = """
    die dead death deaths kill killed fatal fatally casualty deadly;
    raise increase rise climb soar jump surge grow higher hike;
    fall drop decline decrease plunge slump reduce reduction lower slash cut;
    arrest detain detention arrested; jail imprison sentence imprisonment;
    convict guilty conviction; acquit acquittal; close shut closure closing; open reopen;
    start begin launch beginning; end stop halt finish complete conclude;
    buy acquire purchase acquisition takeover; job worker employee staff; troop soldier;
    police policeman policemen; boat ship vessel trawler;
    plane aircraft jet airplane aeroplane airliner; car vehicle; crash collision collide;
    blast explosion explode bomb bombing; fire blaze; poll election elections vote voting ballot;
    parliament lawmaker legislator; ruling governing; government cabinet administration;
    talk talks negotiation negotiate; deal agreement accord pact; ceasefire truce armistice;
    quake earthquake; storm cyclone hurricane typhoon; flee fled escape; attack assault strike;
    beat defeat; withdraw withdrawal pullout; quit resign resignation; cause blame trigger;
    deliberate deliberately purpose arson intentional intentionally; oil crude;
    output production; rate rates; price cost; key benchmark; tube underground metro subway;
    house home; factory plant; company firm; boss chief head; president presidential;
    minister ministry ministerial; ex former; crop harvest; farmer grower; publish release issue;
    tie relation link; injure wound hurt wounded injury injuries;
    rebel insurgent militant fighter; hospital clinic; doctor physician medic; try attempt;
    help aid assist assistance; need require; want wish; plan scheme;
    ban prohibit forbid bar outlaw; allow permit; reject refuse rebuff; approve endorse support;
    accuse allege accusation allegation; ask urge; vaccine jab vaccination; disease illness;
    child kid; world global worldwide; big large huge; important crucial; hit reach;
    leave depart departure; arrive arrival; missing disappear vanish; rescue save; search hunt;
    find discover; steal theft robbery; gunman shooter; shoot shooting gunfire;
    visit trip tour travel; meet meeting; send deploy dispatch deployment;
    build construct construction; destroy devastate wipe destruction;
    protest demonstration rally protester demonstrator; court judge tribunal; lawyer attorney;
    money fund cash; bank lender; debt loan; economy economic; tax levy; budget spending;
    film movie; match game; sign signing; war conflict; weapon arms; missile rocket;
    nuclear atomic; wrong mistake error; show demonstrate prove; remain stay;
    many numerous; quickly swiftly rapidly fast; soon shortly; evacuate evacuation;
    blackout outage; power electricity; america american us usa; britain british uk;
    kilometre kilometer km; centimetre centimeter cm; percent percentage; dollar usd; euro eur;
    metre meter; tonne ton; dock docker; carry transport
"""


def stem(word: str) -> str:
    """A lower-case word without its inflection.

    >>> stem("elections"), stem("withdrew"), stem("stopped"), stem("policies")
    ('elect', 'withdraw', 'stop', 'polici')
    """
    word = _BASE.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + ("i" if ending in ("ies", "ied") else "")
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    word = word.rstrip("e") if len(word) > 4 else word
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" else word


_ENDINGS = ("ations", "ation", "ions", "ion", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly")


def _named() -> dict[str, str]:
    named: dict[str, str] = {}
    for group in GROUPS.split(";"):
        members = group.split()
        for word in members:
            named.setdefault(stem(word), stem(members[0]))
    return named


_NAMED = _named()


@functools.lru_cache(maxsize=16_384)
def concept(word: str) -> str:
    """One name for a lower-case word, its forms and its synonyms.

    >>> concept("soldiers") == concept("troops"), concept("bus") == concept("lorry")
    (True, False)
    """
    found = stem(word)
    return _NAMED.get(found, found)
