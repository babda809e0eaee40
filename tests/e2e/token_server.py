"""A token server (RFC 6749) on loopback for tests: mints JWTs that a Dovecot with the same key takes, and misbehaves on demand.

    with TokenServer() as server:
        server.register("council-app", "council", secret="…")   # client id, the mailbox its tokens are for
        refresh = server.consent("council-app")                  # a first refresh token; each is good for one use
        server.revoke("council-app")                             # invalid_grant from now on, until the next consent
        server.ways["council-app"] = "hang"                      # answer (default) | stale | 500 | hang | garbage
        server.asked("council-app")                              # how often

`stale`: the token that is given has expired already, as if the server's clock were wrong; once, then `answer`.
"""

import base64
import contextlib
import hashlib
import hmac
import http.server
import json
import secrets
import threading
import time
import urllib.parse


def encoded(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


class TokenServer:
    def __init__(self, life=3600):
        self.life = life
        self.key = secrets.token_bytes(32)
        self.lock = threading.Lock()
        self.ways, self.users, self.secrets, self.refresh, self.forms, self.given = {}, {}, {}, {}, [], []
        self.closing = threading.Event()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):  # noqa: N802, the library's name
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                status, answer = outer.answer({name: values[0] for name, values in urllib.parse.parse_qs(body).items()})
                with contextlib.suppress(ConnectionError):  # who hung long enough is not waited for
                    self.send_response(status)
                    self.send_header("Content-Length", str(len(answer)))
                    self.end_headers()
                    self.wfile.write(answer)

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}/token"

    def __enter__(self):
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.closing.set()
        self.http.shutdown()
        self.http.server_close()

    # --- what a test arranges and asks ---------------------------------------------------------------------------

    def register(self, client, user, secret):
        self.users[client], self.secrets[client] = user, secret

    def consent(self, client):
        with self.lock:
            self.refresh[client] = f"refresh-of-{client}-" + secrets.token_hex(16)
            return self.refresh[client]

    def revoke(self, client):
        with self.lock:
            self.refresh.pop(client, None)

    def asked(self, client):
        with self.lock:
            return sum(form.get("client_id") == client for form in self.forms)

    def is_good(self, user, token):
        """For a mail server that asks whether this token lets this user in."""
        try:
            head, claims, signature = token.split(".")
            told = json.loads(base64.urlsafe_b64decode(claims + "=="))
        except ValueError:
            return False
        good = encoded(hmac.digest(self.key, f"{head}.{claims}".encode(), hashlib.sha256)) == signature
        return good and told["email"] == user and told["exp"] > time.time()

    # --- answers ---------------------------------------------------------------------------------------------------

    def mint(self, user, life):
        now = int(time.time())
        claims = {"email": user, "sub": user, "iat": now - 7200, "exp": now + life, "jti": secrets.token_hex(8)}
        text = ".".join(encoded(json.dumps(part).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims))
        token = text + "." + encoded(hmac.digest(self.key, text.encode(), hashlib.sha256))
        with self.lock:
            self.given.append(token)
        return token

    def answer(self, form):
        client = form.get("client_id", "")
        with self.lock:
            self.forms.append(form)
            way = self.ways.get(client, "answer")
        if way == "hang":
            self.closing.wait(60)
        if way == "500":
            return 500, b"the cupboard is on fire"
        if way == "garbage":
            return 200, b"<html>Please sign in to the guest network</html>"
        if client not in self.users or form.get("client_secret") != self.secrets[client]:
            return 401, b'{"error":"invalid_client"}'
        more = {}
        if form.get("grant_type") == "refresh_token":
            with self.lock:
                if self.refresh.get(client) != form.get("refresh_token"):
                    return 400, b'{"error":"invalid_grant","error_description":"Token has been expired or revoked."}'
            more["refresh_token"] = self.consent(client)
        stale = way == "stale"
        if stale:
            self.ways[client] = "answer"
        token = self.mint(self.users[client], -3600 if stale else self.life + 600)
        return 200, json.dumps({"access_token": token, "token_type": "Bearer", "expires_in": self.life, **more}).encode()
