"""Writing notes and finding them again: the box, the list, the desk between."""
