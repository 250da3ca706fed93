"""The project file. Only this package speaks SQL."""
