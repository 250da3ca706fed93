"""The roads between the tools and the store: importing, reviewing, auditing, exporting."""
