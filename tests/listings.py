"""Both sides of a comparison made in memory."""

from trees import Texts


class Listed(Texts):
    """Files by path, told apart by their texts; notes what is read."""

    def __init__(self, texts):
        super().__init__(texts)
        self.asked = set()

    @property
    def names(self):
        return {path: str(text) for path, text in self.texts.items()}

    def read(self, paths):
        self.asked.update(paths)
        return (each for each in self.files() if each.path in paths)
