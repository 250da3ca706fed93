"""What the program speaks of: frozen values without input or output."""
