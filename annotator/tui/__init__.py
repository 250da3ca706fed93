"""The screens. Only this package draws."""
