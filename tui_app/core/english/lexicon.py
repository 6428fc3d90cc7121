"""Tables: words of grammar, irregular forms, British spellings, number words."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _forms(text: str) -> dict[str, str]:
    """Read lines of a lemma and its irregular forms."""
    lines = (line.split() for line in text.strip().splitlines())
    return {form: lemma for lemma, *forms in lines for form in forms}


GRAMMAR: Final = {
    "determiner": _words(
        """
        a an the this that these those some any each every either neither both all
        no my your his her its our their whose which what such other same own
        """
    ),
    "pronoun": _words(
        """
        i you he she it we they me him her us them mine yours his hers ours theirs
        myself yourself himself herself itself ourselves themselves one who whom
        which that this these those what all both some there here
        """
    ),
    "auxiliary": _words(
        """
        am is are was were be been being have has had having do does did doing done
        will would shall should can could may might must ought
        's 're 've 'll 'd 'm ca wo
        """
    ),
    "preposition": _words(
        """
        of in on at by for with about against between into through during before
        after above below to from up down out off over under upon within without
        along across among amongst around toward towards onto via per than as until
        till since 's
        """
    ),
    "conjunction": _words(
        """
        and or but nor so yet if as than then that though although because since
        while whereas whether unless until till when where after before
        """
    ),
    "adverb": _words(
        """
        not n't no here there when where why how again further too very just also
        only more most so such then yet up down out off over
        """
    ),
    "other": _words("etc"),
}

"""Words of English grammar by what they can be."""

FUNCTION_WORDS: Final = frozenset().union(*GRAMMAR.values())

"""Words of English grammar: frequent everywhere, so their matches say little."""

IRREGULAR: Final = _forms(
    """
    be am is are was were been being 'm 're
    have has had having 've
    do does did done doing
    will 'll wo
    can ca
    not n't
    arise arose arisen
    awake awoke awoken
    bear bore borne born
    beat beaten
    become became
    begin began begun
    bend bent
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    bring brought
    build built
    buy bought
    catch caught
    choose chose chosen
    cling clung
    come came
    creep crept
    deal dealt
    dig dug
    draw drew drawn
    dream dreamt
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fly flew flown
    forbid forbade forbidden
    foresee foresaw foreseen
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    get got gotten
    give gave given
    go goes going went gone
    grind ground
    grow grew grown
    hang hung
    hear heard
    hide hid hidden
    hold held
    keep kept
    kneel knelt
    know knew known
    lay laid
    lead led
    lean leant
    learn learnt
    leave left
    lend lent
    lie lay lain
    light lit
    lose lost
    make made
    mean meant
    meet met
    mistake mistook mistaken
    overcome overcame
    pay paid
    prove proven
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    shake shook shaken
    shine shone
    shoot shot
    show shown
    shrink shrank shrunk
    sing sang sung
    sink sank sunk
    sit sat
    sleep slept
    slide slid
    speak spoke spoken
    spend spent
    spin spun
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    strike struck stricken
    strive strove striven
    swear swore sworn
    sweep swept
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    undergo underwent undergone
    understand understood
    undertake undertook undertaken
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept
    win won
    wind wound
    withdraw withdrew withdrawn
    write wrote written
    child children
    man men
    woman women
    person people
    foot feet
    tooth teeth
    mouse mice
    goose geese
    crisis crises
    analysis analyses
    basis bases
    thesis theses
    hypothesis hypotheses
    phenomenon phenomena
    criterion criteria
    medium media
    datum data
    life lives
    wife wives
    knife knives
    leaf leaves
    half halves
    thief thieves
    shelf shelves
    wolf wolves
    good better best
    bad worse worst
    far farther further farthest furthest
    little less least
    much more most
    i me my mine myself
    he him his himself
    she her hers herself
    it its itself
    we us our ours ourselves
    they them their theirs themselves
    you your yours yourself yourselves
    who whom whose
    this these
    that those
    a an
    """
)

"""Irregular forms and their lemma."""

SPELLINGS: Final = _forms(
    """
    gray grey
    tire tyre
    tires tyres
    program programme
    programs programmes
    check cheque
    checks cheques
    jewelry jewellery
    skeptic sceptic
    skeptical sceptical
    skepticism scepticism
    mold mould
    plow plough
    aluminum aluminium
    aging ageing
    judgment judgement
    judgments judgements
    acknowledgment acknowledgement
    defense defence
    offense offence
    offenses offences
    license licence
    licenses licences
    pretense pretence
    practice practise
    practiced practised
    practicing practising
    toward towards
    afterward afterwards
    among amongst
    while whilst
    amid amidst
    maneuver manoeuvre
    maneuvers manoeuvres
    pajamas pyjamas
    curb kerb
    skillful skilful
    willful wilful
    ok okay
    draft draught
    story storey
    $ us$
    """
)

"""British spellings that no rule covers and the American ones."""

NUMBER_WORDS: Final = _forms(
    """
    0 zero
    2 two
    3 three
    4 four
    5 five
    6 six
    7 seven
    8 eight
    9 nine
    10 ten
    11 eleven
    12 twelve
    13 thirteen
    14 fourteen
    15 fifteen
    16 sixteen
    17 seventeen
    18 eighteen
    19 nineteen
    20 twenty
    30 thirty
    40 forty
    50 fifty
    60 sixty
    70 seventy
    80 eighty
    90 ninety
    100 hundred
    1st first
    3rd third
    4th fourth
    5th fifth
    6th sixth
    7th seventh
    8th eighth
    9th ninth
    10th tenth
    11th eleventh
    12th twelfth
    20th twentieth
    """
)

"""Number words and their figures, but for *one* and *second*, which mean more."""
