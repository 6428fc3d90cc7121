"""Books: texts too long to compare unit with unit are aligned word by word.

numpy comes with the first module of this package that is imported, so none is
imported before there is a book.
"""

import os

# Starting the thread pool of a linear algebra library nobody uses here would
# double the time of importing numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
