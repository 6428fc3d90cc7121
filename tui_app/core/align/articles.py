from tui_app.core.align.backbone import heaviest_chain
from tui_app.core.align.beads import _gained, grow, seeds
from tui_app.core.align.candidates import candidate_overlaps
from tui_app.core.align.counterparts import main_counterparts
from tui_app.core.align.links import all_links
from tui_app.core.align.witnesses import read_pair
from tui_app.core.model import Alignment, Bead, Link
import os
P = dict(tau0=.7, theta=.25, q=.9, mult=2.0, lo=.5, hi=1.1, pseudo=6, pv=.33, sure=.4)

def residuals(pair, chain):
    out = []
    one = {(p.l0, p.r0): p for p in chain if p.l1 - p.l0 == 1 == p.r1 - p.r0 and p.dice > P['sure']}
    for (i, j) in one:
        L, R = pair.left.bags[i], pair.right.bags[j]
        for d in (1, -1):
            if (i + d, j + d) in one:
                for own, other, w, k in ((L, R, pair.left, i + d), (R, L, pair.right, j + d)):
                    if w.mass[k]:
                        out.append(_gained(own, w.bags[k], other, pair.weights) / w.mass[k])
    return out

def tau(pair, chain):
    r = residuals(pair, chain)
    r += [P['pv']] * P['pseudo']
    r.sort()
    q = r[min(len(r) - 1, int(P['q'] * len(r)))]
    return min(max(P['mult'] * q, P['lo']), P['hi'])

def align_articles(left, right, constraints, report=None):
    pair = read_pair(
        [left.unit_text(n) for n in range(len(left.units))],
        [right.unit_text(n) for n in range(len(right.units))],
    )
    ov = candidate_overlaps(pair)
    pairs = seeds(pair, ov)
    patches = [p for p in grow(pair, pairs, P['tau0']) if p.gain(P['theta']) > 0]
    chain = heaviest_chain(patches, [p.gain(P['theta']) for p in patches])
    t = tau(pair, chain)
    if os.environ.get('T'): print(t, end=' ')
    patches = [p for p in grow(pair, pairs, t) if p.gain(P['theta']) > 0]
    chain = heaviest_chain(patches, [p.gain(P['theta']) for p in patches])
    links = tuple(Link(i, j, .5) for i, j in sorted(all_links(pair, chain)))
    return Alignment(main_counterparts(links), links)
