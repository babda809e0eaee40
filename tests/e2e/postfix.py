"""A private Postfix: its own queue, configuration and port on loopback, never the machine's. Letters to town.example go
into `docket inject` through pipe(8), as the README tells; everything else is delivered into Maildirs below mail/.
Needs root, as every Postfix does: its processes change to postfix and, for the pipe, to nobody."""

import grp
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

MASTER = """{smtp} inet n - n - - smtpd
pickup unix n - n 1 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 1 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
docket unix - n n - - pipe
  flags=DR user=nobody:{group} null_sender= argv={binary} -c {folder} inject - --source pipe --to ${{original_recipient}} --from ${{sender}}
"""
MAIN = """compatibility_level = 3.6
queue_directory = {home}/spool
data_directory = {home}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
myhostname = mx.testing.invalid
mydestination =
alias_maps =
local_recipient_maps =
relay_domains = town.example
transport_maps = inline:{{town.example=docket:}}
virtual_mailbox_domains = office.testing.invalid, people.example.org
virtual_mailbox_base = {home}/mail
virtual_mailbox_maps = inline:{{{boxes}}}
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_reject_unlisted_recipient = no
smtpd_tls_security_level = none
docket_destination_recipient_limit = 1
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
maillog_file = {home}/maillog
maillog_file_prefixes = {home}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Postfix:
    def __init__(self, binary, folder, addresses):
        """`folder`: docket's configuration, which the pipe's user must be able to read. `addresses`: who has a mailbox;
        letters to anybody else at office.testing.invalid and people.example.org come back."""
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="docket-postfix-"))
        self.home.chmod(0o755)
        nobody = pwd.getpwnam("nobody")
        for name in ("conf", "spool", "data", "mail"):
            (self.home / name).mkdir()
        shutil.copy(binary, self.home / "docket")  # where nobody may run it
        shutil.chown(self.home / "data", "postfix")
        os.chown(self.home / "mail", nobody.pw_uid, nobody.pw_gid)
        group = grp.getgrgid(nobody.pw_gid).gr_name
        (self.home / "conf/main.cf").write_text(MAIN.format(
            home=self.home, uid=nobody.pw_uid, gid=nobody.pw_gid,
            boxes=", ".join(f"{address}={address.split('@')[0]}/" for address in addresses)))
        self.master = {"group": group, "binary": self.home / "docket", "folder": folder}
        self.choose_port()

    def choose_port(self):
        self.port = free_port()
        (self.home / "conf/master.cf").write_text(MASTER.format(smtp=f"127.0.0.1:{self.port}", **self.master))

    def postfix(self, *words):
        return subprocess.run(["postfix", "-c", self.home / "conf", *words], capture_output=True, check=True, text=True)

    def start(self):
        for tries_left in range(4, -1, -1):
            try:
                self.postfix("start")
                break
            except subprocess.CalledProcessError as failed:  # somebody else may have taken the port meanwhile
                if not tries_left:
                    raise AssertionError(f"Postfix does not start: {failed.stderr}{self.log()}") from failed
                self.choose_port()
        limit = time.monotonic() + 20
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            if time.monotonic() > limit:
                raise AssertionError("Postfix does not answer:\n" + self.log())
            time.sleep(0.05)

    def stop(self):
        pid = int((self.home / "spool/pid/master.pid").read_text())
        os.kill(pid, signal.SIGTERM)
        while pathlib.Path(f"/proc/{pid}").exists():
            time.sleep(0.02)
        shutil.rmtree(self.home, ignore_errors=True)

    def log(self):
        path = self.home / "maillog"
        return path.read_text(errors="replace") if path.exists() else "(no log)"

    def maildir(self, user):
        """The letters that were delivered to user@."""
        return [path.read_bytes() for path in sorted((self.home / "mail" / user / "new").glob("*"))]
