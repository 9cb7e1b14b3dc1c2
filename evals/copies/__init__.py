"""What two reports share: pairs labelled by hand, and the scorer for systems that find copies and origins."""
