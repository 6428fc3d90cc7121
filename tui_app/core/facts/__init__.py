"""What two passages that say the same say otherwise in fact.

Numbers, dates, names, quotations, negation, modality; ``fact_rules`` is the way in.
"""
