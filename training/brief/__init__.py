"""How the weights of the brief's sentences were learnt."""
