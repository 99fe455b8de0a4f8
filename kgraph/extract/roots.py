"""The root that a verb and the nouns made of it share: "explode" and "explosion" are one.

By English word formation, not by a dictionary: suffixes go, what they did to the end of the verb is
undone, and the few pairs that no rule covers stand in a table.
"""

import re

from kgraph.extract import parts

_PAIRS = {
    noun: verb
    for noun, _, verb in (
        pair.partition(":")
        for pair in sorted(
            parts.word_set(
                """
                dead:die death:die birth:bear loss:lose sale:sell theft:steal flight:fly speech:speak
                choice:choose growth:grow belief:believe gift:give marriage:marry response:respond
                pursuit:pursue success:succeed victory:win shot:shoot gunfire:shoot complaint:complain
                trial:try burial:bury robbery:rob advice:advise thought:think acquisition:acquire
                destruction:destroy resolution:resolve solution:solve threat:threaten product:produce
                descent:descend ascent:ascend flood:flood fall:fall rise:rise proof:prove weight:weigh
                sight:see song:sing food:feed relief:relieve grief:grieve strife:strive knowledge:know
                expense:spend offense:offend offence:offend defense:defend defence:defend pretence:pretend
                suspicion:suspect assistance:assist help:help perception:perceive deception:deceive
                intervention:intervene convention:convene revolution:revolt detention:detain
                retention:retain explanation:explain declaration:declare exclamation:exclaim
                proclamation:proclaim maintenance:maintain sustenance:sustain entry:enter entrance:enter
                vengeance:avenge warfare:war bloodshed:kill homicide:kill slaying:kill slay:kill murder:kill
                assassination:assassinate lawsuit:sue suit:sue downfall:fall layoff:lay takeover:take
                buyout:buy purchase:buy quake:earthquake tremor:earthquake temblor:earthquake blast:explode
                bang:explode blaze:fire inferno:fire demise:die passing:die perish:die wed:marry
                wedding:marry statement:state remark:remark demonstration:demonstrate strike:strike
                apprehend:arrest nab:arrest purport:claim triumph:win clinch:win
                """
            )
        )
    )
}
"""Nouns and the verbs they belong to, where no rule leads from one to the other, and words that
tell the same in news ("slay", "murder" and "kill")."""

_RULES = tuple(
    (re.compile(pattern), end)
    for pattern, end in (
        (r"(?<=..)ceptions?$", "ceiv"),
        (r"(?<=.)scriptions?$", "scrib"),
        (r"(?<=..)ductions?$", "duc"),
        (r"(?<=.)missions?$", "mit"),
        (r"(?<=...)ssions?$", "ss"),
        (r"(?<=..)nsions?$", "nd"),
        (r"(?<=...)rsions?$", "rt"),
        (r"(?<=..)sions?$", "d"),
        (r"(?<=..)ications?$", "i"),
        (r"(?<=...)ations?$", ""),
        (r"(?<=...)itions?$", ""),
        (r"(?<=...)ions?$", ""),
        (r"(?<=...)ments?$", ""),
        (r"(?<=...)[ae]nces?$", ""),
        (r"(?<=...)ures?$", ""),
        (r"(?<=...)ings?$", ""),
        (r"(?<=..)ials?$", "i"),
        (r"(?<=...)als?$", ""),
        (r"(?<=....)er(?:y|ies)$", "er"),
    )
)
_VERB_RULES = (
    (re.compile(r"(?<=..)icate$"), "i"),
    (re.compile(r"(?<=...)ate$"), ""),
    (re.compile(r"(?<=..)y$"), "i"),
    (re.compile(r"(?<=..)e$"), ""),
)
_DOUBLED = re.compile(r"([bdgkmnprtv])\1$")

_FORMED = re.compile(r".{3,}(?:tion|sion|ment|ance|ence|ure|ing|al|ery)s?$")
_NO_HAPPENING = parts.word_set(
    """
    government department apartment parliament equipment document element moment environment
    instrument segment basement cement garment sentiment temperament regiment monument supplement
    nation station position section region million billion trillion information organization
    organisation association institution corporation population religion generation mission
    commission television version pension mansion passion fashion opinion union function fraction
    addition condition constitution dimension edition tradition proportion portion junction
    foundation location vacation ammunition notion nutrition plantation reputation situation
    legislation publication administration federation delegation coalition option caption auction-house
    audience science conference-room evidence sentence-long distance instance substance finance
    insurance ambulance balance influence intelligence residence presence absence silence violence-free
    province essence sequence conscience circumstance importance appliance
    culture nature future structure furniture picture feature temperature literature architecture
    agriculture creature figure measure pressure treasure leisure manufacture infrastructure texture
    thing king ring spring string wing evening morning ceiling building clothing sibling earring
    something nothing everything anything housing viking sterling darling
    animal capital hospital criminal official professional individual goal metal medal journal
    journalist total signal festival-goer general material potential rival canal cardinal terminal
    manual local legal national international social coal deal-maker principal tribal vital rental
    gallery battery artillery cemetery grocery machinery scenery celery lottery jewellery nursery
    bakery brewery surgery-ward
    """
)
"""Nouns with such an ending that name a thing, a body, a state or a measure."""

_PLAIN = parts.word_set(
    """
    abuse accident address agreement airstrike alarm ambush appeal appearance applause armistice
    arrest arson assault attack attempt auction award ban bargain barrage battle beat bid birth blackout
    blast blaze blockade blow bombardment boom boost boycott brawl breach break breakdown breakout
    breakthrough breakup bribe brawl burglary buyout call campaign cancellation capture
    carnage catch celebration ceasefire ceremony challenge championship change charge chase
    clash collapse collision comeback comment complaint concert conference conflict confrontation
    congress consultation contest control convention convoy coronation counteroffensive coup
    court-martial crackdown crash crime crisis cull cure curfew cut cutback cyberattack cyclone damage
    deal death debate debut decline decrease defeat defence defense delay demand demise
    departure deployment derby descent dialogue dinner disaster discovery disease dispute disruption
    divorce downfall downgrade downturn drill drop drought duel earthquake eclipse election embargo
    emergency encounter epidemic escape evacuation exam exchange execution exercise exit exodus
    experiment explosion export failure fall famine feud fight final fine fire firefight flight
    flood fraud funeral game gift genocide goal growth gunfire halt hearing heist help hijack hike hit
    homicide hostage-taking hunt hurricane impeachment import inauguration incident increase
    infection inferno injury inquest inquiry inquest interview intrusion invasion investment jump kidnap kick
    landslide launch lawsuit layoff leak leap lie lockdown lockout looting loss lunch manhunt
    march marriage massacre match meltdown merger mishap mobilisation mobilization monsoon
    move mugging murder mutiny negotiation occupation offensive offer onslaught operation
    orbit order outage outbreak outcry outrage overhaul overthrow pact pandemic parade pardon party
    patrol performance petition plea pledge plot plunge poll praise premiere probe
    procession proclamation promise prosecution protest purchase purge pursuit quake race raid rally
    rampage ransom rape rebellion rebound recall recession recount recovery redundancy referendum
    reform reign release relief remark repair reply report request rescue research resignation response
    retreat return reunion review revolt revolution reward ride riot rise robbery row ruling sabotage
    sale salute sanction scandal screening scuffle seizure selloff sentence service session
    setback settlement shake-up shelling shift shock shootout shot show showdown siege skirmish slump
    speech spill sprint stampede standoff start stoppage storm strike struggle study suicide suit
    summit support surge surgery survey suspension swap sweep swim swoop takeover talk talks
    tally tempest theft threat thunderstorm tie toll tornado torture tour tournament
    tragedy trailer training transfer transplant transplant treaty tremor trial trip triumph truce tsunami
    turmoil turnaround turnout twister typhoon unrest upgrade uprising upset verdict veto victory
    violence visit vote vow walk walkout war warning warfare wave wedding wildfire win withdrawal work wound
    wreck rehab rumor rumour playoff vigil custody plan effort task action project tour journey stay
    step role problem issue trouble glitch fault news touchdown knockout relegation transfer shortage
    spacewalk liftoff sequel remake rerun replay handover coronation
    """
)
"""Nouns of events that no suffix shows, most of them verbs as well."""


STATES = parts.word_set("dead guilty missing bankrupt pregnant ill injured wounded alive unbeaten")
"""Adjectives that tell what happened, or what state that left."""


def root(lemma: str, *, noun: bool) -> str:
    """What the word has in common with others of its root; not itself a word.

    >>> root("explosion", noun=True) == root("explode", noun=False)
    True
    >>> [root(w, noun=True) for w in ("announcement", "investigation", "stabbing", "denial")]
    ['announc', 'investig', 'stab', 'deni']
    """
    word = _PAIRS.get(lemma, lemma)
    if noun and word == lemma:
        for rule, end in _RULES:
            made, times = rule.subn(end, word)
            if times:
                return _DOUBLED.sub(r"\1", _PAIRS.get(made, made).removesuffix("e"))
    for rule, end in _VERB_RULES:
        made, times = rule.subn(end, word)
        if times:
            word = made
            break
    return _DOUBLED.sub(r"\1", word)


def is_happening(lemma: str) -> bool:
    """Whether a noun of this lemma can name a happening.

    >>> [is_happening(word) for word in ("collision", "crash", "government", "table")]
    [True, True, False, False]
    """
    if lemma in _PLAIN or lemma in _PAIRS:
        return True
    return lemma not in _NO_HAPPENING and _FORMED.match(lemma) is not None
