"""Nouns for what people are: trades, ranks, parts in a game or a play, kin, states of life.

Written by hand from general knowledge of English; lower case, singular. Nouns that are first names
or surnames as often ("hunter", "taylor", "page") are left out.
"""

from spacy.tokens import Token

from kgraph.extract import lexicon
from kgraph.extract.parts import word_set
from kgraph.extract.roles import is_office

TRADES = word_set("""
    acrobat agronomist anaesthetist animator anthropologist apothecary archaeologist archer
    archivist astrologer astronomer astrophysicist auctioneer auditor bailiff ballerina barber
    barista barman barmaid bartender bassist beautician beekeeper biochemist biographer blacksmith
    bodyguard boilermaker bookbinder bookkeeper bookmaker bookseller botanist boxer breeder brewer
    bricklayer builder busker cabbie cameraman cardiologist caretaker carpenter cartographer
    cartoonist cashier caterer cellist ceramicist chauffeur chemist choreographer cinematographer
    cleaner climatologist clinician cobbler collector composer conservationist cosmonaut cowboy
    croupier cryptographer curate cyclist dairyman dancer dealer decorator demographer dentist
    dermatologist dietitian diver docker dramatist dressmaker drummer ecologist electrician
    embroiderer entomologist entertainer ethnographer explorer fiddler fireman firefighter
    fisher fishmonger flautist florist footballer forester fundraiser gamekeeper gardener gendarme
    geneticist geographer geologist geophysicist gp gravedigger greengrocer grocer gunsmith
    gynaecologist hairdresser harpist herder hotelkeeper humanitarian hydrologist illustrator
    immunologist impresario innkeeper interpreter ironmonger janitor jeweller jeweler jockey joiner
    juggler keeper labourer laborer landowner librarian lifeboatman lifeguard linguist lorry-driver
    lumberjack lyricist machinist magician mapmaker masseur mathematician mechanic merchant
    meteorologist mezzo microbiologist midwife milkman miller milliner mountaineer moviemaker
    musicologist neurologist neuroscientist neurosurgeon newsagent newsreader oceanographer
    oncologist optician organist ornithologist orthodontist paediatrician pediatrician painter
    palaeontologist paleontologist paramedic pathologist percussionist performer pharmacist
    philanthropist philosopher photographer photojournalist physiologist physiotherapist physio
    pianist playwright plumber podcaster poet polemicist postman postmaster postmistress potter
    programmer projectionist prospector psychotherapist publican puppeteer radiographer radiologist
    rancher ranger rapper receptionist restaurateur rower saddler sailor salesman saleswoman
    saxophonist schoolmaster schoolmistress schoolteacher screenwriter sculptor seamstress
    seismologist shearer shepherd shipbuilder shipwright signalman skier smallholder sociologist
    songwriter soprano sommelier sprinter statistician steeplejack stevedore
    stockbroker stonemason storyteller stuntman surveyor swimmer tattooist taxidermist
    technologist tenor baritone theologian therapist toxicologist translator trapper trucker
    trumpeter tuner typist undertaker unionist upholsterer urologist ventriloquist vet
    veterinarian vicar vintner violinist virologist volcanologist wainwright waitress
    watchmaker weaver webmaster welder whaler winemaker woodcarver wrestler zookeeper zoologist
    freelancer influencer youtuber vlogger headteacher headmaster headmistress
""")

RANKS = word_set("""
    airman archdeacon canon chaplain colonel-general commandant commando conscript constable
    corporal cosmonaut deacon field-marshal gunner lieutenant marine marshal midshipman
    officer ombudswoman patrolman private provost ranger rear-admiral rector reservist
    sapper seaman sergeant-major sub-lieutenant subaltern trooper vice-admiral
    warden yeoman nco recruit veteran peer viscount marquess earl laird sovereign
    monarch envoy plenipotentiary attaché vice-chancellor vice-principal bursar beadle prior abbot
    abbess primate patriarch mufti ayatollah lama swami guru elder churchwarden verger sexton
""")

PLAYERS = word_set("""
    all-rounder angler biker catcher centre centre-back centre-half centre-forward cox
    decathlete defenceman defenseman fielder fighter flanker
    fly-half forward full-back fullback golfer goalie goaltender gymnast half-back halfback
    heavyweight hooker hurdler infielder judoka kicker left-back lineman linebacker linesman lock
    marathoner middleweight miler netminder oarsman oarswoman opener outfielder
    paralympian olympian pitcher playmaker prop puncher quarterback racer referee right-back
    rookie runner-up scrum-half seamer setter shooter shortstop skater spinner stopper surfer
    sweeper swingman three-quarter thrower triathlete umpire wicketkeeper wing-back winger
    weightlifter pugilist featherweight lightweight substitute newcomer teammate frontman striker winger goalkeeper
""")

LIVES = word_set("""
    adoptee alumnus alumna amputee ancestor arsonist asylum-seeker bachelor     bidder blackmailer bookworm boss breadwinner burglar buyer bystander campaigner
    canvasser captive carer caregiver centenarian challenger chairperson churchgoer claimant
    co-accused co-defendant co-worker commuter complainant convict countryman creditor culprit
    customer debtor deceased deserter detainee diarist diner divorcee donor drinker dweller
    emigrant evacuee ex-wife ex-husband exile extremist fan feminist firebrand foreigner fugitive
    gambler godfather godmother grandad grandpa grandma graduate guardian gunman heckler heir
    heiress hermit hiker hitmaker hitchhiker homeowner hostage housewife imam immigrant
    inmate insurgent intruder islander juror killer knight landlady landlord
    lodger loner loyalist lover mentor migrant motorist motorcyclist mourner
    nationalist nephew niece nominee octogenarian nonagenarian orphan outlaw
    pacifist passer-by pedestrian pilgrim plaintiff petitioner pioneer poacher predecessor
    prisoner prodigy protégé protagonist pupil rambler ratepayer rebel refugee rescuer
    rioter robber runaway sceptic schoolboy schoolgirl separatist settler shareholder shopper
    smuggler spectator squatter stepfather stepmother stranger subscriber successor suffragette
    supporter survivalist suspect taxpayer tenant thief traveller traveler tribesman troublemaker
    twin undergraduate postgraduate villager villain volunteer voter widow widower witness
    whistle-blower worshipper youth billionaire millionaire celebrity eyewitness
    statesman junior senior sophomore freshman
""")

STYLES = word_set("""
    adv auntie aunty baba begum bhai comrade doña emerita emeritus fräulein frau haji hajj hajji herr
    madame mademoiselle mama maulana maulvi monsieur mullah mzee oba puan pvt reeve senhor senhora
    seri señor señora señorita signor signora signorina tuan ustad
""")
"""What stands before names in other tongues, or written short."""

PEOPLE = (
    TRADES
    | RANKS
    | PLAYERS
    | LIVES
    | lexicon.HUMANS
    | lexicon.GENERIC
    | lexicon.INSIDERS
    | lexicon.OFFICES
)
"""All of them, with those of the lexicon."""

_ANYBODY = PEOPLE | STYLES


def is_person_noun(token: Token) -> bool:
    """Whether the word says what a person is: "surgeon", "lock-keeper", "ex-soldier"."""
    word = token.lower_
    return is_office(token) or word in _ANYBODY or word.rpartition("-")[2] in PEOPLE


_ENDINGS = ("man", "woman", "person", "ist", "ian", "eer", "-old", "er", "or")


def is_human(word: str) -> bool:
    """Whether the word is one for people, by the lists or by its ending."""
    if word in PEOPLE:
        return True
    return word.endswith(_ENDINGS) and word not in lexicon.LIFELESS
