"""Units of measure: their dimension and their size in the unit of the dimension."""

from __future__ import annotations

from typing import Final

from tui_app.core.differences.facts.tables import word_set

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
mass 1e-6: milligram milligrams mg
mass 1: kilogram kilograms kilo kilos kg kgs
mass 0.0283495: ounce ounces oz
mass 0.453592: lb lbs
mass 1000: tonne tonnes ton tons
volume 0.001: millilitre millilitres milliliter milliliters ml
volume 0.00493: teaspoon teaspoons tsp
volume 0.01479: tablespoon tablespoons tbsp
volume 0.2366: cup cups
volume 0.568: pint pints
volume 1: litre litres liter liters
volume 3.78541: gallon gallons
volume 158.987: barrel barrels bpd
power 1: watt watts
power 1000: kilowatt kilowatts kw
power 1e6: megawatt megawatts mw
power 1e9: gigawatt gigawatts gw
data 1e6: megabyte megabytes mb
data 1e9: gigabyte gigabytes gb
data 1e12: terabyte terabytes tb
temperature 1: celsius centigrade °c
fahrenheit 1: fahrenheit °f
ratio 0.01: percent % pct percentage
ratio 0.01: per-cent
dollar 1: $ us$ usd dollar dollars
dollar 0.01: cent cents
euro 1: € eur euro euros
pound 1: £ gbp pound pounds sterling
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
for _line in _TABLE.strip().splitlines():
    _head, _names = _line.split(":")
    _dimension, _size = _head.split()
    for _name in _names.split():
        UNITS[_name] = (_dimension, float(_size))

CURRENCY_SIGNS: Final = word_set("$ € £ ¥ ₹ ₩ us$ hk$ a$ c$ usd eur gbp rs rmb cny chf")
"""What may stand before the figures."""

SHORT: Final = {"m": ("length", 1.0), "g": ("mass", 0.001), "l": ("volume", 1.0)}
"""Letters that are a unit only right after figures and not behind a currency."""

BETWEEN: Final = word_set("""
    us u.s. american australian canadian hong kong consecutive straight more
    additional further full whole square cubic metric nautical successive long short
    degrees degree calendar working percentage""")
"""Words that may stand between a number and its unit."""

TIME_PLURALS: Final = word_set(
    "minutes hours days weeks months years decades centuries"
)
