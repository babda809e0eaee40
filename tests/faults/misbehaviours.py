"""Group A: how an IMAP server may break or lie, and what must become of its letters. One case is one source."""

import dataclasses
import typing

from fake_imap import Folder, Reply, fetch_line, uids_of

from running import letter


def plain(number, text="", **more):
    return letter(sender=f"a{number}@people.example.org", number=number, subject=f"Lamp {number}",
                  text=text or f"The lamp at number {number} is dark.", **more)


def three(of):
    return [plain(10 * of + n) for n in (1, 2, 3)]


@dataclasses.dataclass
class Case:
    name: str  # begins with its id in the catalogue
    rule: typing.Callable = None
    letters: typing.Callable = three  # (number of the case): no two cases have a letter in common, it would be a duplicate
    expect: dict = None  # outcomes; a case for every letter when None; `quarantined` ones stay as they are
    after: str = "flag"
    trouble: str = ""  # what `docket status` says of the source while it lasts
    settled: int = None  # how many letters are flagged or moved; those expected and not quarantined when None
    prepare: typing.Callable = None  # (imap) before docket starts
    then: typing.Callable = None  # (imap) once the letters expected so far have their outcome
    more: dict = None  # outcomes after `then`
    connections: int = None  # at most so many: the server gave no reason to leave it


def takes_letters(command):
    return command.startswith("UID FETCH") and "BODY.PEEK[]" in command


def times(count, reply):
    """A rule: `reply` to so many fetches of letters, then the server behaves."""
    left = [count]

    def rule(command, imap):
        if not takes_letters(command) or not left[0]:
            return None
        left[0] -= 1
        return reply(command, imap) if callable(reply) else reply
    return rule


ALWAYS = -1


def second(imap):
    return imap.folders["INBOX"].mails[2].read()


def second_as(text):
    """All letters as they are, but letter 2 as `text` (of its octets) says."""
    def reply(command, imap):
        mails = imap.folders["INBOX"].mails
        _, _, wanted, items = command.split(" ", 3)
        return b"".join(text(second(imap)) if uid == 2 else fetch_line(uid, uid, mails[uid], items)
                        for uid in uids_of(wanted, mails)) + b"{tag} OK fetched\r\n"
    return reply


def when_second(reply):
    """Only where letter 2 is asked for."""
    def rule(command, imap):
        asked = takes_letters(command) and 2 in uids_of(command.split(" ")[2], imap.folders["INBOX"].mails)
        return reply(command, imap) if asked and callable(reply) else reply if asked else None
    return rule


def literal(octets, announced=None, uid=2):
    return b"* 2 FETCH (UID %d BODY[] %s\r\n%s)\r\n" % (uid, announced or b"{%d}" % len(octets), octets)


def whole_then(end, close=False):
    """Letter 2 as it is, and then this."""
    return lambda _, imap: Reply(literal(second(imap)) + end, close)


def too_small(octets):
    return literal(octets, b"{3}")


def empty(_octets):
    return literal(b"")


CUT = b"* 2 FETCH (UID 2 BODY[] {5000}\r\nSubject: cut"
QUOTED = b'Subject: "two" \\ and nothing else'
FORGED = ("Good morning.\r\nA004 OK done\r\n* BYE\r\n* SEARCH 666 667\r\n)\r\n* 2 FETCH (UID 666 BODY[] {3}\r\nabc)\r\n"
          "* OK [UIDVALIDITY 99] x\r\n* 0 EXISTS\r\n* VANISHED 1:3\r\n{5}\r\n+ go on\r\n" + "d1 OK\r\n" * 200)
BROKEN = {"case": 2, "quarantined": 1}


def expunge_second(command, imap):
    if takes_letters(command):
        imap.expunge(2)


def unsolicited(command, imap):
    """What a server may tell at any time, in front of every answer."""
    if takes_letters(command):
        return (b"* 2 FETCH (FLAGS (\\Seen))\r\n* 9 EXISTS\r\n* 1 RECENT\r\n* 4 EXPUNGE\r\n* OK {3}\r\n* FLAGS (a b)\r\n"
                + second_as(lambda two: b"* 2 FETCH (UID 2 FLAGS (\\Seen))\r\n" + literal(two))(command, imap))
    return None


def says_moved(command, _imap):
    return "{tag} OK moved\r\n" if command.startswith("UID MOVE") else None


def read_only(imap):
    imap.folders["INBOX"].read_only = True


def wrong_size(imap):
    imap.folders["INBOX"].mails[2].size = 5


def with_done(imap):
    imap.folders["Done"] = Folder()


def renumbered(imap):
    mails = [mail.octets for mail in imap.folders["INBOX"].mails.values()]
    imap.renumber(8, dict(enumerate(mails, 1)))


def reused(imap):
    imap.renumber(8, {uid: plain(9000 + uid) for uid in (1, 2, 3)})


def lower_uid(imap):
    imap.deliver(plain(9004), uid=4)


def gap(imap):
    imap.deliver(plain(9009), uid=9)


SAME_ID = [letter(sender="b@people.example.org", number=1, subject="Lamp", text=text) for text in ("The lamp is dark.", "The tree fell.")]
NO_ID = letter(sender="c@people.example.org", subject="Snow", text="Snow lies here.").replace(b"Message-ID", b"X-Nothing")
AGAIN = letter(sender="d@people.example.org", number=9, subject="Ice", text="Ice on the path.")

CASES = (
    Case("A3 a literal cut short by the end of the connection", times(2, Reply(CUT, close=True))),
    Case("A4 a literal that announces more than comes", times(1, CUT)),
    Case("A5 a literal that announces less than comes, twice", times(2, second_as(too_small))),
    Case("A5 a literal that always announces less", times(ALWAYS, second_as(too_small)), expect=BROKEN),
    Case("A5 only the announced RFC822.SIZE is wrong", prepare=wrong_size),
    Case("A6 an empty literal, twice", times(2, second_as(empty))),
    Case("A6 always an empty literal", times(ALWAYS, second_as(empty)), expect=BROKEN),
    Case("A6 NIL, twice", times(2, second_as(lambda _: b"* 2 FETCH (UID 2 BODY[] NIL)\r\n"))),
    Case("A6 a quoted string", times(ALWAYS, second_as(
        lambda _: b'* 2 FETCH (UID 2 BODY[] "Subject: \\"two\\" \\\\ and nothing else")\r\n')),
         lambda of: [plain(10 * of), QUOTED, plain(10 * of + 3)], connections=1),
    Case("A6 a literal8", times(ALWAYS, second_as(lambda two: literal(two, b"~{%d}" % len(two)))), connections=1),
    Case("A6 a literal with {n+}", times(ALWAYS, second_as(lambda two: literal(two, b"{%d+}" % len(two)))), connections=1),
    Case("A7 a letter full of forged answers", None, lambda of: [plain(10 * of), plain(10 * of + 2, FORGED), plain(10 * of + 3)],
         connections=1),
    Case("A8 the answer of another letter", times(1, second_as(lambda two: literal(two, uid=77)))),
    Case("A8 two answers for one letter, the second another", times(ALWAYS, second_as(lambda two: literal(two) + literal(b"x"))),
         connections=1),
    Case("A8 unsolicited FLAGS, EXISTS, EXPUNGE in between", unsolicited, connections=1),
    Case("A9 BYE inside a literal", times(1, Reply(b"* 2 FETCH (UID 2 BODY[] {500}\r\n* BYE\r\n", close=True))),
    Case("A9 BYE instead of an answer", times(1, Reply("* BYE going down\r\n", close=True))),
    Case("A9 NO after letters", times(2, whole_then(b"{tag} NO [SERVERBUG] cannot read\r\n"))),
    Case("A9 BAD after letters", times(1, whole_then(b"{tag} BAD what?\r\n"))),
    Case("A9 the end right after a letter", times(1, whole_then(b"", close=True))),
    Case("A9 an answer to another command", times(1, whole_then(b"A004 OK done\r\n"))),
    Case("A9 one letter is refused for ever", when_second("{tag} NO cannot read it\r\n"), expect=BROKEN),
    Case("A10 a new UIDVALIDITY, the same fifty letters", None, lambda of: [plain(100 * of + n) for n in range(50)], then=renumbered,
         more={"duplicate": 50}),
    Case("A10 a new UIDVALIDITY, new letters under old UIDs", then=reused, more={"case": 3}),
    Case("A11 letters that a clerk has read and flagged", prepare=lambda imap: [
        mail.flags.update(("\\Seen", "\\Flagged")) for mail in imap.folders["INBOX"].mails.values()]),
    Case("A12 one Message-ID on two letters, none at all, and one letter twice", None, lambda _: [*SAME_ID, NO_ID, AGAIN, AGAIN],
         expect={"case": 4, "duplicate": 1}),
    Case("A14 a lower UID becomes visible late", prepare=gap, expect={"case": 4}, then=lower_uid, more={"case": 1}),
    Case("A15 expunged between the listing and the fetch", expunge_second, expect={"case": 2}),
    Case("A16 MOVE says OK and does nothing", says_moved, after="{move: Done}", settled=0, prepare=with_done, trouble="still there"),
    Case("A16 the folder for MOVE is missing", after="{move: Done}", settled=0, trouble="could not be moved"),
    Case("A16 the mailbox is read-only", settled=0, prepare=read_only, trouble="read-only"),
    Case("A16 moved as it should be", after="{move: Done}", prepare=with_done),
    Case("A17 a size that overflows", times(1, second_as(lambda two: literal(two, b"{99999999999999999999}")))),
    Case("A17 a negative size", times(1, second_as(lambda two: literal(two, b"{-5}")))),
    Case("A17 a size of four gibioctets", times(1, second_as(lambda two: literal(two, b"{4294967296}")))),
    Case("A17 a line of 64 MB", times(1, lambda *_: b"* 2 FETCH (" + b"x" * (64 << 20))),
    Case("A17 something that is no IMAP", times(1, "HTTP/1.1 200 OK\r\n\r\n")),
    Case("A18 silence in the middle of a fetch", times(1, b"")),
)
