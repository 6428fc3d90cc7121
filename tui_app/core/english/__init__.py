"""What is known of English words: tables and the rules that read them.

Another language would stand beside it.
"""
