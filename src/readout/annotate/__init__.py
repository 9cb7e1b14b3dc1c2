"""Article to Notes, each article alone, batch in, batch out."""
