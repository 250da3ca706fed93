"""annotator: review and annotate Chinese policy documents in the terminal."""

__version__ = "0.1.0"
