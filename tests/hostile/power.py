"""A model of a disk that loses power: what was not forced to it is there or not, in any combination.

The calls of a writer are recorded while they run. A file's bytes are safe once it was synced, a name once
its folder was; a rename is one step. ``states`` gives the disks that a cut at any moment may leave.
"""

import os
import random
from contextlib import contextmanager


class Node:
    """A file or a folder."""

    def __init__(self, names=None, data=b"", is_safe=True):
        self.names = names
        self.data = data
        self.safe = data if is_safe else None


class Step:
    """A change of names in folders, all or none."""

    def __init__(self, changes):
        self.changes = changes
        self.is_safe = False


class Disk:
    """Watches the calls that change the files below a folder."""

    def __init__(self, root):
        self.root = os.fspath(root)
        self.top = self.read(self.root)
        self.start = copied(self.top, {})
        self.steps, self.moments, self.open = [], [], {}

    def read(self, path):
        if not os.path.isdir(path):
            with open(path, "rb") as file:
                return Node(data=file.read())
        return Node({each.name: self.read(each.path) for each in os.scandir(path)})

    def node(self, path):
        found = self.top
        for part in os.path.relpath(path, self.root).split(os.sep):
            found = found if part == "." else found.names[part]
        return found

    def place(self, path, folder=None):
        """The folder of a path and the name in it; ``None`` outside of what is watched."""
        path = os.path.join(folder, os.fspath(path)) if folder else os.fspath(path)
        if not os.path.abspath(path).startswith(self.root + os.sep):
            return None
        return self.node(os.path.dirname(path)), os.path.basename(path)

    def change(self, *changes):
        for folder, name, node in changes:
            if node is None:
                folder.names.pop(name, None)
            else:
                folder.names[name] = node
        self.steps.append(Step(changes))

    def moment(self):
        """Remember what is safe now."""
        nodes = {each: (each.safe, each.data) for each in nodes_of(self.steps, self.top)}
        self.moments.append(([(each, each.is_safe) for each in self.steps], nodes))

    @contextmanager
    def watching(self):
        real = {name: getattr(os, name) for name in ("open", "write", "fsync", "close", "replace", "rename")}
        real |= {name: getattr(os, name) for name in ("unlink", "mkdir", "rmdir")}
        for name in real:
            setattr(os, name, self.watched(name, real[name]))
        try:
            yield self
        finally:
            for name, each in real.items():
                setattr(os, name, each)

    def watched(self, name, real):
        def call(*given, **named):
            done = real(*given, **named)
            getattr(self, f"on_{name}")(done, *given, **named)
            self.moment()
            return done

        return call

    def on_open(self, descriptor, path, flags, mode=0o777, *, dir_fd=None):
        folder = self.open.get(dir_fd, (None, None))[1] if dir_fd is not None else None
        place = self.place(path, folder)
        full = os.path.join(folder, os.fspath(path)) if folder else os.fspath(path)
        if place is None:
            if os.path.abspath(full) == self.root:
                self.open[descriptor] = (self.top, self.root)
            return
        parent, name = place
        if name not in parent.names:
            self.change((parent, name, Node(is_safe=False)))
        self.open[descriptor] = (parent.names[name], full)

    def on_write(self, count, descriptor, data):
        if descriptor in self.open:
            self.open[descriptor][0].data += bytes(data[:count])

    def on_fsync(self, _, descriptor):
        if descriptor not in self.open:
            return
        node = self.open[descriptor][0]
        node.safe = node.data
        for step in self.steps:
            step.is_safe = step.is_safe or any(folder is node for folder, _, _ in step.changes)

    def on_close(self, _, descriptor):
        self.open.pop(descriptor, None)

    def on_replace(self, _, old, new, **_named):
        (one, first), (two, second) = self.place(old), self.place(new)
        self.change((one, first, None), (two, second, one.names[first]))

    on_rename = on_replace

    def on_unlink(self, _, path, *, dir_fd=None):
        place = self.place(path, self.open[dir_fd][1] if dir_fd is not None else None)
        if place:
            self.change((*place, None))

    on_rmdir = on_unlink

    def on_mkdir(self, _, path, mode=0o777, **_named):
        place = self.place(path)
        if place:
            self.change((*place, Node({})))


def nodes_of(steps, top):
    """All files that are or were there."""
    found = [node for step in steps for _, _, node in step.changes if node is not None]
    waiting = [top]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += node.names.values() if node.names else ()
    return [each for each in {id(each): each for each in found}.values() if each.names is None]


def copied(node, known):
    """A copy of a tree; files stay the same nodes."""
    if node.names is None:
        return node
    known[id(node)] = made = Node({})
    made.names = {name: copied(each, known) for name, each in node.names.items()}
    made.origin = node
    return made


def states(disk, moment, chances):
    """Disks that a cut at a moment may leave, as ``{path: bytes}``; folders end in a slash."""
    steps, nodes = disk.moments[moment]
    for number in range(chances):
        chance = random.Random(f"{moment}/{number}")  # noqa: S311
        share = (0, 1, 0.5)[min(number, 2)]
        kept = [step for step, is_safe in steps if is_safe or chance.random() < share]
        yield replayed(disk, kept, nodes, chance, share)


def replayed(disk, kept, nodes, chance, share):
    """The tree of the start with some steps, and of unsafe bytes all, half or none."""
    folders = {}

    def tree(node):
        if node.names is None:
            return node
        made = folders.setdefault(id(getattr(node, "origin", node)), {})
        made.update({name: tree(each) for name, each in node.names.items()})
        return made

    top = tree(disk.start)
    for step in kept:
        for folder, name, node in step.changes:
            names = folders.setdefault(id(folder), {})
            if node is None:
                names.pop(name, None)
            else:
                names[name] = node if node.names is None else folders.setdefault(id(node), {})
    return dict(flat(top, "", lambda node: bytes_of(*nodes.get(node, (node.safe, node.data)), chance, share)))


def flat(names, path, data):
    """Paths and bytes of a tree; folders end in a slash."""
    for name, node in names.items():
        if isinstance(node, dict):
            yield f"{path}{name}/", None
            yield from flat(node, f"{path}{name}/", data)
        else:
            yield f"{path}{name}", data(node)


def bytes_of(safe, data, chance, share):
    """What is on the disk of a file."""
    if safe == data or share == 1:
        return data
    lost = (b"", data[: len(data) // 2], data)
    return lost[0] if share == 0 else chance.choice(lost)
