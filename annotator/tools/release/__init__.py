"""What a released dataset says: records, views, table and card, made from values alone.

Nothing here knows a clock, a path or a version of this program, so that the same labels give the same
bytes on every machine.
"""
