"""Numbers, dates and negation in languages other than English.

What is read is given back as English reads it: quantities, dates, facts. A module here
is imported when a text of its language is compared.
"""
