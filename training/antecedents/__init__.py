"""How the weights of `readout.annotate.antecedents` are made: pronouns of OntoGUM and GAP, a log-linear ranking."""
