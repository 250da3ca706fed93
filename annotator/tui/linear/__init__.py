"""The review work line by line: one line in, plain lines out, nothing drawn and nothing drawn again.

For screen readers, braille displays, terminals without a cursor, and scripts. Nothing here loads Textual.
"""
