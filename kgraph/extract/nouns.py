"""What common nouns stand for when they speak of something that was named before.

Written by hand from general knowledge of English; lower case, singular.
"""

from spacy.tokens import Token

from kgraph.extract import lexicon
from kgraph.extract.parts import word_set
from kgraph.model import EntityType

ANY_BODY = word_set("""
    company firm corporation group organization organisation airline carrier airliner manufacturer maker
    retailer giant conglomerate startup start-up start bank lender insurer publisher broadcaster
    operator supplier contractor enterprise venture body agency institution institute
    union club team charity nonprofit association foundation subsidiary
    automaker carmaker drugmaker planemaker chipmaker brewer developer vendor employer
    utility consortium
""") - {"airliner", "start"}
"""Nouns by which any company or club may be called, whatever its name."""

NO_COMPANY = word_set("""
    ministry court government parliament congress senate house party police army navy force council
    commission committee department office university college school church cabinet assembly embassy
    council nations union kremlin pentagon conference program programme festival summit forum event
    awards cup league act show agreement store music
""")
"""Last words of names of bodies that nobody calls a company."""

ANY_PLACE = word_set("""
    country nation city town village state province region island republic kingdom capital
    territory county district peninsula continent enclave
""")

ANY_THING = word_set("""
    aircraft plane airplane aeroplane airliner jet jetliner helicopter drone missile rocket spacecraft
    satellite ship vessel boat ferry tanker submarine train car vehicle truck bus motorcycle model
    device phone smartphone handset tablet computer laptop console player camera gadget
    software program programme application app system platform browser service website site product
    machine engine weapon tank rifle drug vaccine medicine film movie album song single game book
    novel show series storm hurricane typhoon cyclone virus disease bridge tower building
    stadium plant facility project
""")
"""Nouns by which a thing with a name may be called."""

ANYONE = word_set("man woman boy girl gentleman lady actor actress singer suspect teenager")

NEVER = word_set("""
    year month week day today yesterday tomorrow hour minute second time moment decade century morning
    evening night afternoon weekend monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december percent
    per cent way lot bit kind sort thing fact addition order case example instance
    account part
""")
"""Nouns that speak of no entity."""

ALIKE = word_set(
    "new own latest last old big small first large major popular upcoming recent current"
)
"""Adjectives that tell no two things apart."""

_HUMAN_ENDINGS = ("man", "woman", "person", "ist", "ian", "eer", "people", "men", "women")
_HUMANS = word_set("""
    user customer passenger owner leader buyer child kid parent friend family employee member resident
    player fan visitor viewer reader voter citizen people baby infant student patient prisoner hostage
    refugee migrant soldier troop guest
""")


def type_of(head: Token) -> EntityType:
    """What kind of thing a noun stands for; "none" where it is a thing or can't be told."""
    noun = head.lemma_.lower()
    plural = head.tag_ in {"NNS", "NNPS"}
    if noun in lexicon.LIFELESS:
        return "none"
    human = noun in lexicon.INSIDERS | lexicon.OFFICES | lexicon.GENERIC | _HUMANS or noun.endswith(
        _HUMAN_ENDINGS
    )
    if human:
        return "group" if plural or noun == "people" else "anonymous"
    if noun in ANY_BODY | lexicon.BODIES and noun not in ANY_PLACE | ANY_THING:
        return "group" if plural else "organization"
    if noun in ANY_PLACE:
        return "place"
    if noun in lexicon.DOCUMENTS and noun not in ANY_THING:
        return "document"
    return "none"
