"""Releases read again: checked, told apart, and made projects of."""

from annotator.flows.releases.comparing import Comparison, Difference
from annotator.flows.releases.finding import Finding
from annotator.flows.releases.restoring import is_full, is_release, replace, restore
from annotator.flows.releases.verifying import verify

__all__ = ["Comparison", "Difference", "Finding", "is_full", "is_release", "replace", "restore", "verify"]
