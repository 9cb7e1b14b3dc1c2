"""How good the brief is: against round-ups that people wrote, and against its own citations."""
