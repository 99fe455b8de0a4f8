"""Surnames that so many people have that one of them alone hardly tells who is meant.

Written by hand from general knowledge of who is in the news; folded.
"""

_COMMON = """
    smith johnson williams brown jones davis miller wilson moore taylor anderson thomas jackson white
    harris martin thompson robinson clark lewis lee walker hall allen young king wright scott green
    baker adams nelson hill campbell mitchell roberts carter phillips evans turner parker collins
    edwards stewart morris murphy cook rogers reed cooper bell bailey kelly howard ward cox ross wood
    james bennett gray hughes price myers long foster sanders powell sullivan russell butler barnes
    fisher henderson graham reynolds hamilton ford west cole stone kennedy hunt black shaw fox day
    o'brien obrien oneill ryan byrne walsh davies khan patel singh ali hussain ahmed begum kaur shah
    kumar sharma gupta das rao reddy roy hassan hussein mohammed mohamed ibrahim abdullah rahman
    garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera
    gomez diaz morales cruz reyes ortiz gutierrez ramos ruiz alvarez castillo fernandez jimenez silva
    santos oliveira souza pereira costa ferreira rossi ferrari russo bianchi muller schmidt schneider
    fischer weber meyer wagner becker schulz hoffmann bauer koch dubois bernard robert petit durand
    jansen bakker visser hansen johansen olsen larsen nielsen jensen pedersen andersen johansson
    andersson karlsson nilsson eriksson larsson ivanov petrov smirnov kuznetsov popov volkov sokolov
    kovalenko bondarenko shevchenko kovacs nagy novak nowak kowalski popescu papadopoulos yilmaz kaya
    demir celik cohen levy kim park choi jung kang cho yoon lim chen wang zhang liu yang huang zhao wu
    zhou xu sun lin ma zhu guo tan nguyen tran pham le hoang sato suzuki takahashi tanaka watanabe ito
    yamamoto nakamura kobayashi okafor okonkwo mensah osei diallo traore keita
"""

COMMON = frozenset(_COMMON.split())
