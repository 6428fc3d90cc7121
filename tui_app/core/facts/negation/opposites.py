"""Table: words of opposite sense."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tui_app.core.english.word_lists import (
    lemma_set,
    lemmas_otherwise,
    table_rows,
    word_set,
)

OPPOSITE_TIMES: Final = word_set("before after earlier later")

OPPOSITE_PLACES: Final = word_set("first last most least")

"""Opposites that tell when, or how many, not whether."""

_OPPOSITES: Final = """
rise increase grow climb gain soar jump surge expand growth raise boost higher up
    skyrocket | fall decrease drop decline shrink plunge slide sink tumble reduction
    reduce plummet dip slump lower down
win victory winner | lose loser loss
accept approve adopt grant endorse back support favor welcome support embrace | reject
    oppose veto refuse dismiss condemn
agree | refuse disagree
allow permit grant legalize authorize let enable | forbid ban prohibit block prevent bar
    outlaw stop
open reopen | close shut
begin start launch | end finish stop conclude halt cease
confirm admit acknowledge affirm say announce claim concede | deny
sign | veto
appoint hire recruit | dismiss sack
assist help | hinder hamper
brave | cowardly
conceal hide | reveal disclose expose
build construct erect | destroy demolish
kind | cruel
delay | hasten
ascend | descend
eager | reluctant
famous | obscure unknown
fertile | barren
flexible | rigid
float | sink
freeze | melt thaw
ignite | extinguish
inferior | superior
inflate | deflate
interesting | boring
junior | senior
merge | split separate
active | passive
polite | rude
repair | damage
reward | punish
send | receive
sharp | blunt
generous | stingy
tame | wild
beautiful | ugly
vague | precise
well | badly poorly
adopt introduce establish | abolish scrap
occupy invade | liberate
advance deploy | withdraw withdrew
stay remain | leave quit
welcome | criticize condemn
convinced | skeptical
tighten | ease
exceed | miss
departure | arrival
birth | death
marriage | divorce
wealth prosperity | poverty
strength | weakness
cause trigger | prevent
peacefully | violently
innocence | guilt
happily | sadly
gladly | reluctantly
cautious | reckless
plausible | implausible
victor | loser
allow | disallow
employed | unemployed jobless
solvent | bankrupt
gather | scatter
overestimate | underestimate
sober | drunk
most | least
first | last
before | after
hard | soft
sweet | bitter sour
tall | short
near nearby | far distant
proud | ashamed
calm | tense
manage succeed | fail
hopeful | hopeless
confident | doubtful worried
identical same | different
accept | deny
enough sufficient ample adequate | insufficient inadequate
follow obey heed | ignore disregard
regain | lose
gain | lose loss
support confirm | contradict refute undermine
unite unity united | divide division divided split
accelerate | slow
hit | miss
visible | hidden
heavy | light
deep | shallow
wide broad | narrow
thick | thin
bright | dark
loud | quiet silent
clean | dirty
lenient mild | harsh severe strict
moderate | extreme
natural | artificial
genuine authentic real | fake forged
right correct | wrong incorrect
simple | complex complicated
ancient | modern
indoor indoors | outdoor outdoors
sunny | cloudy rainy
uphold upheld | overturn quash lift
extend lengthen | shorten
top | bottom
front | rear back
inner | outer
internal | external
onshore | offshore
upward upwards | downward downwards
promote | demote relegate
elect | defeat
born | die
occupied | vacant
awake | asleep
stable | volatile
strict | lax
attract | repel
abundant | scarce
load | unload
victory | defeat
bullish | bearish
fulfil fulfill honor | breach break
succeed success successful successfully pass | fail failure unsuccessful unsuccessfully
include | exclude
enter join | leave quit exit
arrive | depart leave
high | low
highest | lowest
good | bad poor
better best improve improvement | worse worst worsen deteriorate deterioration
strong strengthen | weak weaken
stronger | weaker
warm hot warmer hotter | cold cool colder cooler
large big huge | small tiny
larger bigger | smaller
long | short
longer | shorter
early | late
earlier | later
fast quick rapid faster quicker quickly | slow slower slowly
rich wealthy | poor
guilty convict conviction | innocent acquit acquittal
safe safer | dangerous unsafe
easy easier | difficult hard harder
optimistic optimism | pessimistic pessimism
positive | negative
true | false
public | private
love like | hate dislike
remember | forget
buy purchase | sell
import | export
ally friend | enemy foe rival
attack | defend
survive alive | die dead kill
present | absent
presence | absence
with | without
yes yeah aye | no nay nope
if | unless
inside | outside
above | below
always often frequently usually frequent common | never rarely seldom rare uncommon
full | empty
hire recruit employ | fire sack
trust | distrust
lend | borrow
advance | retreat
expensive costly | cheap
major | minor
continue resume maintain keep | stop end cease abandon suspend discontinue cancel
release free | arrest detain jail imprison
ease alleviate relieve | worsen aggravate exacerbate
same | different
benefit help | harm hurt damage
encourage | discourage
appear | disappear vanish
peace peaceful | war violent violence
permanent | temporary
voluntary | compulsory mandatory
old older | young younger
maximum | minimum
domestic | foreign
urban | rural
friendly | hostile
widen | narrow
tighten tougher | loosen relax
profit | loss
surplus | deficit
raise | lower cut
praise | criticize condemn
upgrade | downgrade
attend | miss skip
save | waste
protect | endanger
hope | fear
consider | rule
lift | impose uphold upheld
majority | minority
clear | unclear
happy | sad unhappy
lead leading ahead | trail trailing behind
left | right
add | remove
possible | impossible
for favor | against
supporter proponent | opponent critic
supporting | opposing
comply | violate
obey | defy
create | destroy
build | demolish
fresh | stale
healthy | sick ill
wet | dry
married | divorced single
hold held | cancel
have has had possess | lack
attach | detach
connect | disconnect
assemble | dismantle
lock | unlock
fill | drain empty
applaud cheer | boo jeer
praise | blame
bless | curse
earn | spend
deposit | withdraw
repay | default
flourish thrive bloom | wither
form found | dissolve disband
crown enthrone | depose topple oust
elect | oust
nationalize | privatize
centralize | decentralize
regulate | deregulate
legalize decriminalize | criminalize
heat warm | cool chill
boil | freeze
speed accelerate | brake slow
rough | smooth
steep | gentle
binding | nonbinding non-binding
valid | void
solid | liquid
plentiful | scarce
crowded busy packed | deserted empty
profitable | loss-making
triumph | defeat
intact | damaged destroyed broken ruined
rescue save preserve | abandon destroy
restore | ruin
spread | contain
fix mend | break
admit enroll invite | expel
ratify | reject
resume confirm reinstate | cancel
grant renew | revoke
submit file | withdraw
retain keep | scrap drop abandon
loose | tight
dense | sparse
accidental accidentally | deliberate intentional deliberately intentionally
voluntarily | forcibly
secretly covertly | openly publicly
secret covert | open public
alone | together
jointly | separately
unanimous | divided
transparent | opaque
edible | poisonous toxic
harmless | harmful dangerous fatal deadly
amateur | professional
home | away
uphill | downhill
upstream | downstream
inflow | outflow
income revenue | expenditure spending
asset | liability
supply | demand
truth | lie falsehood
freedom liberty | slavery captivity
joy | sorrow grief
courage | cowardice
order | chaos
hope | despair
silence | noise
push | pull
hardware | software
mainland | island
recognize | ignore
overrule | uphold
vindicate exonerate clear | condemn convict incriminate
satisfied pleased content | disappointed dissatisfied
relieved | alarmed
feasible viable | hopeless unworkable
stall | proceed progress
evergreen | deciduous
hold held happen start continue confirm launch | call-off put-off break-off
accept approve back support adopt embrace endorse pass grant | turn-down vote-down
    throw-out knock-back strike-down shoot-down push-back rule-out
uphold upheld | strike-down throw-out
consider favor contemplate | rule-out
open build start | shut-down close-down
agree | back-out pull-out fall-out
succeed | fall-through break-down fall-apart
continue persist | give-up break-off leave-off pull-out
enter join | pull-out drop-out back-out opt-out
rise grow climb increase | go-down come-down
fall drop decline decrease | go-up
keep retain | give-up throw-away
keep | break broke
join | opt-out
accept | decline spurn rebuff snub
rejoin | leave
recover rebound rally | worsen relapse slump
offer give provide | refuse withhold withheld
see spot notice | miss overlook overlooked
"""


def _read(table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in table_rows(table):
        here, there = line.split("|")
        for pole, opposite in ((here, (there,)), (there, (here,))):
            for word in pole.split():
                found[word] = found[word] + opposite if word in found else opposite
    for word, lemma in lemmas_otherwise(found):
        found[lemma] = found.get(lemma, ()) + found[word]
    return found


_OPPOSITE_POLES: Final = _read(_OPPOSITES)

OPPOSED: Final = _OPPOSITE_POLES.keys()

"""The lemmas that have opposites."""


def opposites_of(lemmas: Iterable[str]) -> frozenset[str]:
    """Return the lemmas of opposite sense to any of ``lemmas``."""
    poles = [pole for one in lemmas for pole in _OPPOSITE_POLES.get(one, ())]
    return lemma_set(" ".join(poles))


PARTICLES: Final = word_set("off down out up back through apart away")

"""What makes one word of sense with the verb before: *call off*, listed *call-off*."""
