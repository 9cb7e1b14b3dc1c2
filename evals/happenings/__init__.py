"""Task `happenings`: events and times of MEANTIME, and which of its events are one."""
