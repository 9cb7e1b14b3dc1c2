"""Speed and memory, measured and printed, never asserted: they depend on the machine."""
