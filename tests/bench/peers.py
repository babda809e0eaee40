"""What else takes letters from a mailbox, sorts them by the same 51 rules, and answers: what of it is installed, over the same
letters on the same machine. What is not installed is said.

Set up as their manuals say, as fast as that goes; mail out through the bare SMTP client, which costs the least that a sendmail can.
None but Request Tracker keeps a case, and none what docket promises; each acknowledges what is not a machine's and no answer.
"""

import os
import pathlib
import re
import resource
import shutil
import socket
import subprocess
import threading
import time

import letters_town as town
import machine
import peers_rt
import whole_way
from dovecot import Dovecot, free_port

ANSWER = "Your letter has arrived.\nSomebody will read it within two working days.\n"


# --- the rules, in everybody's language --------------------------------------------------------------------------------------

def rules():
    """(folder, (field, value) or None, address or None, words of the subject)"""
    found = [("machine", (field, value), None, ()) for _, field, value in town.MACHINES]
    found += [(f"{department}-{topic}", None, department, tuple(town.WORDS[topic].split(", "))) for topic, department in town.TOPICS.items()]
    for address in town.ADDRESSES:
        found += [(f"{address}-urgent", None, address, ("urgent",)), (f"{address}-general", None, address, ())]
    return found


MACHINES = [rule for rule in rules() if rule[1]]
PEOPLE = [rule for rule in rules() if not rule[1]]
FOLDERS = sorted({rule[0] for rule in rules()} | {"unsorted", "duplicates"})


def literal(text):
    return text.replace(".", "\\.")


def fields(rule):
    """As regular expressions over whole header lines."""
    _, header, address, words = rule
    found = [f"^{header[0]}:" + (f".*{literal(header[1])}" if header[1] else "")] if header else []
    found += [f"^Delivered-To:.*{address}@{literal(town.DOMAIN)}"] if address else []
    return found + ([f"^Subject:.*({'|'.join(words)})"] if words else [])


def maildrop_filter(out, sendmail, folder):
    def block(rule):
        return f'if ({" && ".join(f"/{one}/" for one in fields(rule))})\n{{\n  to "{out}/{rule[0]}"\n}}'
    return "\n".join([
        'SHELL="/bin/sh"', *map(block, MACHINES),
        f'`reformail -D 1000000 {folder}/seen`\nif ( $RETURNCODE == 0 )\n{{\n  to "{out}/duplicates"\n}}',
        f"if (!/^In-Reply-To:/)\n{{\n  cc \"| mailbot -t {folder}/answer -c UTF-8 -N -A 'From: clerk@{town.DOMAIN}' -s 'Your letter' {sendmail} -t\"\n}}",
        *map(block, PEOPLE), f'to "{out}/unsorted"']) + "\n"


def procmail_recipes(out, sendmail, folder):
    def recipe(rule):
        return "\n".join([":0", *(f"* {one}" for one in fields(rule)), rule[0] + "/", ""])
    return "\n".join([
        f"MAILDIR={out}", f"DEFAULT={out}/unsorted/", "SHELL=/bin/sh", "LOGABSTRACT=no", "VERBOSE=off", *map(recipe, MACHINES),
        ":0 Whc: seen.lock", f"| formail -D 1000000 {folder}/seen", "", ":0 a", "duplicates/", "",
        ":0 hc", "* !^FROM_DAEMON", "* !^In-Reply-To:", f"| (formail -rt -I\"From: clerk@{town.DOMAIN}\"; cat {folder}/answer) | {sendmail} -t", "",
        *map(recipe, PEOPLE)]) + "\n"


def sieve_script():
    def test(rule):
        _, header, address, words = rule
        found = [f'header :contains "{header[0]}" "{header[1]}"' if header[1] else f'exists "{header[0]}"'] if header else []
        found += [f'header :contains "Delivered-To" "{address}@{town.DOMAIN}"'] if address else []
        found += ["header :contains \"Subject\" [" + ", ".join(f'"{word}"' for word in words) + "]"] if words else []
        return found[0] if len(found) == 1 else f"allof ({', '.join(found)})"
    addresses = ", ".join(f'"{address}@{town.DOMAIN}"' for address in town.ADDRESSES)
    machines = [f'if {test(rule)} {{ fileinto "{rule[0]}"; stop; }}' for rule in MACHINES]
    people = [f'{"els" if number else ""}if {test(rule)} {{ fileinto "{rule[0]}"; }}' for number, rule in enumerate(PEOPLE)]
    return "\n".join(['require ["fileinto", "vacation", "vacation-seconds", "duplicate"];', *machines, 'if duplicate { fileinto "duplicates"; stop; }',
                      f'if not exists "In-Reply-To" {{ vacation :seconds 0 :from "clerk@{town.DOMAIN}" :addresses [{addresses}] :subject "Your letter" '
                      f"text:\n{ANSWER}.\n; }}", *people, 'else { fileinto "unsorted"; }']) + "\n"


def imapfilter_rules(port, user):
    lines = ["options.timeout = 120", "options.create = false", "options.subscribe = false", "options.info = false", "options.starttls = false",
             "options.range = 1000", f"account = IMAP {{ server = '127.0.0.1', port = {port}, username = '{user}', password = 'secret' }}", "inbox = account.INBOX"]
    for folder, header, address, words in rules():
        found = [f"inbox:contain_field('{header[0]}', '{header[1] or ''}')"] if header else []
        found += [f"inbox:contain_field('Delivered-To', '{address}@{town.DOMAIN}')"] if address else []
        found += ["(" + " + ".join(f"inbox:contain_subject('{word}')" for word in words) + ")"] if words else []
        lines.append(f"found = {' * '.join(found)}\nfound:move_messages(account['{folder}'])")
    return "\n".join([*lines, "found = inbox:select_all()\nfound:move_messages(account['unsorted'])"]) + "\n"


# --- running them ---------------------------------------------------------------------------------------------------------------

class Peers:
    def __init__(self, bench, count):
        self.bench, self.count, self.folder = bench, count, bench.folder / "peers"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        (self.folder / "answer").write_text(ANSWER, encoding="utf-8")
        self.out = self.folder / "out"

    def sendmail(self, port):
        """The bare client under a name that says where to."""
        name = self.folder / f"sendmail-{port}"
        name.symlink_to(machine.BUILD / "bare_way")
        return name

    def fresh_folders(self):
        shutil.rmtree(self.out, ignore_errors=True)
        for folder in FOLDERS:
            for part in ("cur", "new", "tmp"):
                (self.out / folder / part).mkdir(parents=True)

    def private(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        return path

    def fetchmail(self, delivery):
        """Everything of the mailbox, deleted there when it is delivered."""
        return self.fetching(self.private("fetchmailrc", f"""set no bouncemail
set postmaster root
poll 127.0.0.1 protocol imap port {self.bench.server.imap_port} auth password
  user "peer" password "secret" is "root" here fetchall no keep sslproto "" {delivery}
"""))

    def fetching(self, settings):
        for name in ("fetchmail.pid", "fetchids"):
            (self.folder / name).unlink(missing_ok=True)
        return ["fetchmail", "-f", settings, "--pidfile", self.folder / "fetchmail.pid", "--idfile", self.folder / "fetchids", "--nosyslog", "--silent"]

    def filled(self):
        machine.fill_mailbox(self.bench.server, "peer", self.bench.corpus / "mail", self.count)

    def measured(self, command, sink, sorted_letters):
        """Letters a second until the command and all it started have ended; how many it answered."""
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
        seconds, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode != 0 or sorted_letters() != self.count:
            raise RuntimeError(f"{command[0]}: exit {done.returncode}, {sorted_letters()} of {self.count} letters sorted\n{(done.stderr + done.stdout)[-1500:]}")
        return {"letters": self.count, "seconds": seconds, "answered": sink.count(),
                "cpu_seconds": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime}

    def in_folders(self):
        return sum(len(os.listdir(self.out / folder / "new")) + len(os.listdir(self.out / folder / "cur")) for folder in FOLDERS)

    def maildrop(self):
        with machine.Sink(self.bench.folder) as sink:
            self.filled()
            self.fresh_folders()
            (self.folder / "seen").unlink(missing_ok=True)
            script = self.private("maildroprc", maildrop_filter(self.out, self.sendmail(sink.port), self.folder))
            return self.measured(self.fetchmail(f'mda "maildrop {script}"'), sink, self.in_folders)

    def getmail_procmail(self):
        with machine.Sink(self.bench.folder) as sink:
            self.filled()
            self.fresh_folders()
            (self.folder / "seen").unlink(missing_ok=True)
            recipes = self.private("procmailrc", procmail_recipes(self.out, self.sendmail(sink.port), self.folder))
            settings = self.private("getmailrc", f"""[retriever]
type = SimpleIMAPRetriever
server = 127.0.0.1
port = {self.bench.server.imap_port}
username = peer
password = secret
mailboxes = ("INBOX",)
[destination]
type = MDA_external
path = {shutil.which("procmail")}
arguments = ("-m", "{recipes}")
allow_root_commands = true
unixfrom = true
[options]
delete = true
read_all = true
delivered_to = false
received = false
verbose = 0
""")
            return self.measured(["getmail", "--getmaildir", self.folder, "--rcfile", settings], sink, self.in_folders)

    def imapfilter(self):
        """It answers nobody: letters are only moved, on the server."""
        self.filled()
        server = self.bench.server
        for folder in FOLDERS:
            for part in ("cur", "new", "tmp"):
                (pathlib.Path(server.home("peer")) / f".{folder}" / part).mkdir(parents=True)
        if os.getuid() == 0:
            subprocess.run(["chown", "-R", f"{server.owner.pw_uid}:{server.owner.pw_gid}", server.home("peer")], check=True)
        script = self.private("imapfilter.lua", imapfilter_rules(server.imap_port, "peer"))
        with machine.Sink(self.bench.folder) as sink:
            return self.measured(["imapfilter", "-c", script], sink, lambda: self.moved("peer"))

    def moved(self, user):
        home = pathlib.Path(self.bench.server.home(user))
        return sum(len(os.listdir(home / f".{folder}" / part)) for folder in FOLDERS for part in ("new", "cur"))

    def request_tracker(self):
        return peers_rt.run(Peers(self.bench, min(self.count, peers_rt.LETTERS)))

    def lmtp_sieve(self):
        with machine.Sink(self.bench.folder) as sink:
            with Sieve(sink.port) as server:
                paths = sorted((self.bench.corpus / "mail/cur").iterdir())[:self.count]
                begun, processor = time.monotonic(), server.processor_seconds()
                inject(server.lmtp_port, paths)
                seconds = time.monotonic() - begun
                if server.delivered() != self.count:
                    raise RuntimeError(f"{server.delivered()} of {self.count} letters were delivered\n{server.log()[-1500:]}")
                return {"letters": self.count, "seconds": seconds, "answered": sink.count(), "cpu_seconds": server.processor_seconds() - processor}


class Sieve(Dovecot):
    """Dovecot's LMTP with Pigeonhole, every letter for the user town."""

    def __init__(self, sink_port):
        super().__init__()
        self.sink_port, self.lmtp_port = sink_port, free_port()

    def _configure(self):
        super()._configure()
        script = pathlib.Path(self.root) / "sieve" / "town.sieve"
        script.parent.mkdir(exist_ok=True)
        script.write_text(sieve_script(), encoding="utf-8")
        os.chown(script.parent, self.owner.pw_uid, self.owner.pw_gid)
        with open(f"{self.root}/dovecot.conf", "a", encoding="utf-8") as out:
            out.write(f"""
protocols = imap lmtp
first_valid_uid = 1
first_valid_gid = 1
lda_mailbox_autocreate = yes
postmaster_address = postmaster@{town.DOMAIN}
hostname = mx.{town.DOMAIN}
submission_host = 127.0.0.1:{self.sink_port}
service lmtp {{
  process_min_avail = 4
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {self.lmtp_port}
  }}
}}
protocol lmtp {{
  mail_plugins = $mail_plugins sieve
  auth_username_format = %n
}}
plugin {{
  sieve = file:{script}
  sieve_extensions = +vacation-seconds
  sieve_vacation_min_period = 0
}}
""")

    def processor_seconds(self):
        return machine.tree_seconds(self.process.pid)

    def delivered(self):
        home = pathlib.Path(self.home("town"))
        return sum(1 for path in home.glob("*/*") if path.parent.name in ("new", "cur")) + sum(
            1 for path in home.glob(".*/*/*") if path.parent.name in ("new", "cur"))


def inject(port, paths, connections=4):
    """LMTP (RFC 2033), each connection one letter after the other."""
    failed = []

    def work(mine):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        replies = connection.makefile("rb")

        def reply():
            line = replies.readline()
            while line[3:4] == b"-":
                line = replies.readline()
            return line[:1]
        reply()
        connection.sendall(b"LHLO localhost\r\n")
        reply()
        for path in mine:
            octets = path.read_bytes()
            sender = re.search(rb"^Return-Path: <([^>]*)>", octets)[1]
            connection.sendall(b"MAIL FROM:<%s> BODY=8BITMIME\r\nRCPT TO:<town@town.example>\r\nDATA\r\n" % sender)
            codes = [reply() for _ in range(3)]
            connection.sendall(re.sub(rb"(?m)^\.", b"..", octets).replace(b"\n", b"\r\n") + b".\r\n")
            if codes != [b"2", b"2", b"3"] or reply() != b"2":
                failed.append(path)
        connection.close()

    threads = [threading.Thread(target=work, args=(paths[number::connections],)) for number in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise RuntimeError(f"{len(failed)} letters were not taken")


# --- all of them -----------------------------------------------------------------------------------------------------------------

NEEDS = {"maildrop": ("fetchmail", "maildrop", "mailbot", "reformail"), "getmail_procmail": ("getmail", "procmail", "formail"),
         "lmtp_sieve": ("sievec", "lmtp"), "imapfilter": ("imapfilter",), "request_tracker": peers_rt.NEEDS}


def run(bench, count):
    """Docket goes before each of them, over the same letters."""
    peers, found = Peers(bench, count), {}
    print(f"\nwhat else is installed, {count} letters (Request Tracker: at most {peers_rt.LETTERS}):")
    for name, programs in NEEDS.items():
        missing = [program for program in programs if not shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/lib/dovecot")]
        if missing:
            print(f"  {name:18} not installed ({', '.join(missing)})")
            continue
        ours, one = whole_way.docket_way(bench, count), getattr(peers, name)()
        rate, docket = one["letters"] / one["seconds"], ours["letters"] / ours["seconds"]
        found[name] = {"letters_per_s": rate, "cpu_us_per_letter": 1e6 * one["cpu_seconds"] / one["letters"], "answered": one["answered"],
                       "docket_letters_per_s": docket, "docket_times": docket / rate}
        print(f"  {name:18} {rate:8.1f} letters/s, {found[name]['cpu_us_per_letter']:10,.0f} µs CPU each, {one['answered']} answered; "
              f"docket {docket:8.1f}, {docket / rate:.1f} times as many")
    return {"peers": found}
