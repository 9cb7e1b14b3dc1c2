"""The whole program on the seven invented reports, against the answer key that was written with them."""
