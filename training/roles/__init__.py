"""How the weights that give the lines of a scraped text their roles were made."""
