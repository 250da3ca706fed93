"""Pure functions, each package one subject; none knows another."""
