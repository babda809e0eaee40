"""A private Dovecot for end-to-end shows: own folder, own ports, own certificate; ended by its pid.

    with Dovecot() as server:
        server.deliver("council", octets, internaldate=when, folder="INBOX")
        server.flags("council")          # {uid: {"\\Seen", "$Docket"}}

Every user name logs in with the password `secret`; a user's mail lies in server.home(user) as a Maildir. With `tokens`
(mechanisms) a JWT signed by `key` is taken too, whose claim `email` is the user (token_server.py mints them).
Works as root (mail then belongs to nobody) and as an ordinary user.
"""

import base64
import datetime
import getpass
import imaplib
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PASSWORD = "secret"

CONFIG = """\
protocols = imap
listen = 127.0.0.1
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/dovecot.log
ssl = yes
ssl_cert = <{root}/cert.pem
ssl_key = <{root}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login {mechanisms}
auth_failure_delay = 0
mail_location = maildir:{root}/mail/%u
mail_max_userip_connections = 200
mail_fsync = never
{users}
{oauth2}
passdb {{
  driver = static
  args = password={password}
  mechanisms = plain login
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/mail/%u allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Junk {{
    special_use = \\Junk
  }}
}}
service imap-login {{
  chroot =
  service_count = 0
  process_min_avail = 1
  inet_listener imap {{
    port = {imap_port}
  }}
  inet_listener imaps {{
    port = {imaps_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
"""

OAUTH2 = """\
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {root}/oauth2.conf
}}
"""
OAUTH2_CONF = """\
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={root}/keys/
username_attribute = email
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_certificate(folder):
    """cert.pem and key.pem for localhost and 127.0.0.1, self-made."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"],
        check=True, capture_output=True)


class Dovecot:
    def __init__(self, root=None, *, tokens="", key=b""):
        """`root`: an existing empty folder with a short path; none: a temporary one, removed by stop(). `tokens`: "xoauth2",
        "oauthbearer" or both, with the `key` of HS256."""
        self.binary = shutil.which("dovecot", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
        if not self.binary:
            raise RuntimeError("dovecot is not installed: apt-get install dovecot-imapd")
        self._own_root = root is None
        self.root = str(root or tempfile.mkdtemp(prefix="dovecot-"))
        self.cert = f"{self.root}/cert.pem"
        self.tokens, self.key = tokens, key
        self.process = None
        self.imap_port = 0   # plain and STARTTLS
        self.imaps_port = 0

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    # -- running -----------------------------------------------------------------------------------------------

    def start(self):
        """Starts it, the first time on free ports, later on the same ones; returns when it answers."""
        first = not self.imap_port
        if first:
            make_certificate(self.root)
        for _ in range(5 if first else 1):
            if first:
                self.imap_port, self.imaps_port = free_port(), free_port()
            self._configure()
            self.process = subprocess.Popen([self.binary, "-F", "-c", f"{self.root}/dovecot.conf"],
                                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            if self._answers():
                return self
            self._end()
        raise RuntimeError(f"dovecot did not start:\n{self.log()}")

    def stop(self):
        """Ends it and waits; a temporary root is removed."""
        self._end()
        if self._own_root:
            shutil.rmtree(self.root, ignore_errors=True)

    def kill(self):
        """Ends it at once but keeps everything; start() brings it back on the same ports."""
        self._end()

    def _end(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.process:
            self.process.stderr.close()
        self.process = None

    def _configure(self):
        owner = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        users = ""
        if os.getuid() != 0:
            user = getpass.getuser()
            users = (f"default_internal_user = {user}\ndefault_login_user = {user}\n"
                     f"default_internal_group = {pwd_group(owner.pw_gid)}")
        os.chmod(self.root, 0o755)
        mail = f"{self.root}/mail"
        os.makedirs(mail, exist_ok=True)
        os.chown(mail, owner.pw_uid, owner.pw_gid)
        self.owner = owner
        if self.tokens:
            keys = f"{self.root}/keys/default/HS256"
            os.makedirs(keys, exist_ok=True)
            with open(f"{keys}/default", "wb") as out:
                out.write(base64.b64encode(self.key))
            with open(f"{self.root}/oauth2.conf", "w", encoding="utf-8") as out:
                out.write(OAUTH2_CONF.format(root=self.root))
        with open(f"{self.root}/dovecot.conf", "w", encoding="utf-8") as out:
            out.write(CONFIG.format(root=self.root, users=users, password=PASSWORD, uid=owner.pw_uid, mechanisms=self.tokens,
                                    oauth2=OAUTH2.format(root=self.root) if self.tokens else "",
                                    gid=owner.pw_gid, imap_port=self.imap_port, imaps_port=self.imaps_port))

    def _answers(self):
        for _ in range(100):
            if self.process.poll() is not None:
                return False
            try:
                self.login("probe").logout()
                return True
            except (OSError, imaplib.IMAP4.error):
                time.sleep(0.1)
        return False

    def log(self):
        try:
            with open(f"{self.root}/dovecot.log", encoding="utf-8", errors="replace") as log:
                return log.read()[-4000:]
        except OSError:
            return "(no log)"

    # -- mail --------------------------------------------------------------------------------------------------

    def home(self, user):
        return f"{self.root}/mail/{user}"

    def login(self, user):
        """An imaplib connection; the caller logs out."""
        connection = imaplib.IMAP4("127.0.0.1", self.imap_port, timeout=60)
        connection.login(user, PASSWORD)
        return connection

    def deliver(self, user, octets, internaldate=None, folder="INBOX", flags=""):
        """Puts one letter there, byte for byte (imaplib's own APPEND would rewrite line ends)."""
        self.deliver_all(user, [(octets, internaldate)], folder, flags)

    def deliver_all(self, user, letters, folder="INBOX", flags=""):
        """`letters`: (octets, internaldate or None) each, over one connection; much faster for thousands."""
        connection = self.login(user)
        if folder != "INBOX":
            connection.create(quoted(folder))
        for octets, when in letters:
            if when is None:
                when = datetime.datetime.now(datetime.timezone.utc)
            elif when.tzinfo is None:
                when = when.replace(tzinfo=datetime.timezone.utc)
            connection.literal = octets
            kind, data = connection._simple_command(  # pylint: disable=protected-access
                "APPEND", quoted(folder), f"({flags})", imaplib.Time2Internaldate(when))
            if kind != "OK":
                raise RuntimeError(f"APPEND refused: {data}")
        connection.logout()

    def uids(self, user, folder="INBOX"):
        return sorted(self.flags(user, folder))

    def flags(self, user, folder="INBOX"):
        """{uid: set of flags}; looking changes nothing (EXAMINE)."""
        connection = self.login(user)
        found = {}
        if connection.select(quoted(folder), readonly=True)[0] == "OK":
            _, data = connection.uid("FETCH", "1:*", "(UID FLAGS)")
            for line in data:
                match = line and re.search(rb"UID (\d+) FLAGS \(([^)]*)\)", line)
                if match:
                    found[int(match[1])] = set(match[2].decode().split()) - {"\\Recent"}
        connection.logout()
        return found

    def octets(self, user, folder="INBOX"):
        """{uid: octets as the server holds them}."""
        connection = self.login(user)
        found = {}
        if connection.select(quoted(folder), readonly=True)[0] == "OK":
            _, data = connection.uid("FETCH", "1:*", "(UID BODY.PEEK[])")
            for part in data:
                if isinstance(part, tuple):
                    found[int(re.search(rb"UID (\d+)", part[0])[1])] = part[1]
        connection.logout()
        return found

    def set_flags(self, user, uid, flags, folder="INBOX"):
        connection = self.login(user)
        connection.select(quoted(folder))
        connection.uid("STORE", str(uid), "+FLAGS", f"({flags})")
        connection.logout()


def quoted(name):
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def pwd_group(gid):
    import grp  # pylint: disable=import-outside-toplevel
    return grp.getgrgid(gid).gr_name


if __name__ == "__main__":
    with Dovecot() as demo:
        when = datetime.datetime(2024, 2, 29, 12, 0, tzinfo=datetime.timezone.utc)
        demo.deliver("council", b"Subject: one\r\n\r\nHello\r\n", when)
        demo.deliver("council", b"Subject: two\n\nbare\n", folder="Junk")
        print(demo.flags("council"), demo.octets("council"), demo.octets("council", "Junk"))
        print(demo.imap_port, demo.imaps_port, demo.cert)
