"""What the screens are made of: widgets receive values and post messages, and know nothing else."""
