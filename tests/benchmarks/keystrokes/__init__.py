"""Keystrokes a clause: two documents labelled from an answer sheet, in the real programs."""
