"""What changes a corpus: articles added, lists edited, the rebuild that follows."""
