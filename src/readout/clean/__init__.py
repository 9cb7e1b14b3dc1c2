"""Page to Article: what each block of a text is for, and what the article says about itself."""
