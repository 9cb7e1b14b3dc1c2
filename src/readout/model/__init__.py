"""The nouns: frozen, slotted values that the rooms hand to one another. Imports nothing of ours."""
