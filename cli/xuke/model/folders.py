"""Where a workspace keeps its data; apart from the rest, for what has to start at once."""

#: The file that makes a folder a workspace.
WORKSPACE_FILE = "catalogue/xuke.yaml"

#: The folders that hold data; nothing else is ever read.
DATA_FOLDERS = ("catalogue", "memoranda")
