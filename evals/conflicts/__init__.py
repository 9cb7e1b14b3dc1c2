"""Same thing or not, agreeing or not: pairs of figures in two reports, labelled by hand."""
