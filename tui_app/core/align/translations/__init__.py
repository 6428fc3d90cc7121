"""A text and its translation: lengths, look-alikes and a lexicon the pair teaches.

numpy comes with nearly every module of this package, so none is imported before
there is a translation.
"""

import os

# Starting the thread pool of a linear algebra library nobody uses here would
# double the time of importing numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
