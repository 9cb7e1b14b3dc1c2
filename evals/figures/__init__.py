"""Task `newsquant`: quantities in news sentences, counted by value, value and unit, value and change."""
