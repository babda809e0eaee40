"""What a plain RFC 9051 server answers, one function a command."""

import bisect
import re

COMMANDS = ("capability", "authenticate", "login", "list", "logout", "idle", "done", "noop", "select", "examine", "uid_search",
            "uid_fetch", "uid_store", "uid_move", "uid_copy", "uid_expunge")


class UsualAnswers:
    """Of a conversation: `fake` (its server), `selected` (the open folder's name), `tls`. Called with the server's lock held."""

    def usual(self, tag, command):
        words = command.split(" ")
        name = "_".join(words[:2] if words[0] == "UID" else words[:1]).lower()
        return getattr(self, name)(tag, command) if name in COMMANDS else f"{tag} BAD what?\r\n"

    def capability(self, tag, _):
        more = " STARTTLS" if self.fake.starttls and not self.tls else ""
        return f"* CAPABILITY {self.fake.capabilities}{more}\r\n{tag} OK done\r\n"

    def authenticate(self, tag, _):
        return f"{tag} OK welcome\r\n"

    login = authenticate

    def list(self, tag, _):
        return f"{tag} OK done\r\n"

    def logout(self, tag, _):
        return f"* BYE\r\n{tag} OK done\r\n"

    def idle(self, _tag, _):
        return "+ idling\r\n"

    def done(self, tag, _):
        return f"{tag} OK idle done\r\n"

    def noop(self, tag, _):
        return f"* {len(self.box().mails)} EXISTS\r\n{tag} OK done\r\n"

    def box(self):
        return self.fake.folders[self.selected]

    def select(self, tag, command):
        name = re.search(r'"(.*)"', command)[1]
        if name not in self.fake.folders:
            return f"{tag} NO [NONEXISTENT] no such folder\r\n"
        self.selected = name
        box, mode = self.box(), "READ-ONLY" if self.box().read_only or command.startswith("EXAMINE") else "READ-WRITE"
        return (f"* {len(box.mails)} EXISTS\r\n* OK [PERMANENTFLAGS ({box.permanent_flags})] flags\r\n"
                f"* OK [UIDVALIDITY {box.uid_validity}] valid\r\n{tag} OK [{mode}] opened\r\n")

    examine = select

    def uids(self, words):
        return uids_of(words, self.box().mails)

    def uid_search(self, tag, command):
        asked = re.search(r" UID (\S+)$", command)
        uids = self.uids(asked[1]) if asked else sorted(self.box().mails)
        if "UNKEYWORD" in command:
            uids = [uid for uid in uids if "$Docket" not in self.box().mails[uid].flags]
        if "RETURN" not in command:
            return f"* SEARCH {' '.join(map(str, uids))}\r\n{tag} OK done\r\n"
        found = f" ALL {ranges(uids)}" if uids else ""
        return f'* ESEARCH (TAG "{tag}") UID{found}\r\n{tag} OK done\r\n'

    def uid_fetch(self, tag, command):
        _, _, wanted, items = command.split(" ", 3)
        order = sorted(self.box().mails)
        lines = [fetch_line(bisect.bisect_left(order, uid) + 1, uid, self.box().mails[uid], items) for uid in self.uids(wanted)]
        return b"".join(lines) + f"{tag} OK fetched\r\n".encode()

    def uid_store(self, tag, command):
        wanted, flags = re.fullmatch(r"UID STORE (\S+) \+FLAGS\.SILENT \((.*)\)", command).groups()
        uids = self.uids(wanted)
        self.fake.wants(self.selected, uids, f"STORE {flags}")
        for uid in uids:
            self.box().mails[uid].flags |= set(flags.split())
        return f"{tag} OK stored\r\n"

    def uid_move(self, tag, command):
        _, verb, wanted, target = command.split(" ", 3)
        target = target.strip('"')
        if target not in self.fake.folders:
            return f"{tag} NO [TRYCREATE] no such folder\r\n"
        uids = self.uids(wanted)
        self.fake.wants(self.selected, uids, verb)
        for uid in uids:
            mail = self.box().mails[uid] if verb == "COPY" else self.box().mails.pop(uid)
            there = self.fake.folders[target]
            there.mails[there.next_uid] = mail
            there.next_uid += 1
        return f"{tag} OK moved\r\n"

    uid_copy = uid_move

    def uid_expunge(self, tag, command):
        for uid in self.uids(command.split(" ")[2]):
            if "\\Deleted" in self.box().mails[uid].flags:
                del self.box().mails[uid]
        return f"{tag} OK done\r\n"


def fetch_line(number, uid, mail, items):
    line = f"* {number} FETCH (UID {uid}"
    if "INTERNALDATE" in items:
        line += f' INTERNALDATE "{mail.date}"'
    if "BODY.PEEK" not in items:
        size = f" RFC822.SIZE {mail.size or len(mail.read())}" if "RFC822.SIZE" in items else ""
        return f"{line}{size})\r\n".encode()
    octets = mail.read()
    part = re.search(r"BODY\.PEEK\[\]<0\.(\d+)>", items)
    if part:
        octets = octets[:int(part[1])]
    return f"{line} BODY[]{'<0>' if part else ''} {{{len(octets)}}}\r\n".encode() + octets + b")\r\n"


def uids_of(words, mails):
    """The UIDs of "1:3,7,9:*" that are there, ascending."""
    order, found = sorted(mails), set()
    for part in words.split(","):
        low, _, high = part.partition(":")
        low, high = (order[-1] if word == "*" and order else 0 if word == "*" else int(word) for word in (low, high or low))
        low, high = min(low, high), max(low, high)
        found.update(order[bisect.bisect_left(order, low):bisect.bisect_right(order, high)])
    return sorted(found)


def ranges(uids):
    """ "1:3,7" from ascending UIDs."""
    parts = []
    for uid in uids:
        if parts and parts[-1][1] == uid - 1:
            parts[-1][1] = uid
        else:
            parts.append([uid, uid])
    return ",".join(f"{low}:{high}" if high > low else f"{low}" for low, high in parts)
