"""Where the texts come from: a folder, git's index, or a commit; the only door to git."""
