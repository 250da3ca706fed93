"""The places a reviewer works in. They and the desk call flows and the store; widgets never do."""
