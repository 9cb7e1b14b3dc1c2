"""Task `quotations`: direct quotations found by their marks alone, on PolNeAR."""
