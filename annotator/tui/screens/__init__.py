"""The places a reviewer works in; only these call flows and the store."""
