"""Direct edges of the graph: who does what to whom, or claims what."""

DONE_TO_SOMEONE = frozenset(
    {
        "accuse", "ask", "call-on", "criticise", "praise", "promise", "respond", "thank",
        "threaten", "warn",
    }
)  # fmt: skip
"""Acts whose edge may lead to whom they address: A warns B, but A does not announce B."""
