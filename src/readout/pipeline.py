"""The whole flow: Page → Article → Links → Record."""
