"""Agency and authors, on the articles of PolNeAR whose text carries them; the rules of the gold are in RULES.md."""
