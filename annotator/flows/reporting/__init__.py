"""The report of a project for people who would rather look than read: one HTML file."""

from annotator.flows.reporting.audited import Audited
from annotator.flows.reporting.composing import compose
from annotator.flows.reporting.paragraph import for_paper

__all__ = ["Audited", "compose", "for_paper"]
