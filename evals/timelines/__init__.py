"""Task `timelines`: which days of a long story an editor's timeline tells, found by salience alone."""
