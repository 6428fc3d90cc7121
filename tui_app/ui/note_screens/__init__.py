"""The screens of notes: the box one writes in, the list, and the desk behind both."""
