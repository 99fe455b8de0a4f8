"""Words for self-made pairs: irregular forms, opposites and synonyms of news English.

Written by hand from general knowledge.
"""

_IRREGULAR = """
    be was been; become became become; begin began begun; bend bent bent; bind bound bound;
    bite bit bitten; blow blew blown; break broke broken; bring brought brought;
    build built built; burn burned burned; buy bought bought; catch caught caught;
    choose chose chosen; come came come; cost cost cost; cut cut cut; deal dealt dealt;
    do did done; draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen;
    feel felt felt; fight fought fought; find found found; flee fled fled; fly flew flown;
    forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven;
    freeze froze frozen; get got got; give gave given; go went gone; grow grew grown;
    have had had; hear heard heard; hide hid hidden; hit hit hit; hold held held;
    hurt hurt hurt; keep kept kept; know knew known; lead led led; leave left left;
    lend lent lent; let let let; lose lost lost; make made made; mean meant meant;
    meet met met; overthrow overthrew overthrown; overturn overturned overturned;
    pay paid paid; put put put; quit quit quit; read read read; ride rode ridden;
    rise rose risen; run ran run; say said said; see saw seen; seek sought sought;
    sell sold sold; send sent sent; set set set; shake shook shaken; shoot shot shot;
    show showed shown; shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk;
    sit sat sat; sleep slept slept; speak spoke spoken; spend spent spent;
    spread spread spread; stand stood stood; steal stole stolen; stick stuck stuck;
    strike struck struck; swear swore sworn; sweep swept swept; take took taken;
    teach taught taught; tell told told; think thought thought; throw threw thrown;
    understand understood understood; uphold upheld upheld; win won won;
    withdraw withdrew withdrawn; withhold withheld withheld; write wrote written;
    admit admitted admitted; permit permitted permitted; stop stopped stopped;
    drop dropped dropped; commit committed committed; plan planned planned; ban banned banned;
    refer referred referred; prefer preferred preferred; beat beat beaten; undo undid undone;
    oversee oversaw overseen
"""

_OPPOSITES = """
    abandon: keep; abolish: create; accept: refuse, reject; accuse: clear, defend;
    acquit: convict; add: remove; admit: deny; advance: retreat; agree: disagree, refuse;
    allow: ban, forbid; appoint: dismiss; approve: block, reject; arrest: release;
    arrive: leave; attack: defend; attend: skip; back: oppose, reject; ban: allow, permit;
    begin: end, stop; believe: disbelieve, doubt; block: allow, approve, clear;
    boost: cut, hurt; break: honor, keep; build: demolish, destroy; buy: sell;
    cancel: go ahead with, hold; capture: lose; cause: prevent; charge: clear; clear: charge;
    climb: drop, fall; close: open; condemn: defend, praise, welcome; confirm: deny;
    continue: end, stop; convict: acquit; create: abolish, scrap; criticize: defend, praise;
    cut: increase, raise; damage: repair; decline: grow, rise; decrease: increase, rise;
    defend: attack, criticize; delay: speed up; demand: drop; deny: admit, confirm;
    deploy: withdraw; destroy: rebuild, spare; detain: free, release; die: survive;
    dismiss: appoint, uphold; divide: unite; doubt: believe; drop: climb, rise; ease: tighten;
    elect: defeat; enact: repeal; encourage: discourage; end: begin, start;
    endorse: oppose, reject; enter: leave; escalate: calm, de-escalate; establish: abolish;
    evacuate: return to; exclude: include; expand: reduce, shrink; extend: end, shorten;
    fail: succeed; fall: climb, grow, rise; fear: hope; fire: hire; flee: return to;
    forbid: allow; free: detain, jail; fund: defund; gain: lose; give: take;
    grow: decline, shrink; halt: resume; hate: love; help: harm, hurt; hide: reveal;
    hire: fire; hold: cancel, postpone; honor: break; hope: fear; hurt: help; ignore: heed;
    impose: lift, remove; improve: worsen; include: exclude; increase: decrease, fall, shrink;
    jail: free; join: leave, quit; keep: abandon, drop; kill: save, spare; know: doubt;
    launch: end, halt; lead: trail; leave: join, stay in; legalize: ban; lend: borrow;
    lift: impose; like: dislike; lose: gain, win; love: hate; lower: raise; miss: attend;
    open: close; oppose: back, support; outnumber: trail; overturn: uphold;
    pass: block, reject; permit: ban, forbid; plan: refuse; postpone: hold;
    praise: condemn, criticize; prevent: allow, cause; promise: refuse;
    protect: endanger, harm; prove: disprove; publish: withhold; raise: cut, lower;
    receive: send; recognize: ignore; reduce: expand, increase; refuse: accept, agree;
    reject: accept, approve; release: arrest, detain, hold; remain: leave; remember: forget;
    remove: add; repair: damage; repeal: enact; respect: violate; restore: remove;
    resume: halt, suspend; retreat: advance; return: leave; reveal: hide;
    rise: decline, drop, fall; save: destroy; sell: buy; send: recall, receive, withdraw;
    shorten: extend; shrink: grow; sign: veto; speed: delay; start: end, finish, stop;
    stay: leave; stop: continue, start; strengthen: weaken; succeed: fail;
    support: oppose, reject; survive: die in; suspend: resume; tell: deny; threaten: protect;
    tighten: ease, loosen; trail: lead; trust: distrust; unite: divide; uphold: overturn;
    urge: discourage; veto: sign; violate: observe, respect; want: reject; weaken: strengthen;
    welcome: condemn, reject; win: lose; withdraw: deploy, send; worsen: improve
"""

_SYNONYMS = {
    "VERB": """
    accuse: blame; add: go on to say; agree: consent; allow: permit, let;
    announce: declare, make public; appear: seem; appoint: name; approve: pass, back, endorse;
    argue: contend, maintain; arrest: detain; arrive: come; ask: request;
    attack: assault, strike; ban: forbid, prohibit; begin: start; believe: think;
    build: construct, erect; buy: purchase, acquire; call: describe as;
    cancel: call off, scrap; capture: seize; cause: lead to, bring about; charge: indict;
    choose: select, pick; claim: contend, allege; close: shut; confirm: verify;
    continue: go on; create: establish; criticize: attack, condemn; cut: reduce, lower, slash;
    damage: harm; delay: postpone, put off; demand: call for, insist on; deny: reject, dispute;
    deploy: station, send; describe: portray; destroy: wreck, demolish; die: perish, be killed;
    drop: fall, go down, decline; earn: make; end: finish, stop; expect: anticipate;
    fall: drop, decline, go down; find: discover; fire: dismiss, sack; free: release;
    get: receive, obtain; give: hand, provide; grow: expand; happen: occur, take place;
    help: assist, aid; hire: recruit, take on; hit: strike; include: contain;
    increase: rise, go up, grow; injure: wound, hurt; join: become a member of; keep: retain;
    kill: slay; launch: start; lead: head; leave: depart, quit; lose: be beaten in;
    make: produce, create; mean: signify; meet: hold talks with; mention: refer to;
    need: require; note: point out, observe; occur: happen; open: inaugurate;
    oppose: be against, resist; pay: hand over; plan: intend; pledge: promise, vow;
    postpone: put off, delay; praise: applaud, commend; prevent: avert, stop;
    promise: pledge, vow; protest: demonstrate; quit: leave, resign from;
    raise: lift, increase; reduce: cut, lower; reject: turn down, refuse, dismiss;
    release: free; remain: stay; resume: restart; reveal: disclose;
    rise: climb, go up, increase; say: state, declare; seem: appear; seize: capture, take;
    sell: dispose of; send: dispatch; shoot: gun down; show: reveal, demonstrate;
    shrink: contract; sign: put one's name to; speak: talk; spend: pay out;
    start: begin, launch; stay: remain; stop: halt, end; suggest: hint, indicate;
    support: back, favor; suspend: halt; talk: speak; tell: inform; think: believe;
    try: attempt; urge: call on, press; use: employ; visit: travel to, go to;
    vote: cast a ballot; want: wish, seek; warn: caution; win: secure;
    withdraw: pull out, pull back; wound: injure
    """,
    "NOUN": """
    actor: performer; agreement: deal, accord; aim: goal; answer: reply; area: region, zone;
    attack: assault, strike; award: prize; bill: draft law; campaign: drive; car: vehicle;
    ceasefire: truce; change: shift; chief: head, boss; child: kid, youngster; city: town;
    claim: assertion, allegation; company: firm, business; concern: worry;
    country: nation, state; court: tribunal; crime: offence; crisis: emergency;
    deal: agreement, accord; death: fatality; decision: ruling; decrease: fall, drop;
    disease: illness; earthquake: quake, tremor; effort: attempt; election: vote, ballot;
    evidence: proof; fighting: combat; film: movie; fire: blaze; firm: company; flood: deluge;
    goal: aim; government: cabinet, administration; home: house; hospital: clinic; house: home;
    illness: disease; increase: rise; job: position; judge: magistrate; law: statute, act;
    lawmaker: legislator, member of parliament; lawyer: attorney; leader: head, chief;
    man: guy; meeting: talk, gathering; money: cash, fund, fund; movie: film; nation: country;
    official: functionary; opponent: rival, critic; part: portion; person: individual;
    plan: scheme, proposal; plane: aircraft; police: officers; president: head of state;
    price: cost; prison: jail; problem: difficulty; proposal: plan; question: query;
    rally: gathering, demonstration; region: area; report: study; result: outcome;
    rise: increase; road: highway; school: college; ship: vessel; soldier: serviceman;
    spokesman: spokesperson; statement: declaration; storm: tempest; study: report;
    supporter: backer; tax: levy; threat: danger; troop: force; victim: casualty; vote: ballot;
    war: conflict; weapon: arm; woman: lady; worker: employee
    """,
    "ADJ": """
    angry: furious; big: large, huge; clear: obvious; correct: right; current: present;
    dangerous: perilous, risky; deadly: fatal, lethal; difficult: hard, tough; early: initial;
    famous: well-known; fast: quick, rapid; final: last; foreign: overseas;
    former: ex-, one-time; happy: glad, pleased; hard: difficult; huge: enormous, vast;
    important: significant, key; large: big; likely: probable; major: big, significant;
    necessary: needed; new: fresh, recent; poor: impoverished; possible: potential;
    quick: fast; rich: wealthy; sad: unhappy; serious: grave; severe: serious, heavy;
    small: little, minor; strong: powerful; unlikely: improbable; weak: feeble;
    wrong: incorrect
    """,
    "ADV": """
    about: roughly, around; again: once more; almost: nearly; also: too, as well;
    approximately: about; especially: particularly; however: though; immediately: at once;
    nearly: almost; now: currently, at present; often: frequently; quickly: fast, swiftly;
    recently: lately; reportedly: apparently; soon: shortly; very: extremely
    """,
}


def _entries(table: str) -> dict[str, tuple[str, ...]]:
    entries = (entry.strip().partition(": ") for entry in table.replace("\n", " ").split(";"))
    return {word: tuple(x.strip() for x in others.split(",")) for word, _, others in entries}


IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (
        entry.split() for entry in _IRREGULAR.replace("\n", " ").split(";")
    )
}
"""Past and participle by base form."""

OPPOSITES = _entries(_OPPOSITES)
"""Verbs that turn a sentence round, by the verb that they replace."""

SYNONYMS = {kind: _entries(table) for kind, table in _SYNONYMS.items()}
"""Words that may stand for a word, by part of speech and base form."""

_DOUBLED = frozenset(["stop", "drop", "cut", "put", "shut", "hit", "run", "win", "let", "get", "begin", "admit", "permit", "plan"]) | {
    "ban", "commit", "quit", "set", "sit",
}  # fmt: skip


def inflect(word: str, tag: str) -> str:
    """The word, or the first of several, in the form of a Penn tag.

    >>> inflect("fall", "VBD"), inflect("deny", "VBZ"), inflect("turn down", "VBN")
    ('fell', 'denies', 'turned down')
    """
    head, space, rest = word.partition(" ")
    after_vowel = head[-2:-1] in "aeiou"
    if tag in ("VBD", "VBN"):
        if head in IRREGULAR:
            head = IRREGULAR[head][tag == "VBN"]
        elif head.endswith("e"):
            head += "d"
        else:
            head = head[:-1] + "ied" if head.endswith("y") and not after_vowel else head + "ed"
    elif tag in ("VBZ", "NNS"):
        if head in ("be", "have"):
            head = {"be": "is", "have": "has"}[head]
        elif head.endswith(("s", "x", "z", "ch", "sh", "o")):
            head += "es"
        else:
            head = head[:-1] + "ies" if head.endswith("y") and not after_vowel else head + "s"
    elif tag == "VBG":
        if head in _DOUBLED:
            head += head[-1]
        elif head.endswith("e") and not head.endswith("ee") and head != "be":
            head = head[:-1]
        head += "ing"
    return head + space + rest
