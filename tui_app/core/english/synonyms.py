"""Table: words that mean the same, in small groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_GROUPS: Final = """
say tell state add declare remark comment testify
stress emphasize underline underscore highlight
talk speak
explain clarify
answer reply respond
big large huge
important significant major key
begin start commence launch
end finish conclude
show demonstrate display
buy purchase acquire
help aid assist
obtain receive get
need require
want wish
try attempt seek
allow permit enable let
keep retain maintain preserve
rise increase grow climb
fall drop decline decrease
country nation
company firm corporation
stock share
movie film
car vehicle automobile
child kid
doctor physician
lawyer attorney
fast quick rapid swift
meeting conference gathering
talks discussion
agreement deal accord pact
aim goal target objective
problem issue
way manner method
area region zone
visit trip tour
find discover
use utilize employ
build construct
choose select pick
happen occur
whole entire
enough sufficient
maybe perhaps
almost nearly
about approximately roughly
currently presently now
annual yearly
global worldwide
hit strike
attack assault
test exam examination
error mistake
house home
safe secure
sick ill
rich wealthy
hard difficult
strong powerful
aspiration yearning desire
improve enhance strengthen
protect safeguard
protection safeguard
worker employee
reach arrive
give provide offer grant
hold conduct
view opinion
part portion
chance opportunity
firmly resolutely
fair just
fairness equity
entire complete full
real true genuine
specific concrete particular
various different diverse
collaborate cooperate
cooperation collaboration
money fund
close shut
reject refuse decline
result outcome
accuse charge
injure wound hurt
arrest detain
plan intend
leader chief head
price cost
profit earnings
person individual
student pupil
city town
street road
ship vessel boat
plane aircraft airplane
fight battle
law legislation
vote ballot
court tribunal
study research survey
researcher scientist
disease illness
drug medicine
earthquake quake
fire blaze
crash accident
die perish
rescue save
author writer
reporter journalist
newspaper paper
picture photo photograph image
defeat beat
match game
last final
happy glad
quiet silent
stone rock
ocean sea
island isle
shore coast
path route road
journey voyage
depart leave
remain stay
appear seem
vanish disappear
suddenly abruptly
immediately instantly
often frequently
rarely seldom
therefore thus hence
however nevertheless
truly really
completely entirely totally wholly
terrible dreadful awful
strange odd
small little tiny
wonderful marvelous
friend companion
enemy foe
gift present
sorrow grief
anger wrath fury rage
crowd multitude
announce proclaim
disclose reveal
conceal hide
gather assemble collect
destroy ruin
forbid prohibit ban
promise pledge vow
criticize condemn denounce
praise commend
concentrate focus
expand extend enlarge
reduce cut lower
progress advance advancement
achieve accomplish attain
achievement accomplishment
idea notion concept
reason cause
evidence proof
examine inspect
investigate probe
investigation probe
propose suggest
proposal suggestion
approach method
"""


def _read(lines: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines.strip().splitlines():
        words = line.split()
        group = (f"={words[0]}",)
        for word in words:
            found[word] = found[word] + group if word in found else group
    return found


_GROUPS_OF: Final = _read(_GROUPS)


def groups_of(lemmas: Iterable[str]) -> frozenset[str]:
    """Return the groups that one of the lemmas is in, each named by its first word."""
    return frozenset([group for lemma in lemmas for group in _GROUPS_OF.get(lemma, ())])
