"""Tables: words of number and fraction, units of measure, currencies."""

from __future__ import annotations

from typing import Final

from tui_app.core.english.word_lists import table_rows, word_list, word_set

SMALL_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        word_list("""
    zero one two three four five six seven eight nine ten eleven twelve
        thirteen fourteen fifteen sixteen seventeen eighteen nineteen""")
    )
} | {"nil": 0}

TENS: Final = {
    word: 10 * number
    for number, word in enumerate(
        word_list("twenty thirty forty fifty sixty seventy eighty ninety"), 2
    )
}

CARDINALS: Final = SMALL_NUMBERS | TENS

SCALES: Final = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "lakh": 100_000,
    "crore": 10_000_000,
}

ABBREVIATED_SCALES: Final = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "bln": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "tln": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
    "trln": 1_000_000_000_000,
}

"""Only right after figures: ``20m``, ``$3 bn``."""

SURE_SCALES: Final = word_set("mn mln bn bln tln trn trln")

"""Those that are nothing else behind a space either."""

PLURAL_SCALES: Final = {
    "dozens": 12,
    "scores": 20,
    "tens": 12,
    "hundreds": 100,
    "thousands": 1_000,
    "millions": 1_000_000,
    "billions": 1_000_000_000,
    "trillions": 1_000_000_000_000,
}

_SMALL_ORDINALS: Final = word_list("""
    zeroth first second third fourth fifth sixth seventh eighth
    ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
    eighteenth nineteenth""")

ORDINALS: Final = (
    {word: number for number, word in enumerate(_SMALL_ORDINALS)}
    | {word[:-1] + "ieth": number for word, number in TENS.items()}
    | {"maiden": 1, "inaugural": 1}
    | {"hundredth": 100, "thousandth": 1_000, "millionth": 1_000_000}
)

FRACTIONS: Final = {
    "half": 1 / 2,
    "halves": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fourths": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "sixth": 1 / 6,
    "sixths": 1 / 6,
    "seventh": 1 / 7,
    "sevenths": 1 / 7,
    "eighth": 1 / 8,
    "eighths": 1 / 8,
    "ninth": 1 / 9,
    "ninths": 1 / 9,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
}

SIGNS: Final = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}

MULTIPLES: Final = {
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "triple": 3,
    "tripled": 3,
    "triples": 3,
    "tripling": 3,
    "treble": 3,
    "trebled": 3,
    "quadruple": 4,
    "quadrupled": 4,
    "twofold": 2,
    "threefold": 3,
    "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6,
    "tenfold": 10,
    "halved": 1 / 2,
    "halve": 1 / 2,
    "halving": 1 / 2,
}

GROUPS: Final = {
    "pair": 2,
    "couple": 2,
    "duo": 2,
    "trio": 3,
    "quartet": 4,
    "twin": 2,
    "twins": 2,
    "triplets": 3,
    "brace": 2,
    "hat-trick": 3,
    "score": 20,
}

"""After *a* or a number: *a pair of goals*."""

_TABLE: Final = """
time 1: second seconds sec secs
time 60: minute minutes min mins
time 3600: hour hours hr hrs
time 86400: day days
time 604800: week weeks
time 1209600: fortnight fortnights
time 2629800: month months
time 31557600: year years yr yrs
time 315576000: decade decades
time 3155760000: century centuries
length 1e-9: nanometre nanometres nanometer nanometers nm
length 1e-6: micrometre micrometres micrometer micrometers micron microns µm μm
length 0.001: millimetre millimetres millimeter millimeters mm
length 0.01: centimetre centimetres centimeter centimeters cm
length 0.0254: inch inches
length 0.3048: foot feet ft
length 0.9144: yard yards yd
length 1: metre metres meter meters
length 1000: kilometre kilometres kilometer kilometers km kms kph kmh
length 1609.344: mile miles mi mph
length 1852: knot knots
length 9.4607e15: light-year light-years
area 1: sqm
area 4046.86: acre acres
area 10000: hectare hectares ha
mass 0.001: gram grams gramme grammes
mass 1e-9: microgram micrograms µg μg mcg
mass 1e-6: milligram milligrams mg
mass 1: kilogram kilograms kilo kilos kg kgs
mass 0.0283495: ounce ounces oz
mass 0.453592: lb lbs
mass 1000: tonne tonnes ton tons
volume 0.001: millilitre millilitres milliliter milliliters ml
volume 0.01: centilitre centilitres cl
volume 0.1: decilitre decilitres dl
volume 0.00493: teaspoon teaspoons tsp
volume 0.01479: tablespoon tablespoons tbsp
volume 0.2366: cup cups
volume 0.568: pint pints
volume 1: litre litres liter liters
volume 3.78541: gallon gallons
volume 158.987: barrel barrels bpd
energy 1000: kilojoule kilojoules kj
energy 4184: kilocalorie kilocalories kcal
energy 3.6e6: kwh
energy 3.6e9: mwh
frequency 1: hertz hz
frequency 1e3: kilohertz khz
frequency 1e6: megahertz mhz
frequency 1e9: gigahertz ghz
pressure 1: pascal pascals
pressure 100: hpa millibar millibars mbar
pressure 1000: kpa kilopascal kilopascals
voltage 1: volt volts
voltage 1000: kilovolt kilovolts kv
power 1: watt watts
power 1000: kilowatt kilowatts kw
power 1e6: megawatt megawatts mw
power 1e9: gigawatt gigawatts gw
data 1e3: kilobyte kilobytes kb
data 1e6: megabyte megabytes mb
data 1e9: gigabyte gigabytes gb
data 1e12: terabyte terabytes tb
temperature 1: celsius centigrade °c ℃
fahrenheit 1: fahrenheit °f ℉
ratio 0.01: percent % pct percentage
ratio 0.01: per-cent
dollar 1: $ us$ usd dollar dollars
dollar 0.01: cent cents ¢
euro 1: € eur euro euros
pound 1: £ gbp pound pounds sterling quid
pound 0.01: pence
yen 1: ¥ yen jpy
yuan 1: yuan rmb renminbi cny
rouble 1: rouble roubles ruble rubles
rupee 1: ₹ rupee rupees rs
franc 1: franc francs chf
krona 1: krona kronor krone kroner crown crowns
won 1: ₩ krw
lira 1: lira lire
peso 1: peso pesos
real 1: reais
rand 1: rand
shekel 1: shekel shekels
hkdollar 1: hk$
audollar 1: a$
cadollar 1: c$
multiple 1: times fold
"""

UNITS: Final[dict[str, tuple[str, float]]] = {}

for _line in table_rows(_TABLE):
    _head, _names = _line.split(":")
    _dimension, _size = _head.split()
    for _name in _names.split():
        UNITS[_name] = (_dimension, float(_size))

CURRENCY_SIGNS: Final = word_set("$ € £ ¥ ₹ ₩ us$ hk$ a$ c$ usd eur gbp rs rmb cny chf")

"""What may stand before the figures."""

SHORT: Final = {
    "m": ("length", 1.0),
    "g": ("mass", 0.001),
    "l": ("volume", 1.0),
    "p": ("pound", 0.01),
}

"""Letters that are a unit only right after figures and not behind a currency."""

BETWEEN: Final = word_set("""
    us u.s. american australian canadian hong kong consecutive straight more
    additional further full whole square cubic metric nautical successive long short
    degrees degree calendar working percentage""")

"""Words that may stand between a number and its unit."""

TIME_PLURALS: Final = word_set(
    "minutes hours days weeks months years decades centuries"
)
