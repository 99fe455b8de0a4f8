"""Pairs of opposites: words of which one excludes the other, if all else is the same.

Written by hand from general knowledge of English news; lower case, base forms.
"""

_OPPOSITES = """
    rise grow increase climb soar jump surge gain expand improve strengthen up higher more
    | fall drop decline decrease shrink sink plunge slump lose reduce worsen weaken down lower fewer less;
    win beat defeat victory | lose loss defeat;
    approve accept back support endorse favour favor pass adopt agree embrace ratify
    | reject refuse oppose block veto decline against turn-down disagree vote-down;
    open reopen | close shut;
    begin start launch resume continue go-on extend | end stop halt suspend cease finish cancel scrap;
    join enter | leave quit exit withdraw;
    stay remain keep | leave resign quit step-down withdraw go;
    build rebuild create establish found | destroy demolish abolish scrap dismantle;
    arrest detain jail imprison hold | release free;
    convict guilty | acquit innocent clear;
    charge accuse blame | clear exonerate acquit;
    impose introduce enact | lift repeal remove revoke;
    uphold confirm | overturn quash strike-down annul;
    allow permit legalise legalize | ban forbid prohibit bar outlaw;
    praise welcome commend applaud | criticise criticize condemn denounce blast slam;
    alive survive live | dead die kill death;
    kill | spare save rescue;
    profit | loss;
    capture seize take occupy | lose retake drive-out liberate;
    advance | retreat;
    safe harmless | dangerous unsafe harmful;
    legal lawful | illegal unlawful;
    possible | impossible;
    likely | unlikely;
    succeed success | fail failure;
    peace truce ceasefire | war;
    accident accidental natural | deliberate intentional purpose poison murder sabotage;
    hire appoint | fire sack dismiss;
    buy | sell;
    lend | borrow;
    include | exclude;
    publish reveal disclose | hide withhold conceal;
    recover better | worse;
    good best | bad worst;
    first | last;
    before | after;
    early | late;
    high highest | low lowest;
    large big largest biggest | small smallest;
    rich | poor;
    voluntary | forced;
    permanent | temporary;
    public | secret;
    for | against;
    all everyone | none nobody;
    empty | full;
    friend ally | enemy foe;
    help | harm hurt;
    protect | endanger threaten;
    unite | divide split;
    ease loosen | tighten;
    calm | escalate;
    deploy send | recall;
    attend | skip boycott miss;
    trust | distrust;
    true | false untrue;
    right | wrong;
    present | absent;
    strengthen | break-off sever;
    confirm admit acknowledge | deny;
    believe | doubt disbelieve;
    encourage | discourage;
    speed hasten | delay;
    majority | minority;
    strong | weak;
    popular | unpopular;
    fund finance | defund;
    sign | veto;
    keep honour honor | break violate
"""


def _pairs() -> frozenset[tuple[str, str]]:
    found = set()
    for line in _OPPOSITES.split(";"):
        one, other = (side.split() for side in line.split("|"))
        for a in one:
            for b in other:
                if a != b:
                    found |= {(a, b), (b, a)}
    return frozenset(found)


OPPOSITES = _pairs()
"""Ordered pairs of base forms of which one excludes the other."""
