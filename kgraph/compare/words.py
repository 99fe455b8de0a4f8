"""Words that turn a claim round: negations and denials.

Written by hand from general knowledge of English news; lower case, base forms.
"""

from kgraph.resolve import text


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS = _words("""
    not no never neither nor none nobody nothing nowhere cannot without lack fail hardly barely
    scarcely refuse unable untrue false wrong rule-out baseless unfounded made-up fabricate
    deny denial dismiss dispute refute rebut disprove contradict debunk
""")
"""Words that negate what stands with them; two in one claim cancel each other."""

DENIALS = _words("""
    deny denial dismiss dispute refute rebut disprove contradict debunk untrue false baseless
    unfounded fabricate hoax myth
""")
"""Words that call a claim untrue."""

QUANTIFIERS = {
    "all": 3, "every": 3, "everyone": 3, "everybody": 3, "everything": 3, "whole": 3, "entire": 3,
    "always": 3, "most": 2, "many": 2, "huge": 2, "majority": 2, "half": 1, "several": 1,
    "some": 1, "partly": 1, "only": 1, "part": 1, "few": 0, "hardly": 0, "barely": 0, "rarely": 0,
    "none": -1, "nobody": -1, "nothing": -1, "no": -1, "never": -1,
}  # fmt: skip
"""How much of a whole a word takes, from none (-1) to all (3)."""

PHRASES = {
    ("turn", "down"): "turn-down", ("vote", "down"): "vote-down", ("step", "down"): "step-down",
    ("strike", "down"): "strike-down", ("rule", "out"): "rule-out", ("make", "up"): "made-up",
    ("drive", "out"): "drive-out", ("break", "off"): "break-off", ("go", "on"): "go-on",
    ("lay", "off"): "dismiss", ("put", "out"): "extinguish", ("set", "free"): "free",
    ("no", "long"): "no", ("bring", "down"): "lower", ("go", "up"): "rise", ("go", "down"): "fall",
}  # fmt: skip
"""Two words that together are one of the words above; "no longer" negates like "no"."""

FUNCTION = _words("""
    a an the this that these those and or if as than of to in on at by from with about into over
    under up out off is are was were be been being am do does did done has have had having can will
    would shall should must it its he him his she her they them their we us our i me my you your who
    whom whose which what when where why how there here so too very just also any such own same
    other another then now 's s t re ve ll d m say tell add report accord statement reporter
    because during between through per mr mrs ms dr it's one
""")
"""Words without weight of their own when two claims are held against each other."""

_IRREGULAR = """
    be:is are was were been being am | become:became | begin:began begun | blow:blew blown
    | break:broke broken | bring:brought | build:built | buy:bought | catch:caught
    | choose:chose chosen | come:came | deal:dealt | die:dying | do:did does done
    | draw:drew drawn | drive:drove driven | eat:ate eaten | fall:fell fallen | feel:felt
    | fight:fought | find:found | flee:fled | fly:flew flown | forbid:forbade forbidden
    | freeze:froze frozen | get:got gotten | give:gave given | go:went gone goes | grow:grew grown
    | have:has had | hear:heard | hide:hid hidden | hold:held | keep:kept | know:knew known
    | lay:laid | lead:led | leave:left | lend:lent | lose:lost losing | make:made | mean:meant
    | meet:met | overthrow:overthrew overthrown | pay:paid | ride:rode ridden | rise:rose risen
    | run:ran | say:said says | see:saw seen | seek:sought | sell:sold | send:sent
    | shake:shook shaken | shoot:shot | show:showed shown | shrink:shrank shrunk | sink:sank sunk
    | sit:sat | speak:spoke spoken | spend:spent | stand:stood | steal:stole stolen
    | strike:struck | swear:swore sworn | take:took taken | teach:taught | tell:told
    | think:thought | throw:threw thrown | uphold:upheld | win:won | withdraw:withdrew withdrawn
    | write:wrote written | child:children | person:people | man:men | woman:women | life:lives
    | wife:wives | half:halves | leaf:leaves | foot:feet | tooth:teeth | not:n't | death:deaths
    | more:most | good:better | bad:worse
"""

IRREGULAR = {
    form: base.strip()
    for base, _, forms in (entry.partition(":") for entry in _IRREGULAR.split("|"))
    for form in forms.split()
}
"""Irregular forms and their base form."""

SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "trillion": 1e12, "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3, "tn": 1e12,
}  # fmt: skip
"""What a word behind a number multiplies it by."""

NUMBER_WORDS = {
    "zero": 0.0,
    "one": 1.0,
    **{word: float(digits) for word, digits in text.NUMBER_WORDS.items()},
}
"""Numbers in words."""

FRACTIONS = {
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0,
}  # fmt: skip
"""Shares in words ("a third of"), in percent."""

BOUNDS = {
    "least": 1, "more": 1, "over": 1, "above": 1, "exceed": 1, "almost": 0, "nearly": 0,
    "about": 0, "some": 0, "around": 0, "roughly": 0, "approximately": 0, "close": 0,
    "most": -1, "less": -1, "fewer": -1, "under": -1, "below": -1,
}  # fmt: skip
"""Words before a number that make it a lower bound (1), an upper one (-1) or vague (0)."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
