"""What a disk holds after a power loss, from the journal that the preloaded shim wrote (shim/shim.cc).

    disk = Disk(folder, random)            # what lay there before the first operation counts as durable
    for operation in read_journal(file):
        disk.apply(operation)
        write_out(disk.crash(), elsewhere)

Only what a sync of its own file has reached is sure to be there. Of the rest each write is kept, dropped, or torn at
sectors of 512 octets; each new, renamed or removed name waits in the same way for the sync of its folder. A mapped -shm is
never written back: SQLite makes it again. After a sync that was refused Linux holds the pages for written: what of them the disk
does not have by then, no later sync brings there.
"""

import pathlib
import typing

SECTOR = 512


class Operation(typing.NamedTuple):
    word: str
    offset: int
    path: str
    data: bytes
    end: int  # of this entry in the journal


def read_journal(file):
    with open(file, "rb") as stream:
        while line := stream.readline():
            word, offset, length, path = line.decode().rstrip("\n").split(" ", 3)
            data = stream.read(int(length)) if word == "write" else b""
            yield Operation(word, int(offset), path, data, stream.tell())


def write_into(octets, offset, data):
    if len(octets) < offset:
        octets.extend(bytes(offset - len(octets)))
    octets[offset:offset + len(data)] = data


def write_torn(octets, offset, data, random):
    """Some of the sectors that it touches."""
    at = offset
    while at < offset + len(data):
        end = min((at // SECTOR + 1) * SECTOR, offset + len(data))
        if random.random() < 0.5:
            write_into(octets, at, data[at - offset:end - offset])
        at = end


class File:
    def __init__(self, octets=b""):
        self.durable, self.pending = bytearray(octets), []

    def sync(self):
        self.after(lambda: 1.0, None, self.durable)
        self.pending = []

    def after(self, draw, random, octets):
        """Applies to `octets` what is pending: below `keep` a piece is kept, in the tenth above it torn."""
        keep = draw()
        for word, offset, data in self.pending:
            chance = random.random() if random else 0.0
            if word == "truncate" and chance < keep:
                octets[offset:] = bytes(max(0, offset - len(octets)))
            elif word == "write" and chance < keep:
                write_into(octets, offset, data)
            elif word == "write" and chance < keep + 0.1:
                write_torn(octets, offset, data, random)


class Disk:
    def __init__(self, folder, random):
        folder, self.random = pathlib.Path(folder), random
        self.names = {str(path.relative_to(folder)): File(path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
        self.durable = dict(self.names)
        self.pending = []  # changes of names: (word, path, file or new path)

    def apply(self, operation):
        word, path = operation.word, operation.path
        if word == "create":
            self.names[path] = File()
            self.pending.append((word, path, self.names[path]))
        elif word in ("unlink", "rename"):
            path, _, to = path.partition("\t")
            file = self.names.pop(path, None)
            if word == "rename" and file:
                self.names[to] = file
            self.pending.append((word, path, to))
        elif word == "sync" and path in self.names:
            self.names[path].sync()
        elif word == "sync":
            self.sync_folder(path)
        elif word == "lost" and path in self.names:
            self.names[path].after(self.chance, self.random, self.names[path].durable)
            self.names[path].pending = []
        elif path in self.names:
            self.names[path].pending.append((word, operation.offset, operation.data))

    def sync_folder(self, folder):
        reached = [change for change in self.pending if any(
            str(pathlib.PurePath(path).parent) == folder for path in (change[1], change[2]) if isinstance(path, str))]
        for change in reached:
            self.pending.remove(change)
            rename_in(self.durable, change)

    def chance(self):
        return self.random.choice((0.0, 0.1, 0.5, 0.9, 1.0))

    def crash(self):
        """{path: octets} as one power loss at this moment may leave it."""
        keep = self.chance()
        names = dict(self.durable)
        for change in self.pending:
            if self.random.random() < keep:
                rename_in(names, change)
        left = {}
        for path, file in names.items():
            if path.endswith("-shm"):
                continue
            octets = bytearray(file.durable)
            file.after(self.chance, self.random, octets)
            left[path] = bytes(octets)
        return left


def rename_in(names, change):
    word, path, other = change
    if word == "create":
        names[path] = other
    elif word == "unlink":
        names.pop(path, None)
    elif path in names:
        names[other] = names.pop(path)


def write_out(left, folder):
    for path, octets in left.items():
        file = pathlib.Path(folder) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(octets)
        file.chmod(0o600)
