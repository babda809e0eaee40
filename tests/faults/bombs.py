"""Letters made to break a reader of mail, by their catalogue ids: bombs() → {name: octets}."""

import base64
import io
import zipfile

HEAD = b"From: ana@people.example.org\r\nTo: ward2@town.example\r\nDate: Mon, 23 Nov 2026 10:00:00 -0500\r\nMIME-Version: 1.0\r\n"


def plain(name, body=b"When does the library open?", more=b"", head=HEAD):
    return head + b"Message-ID: <" + name.encode() + b"@people.example.org>\r\nSubject: Bomb " + name.encode() + b"\r\n" + more + b"\r\n" + body


def multipart(name, parts, kind=b"mixed", close=True):
    body = b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + (b"--b--\r\n" if close else b"")
    return plain(name, body, b"Content-Type: multipart/" + kind + b"; boundary=b\r\n")


def attached(file_name, content=b"x", more=b""):
    return (b"Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"" + file_name + b"\"\r\n"
            + more + b"\r\n" + content)


def deep(name, depth):
    opening = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(depth))
    return plain(name, b"", b"").removesuffix(b"\r\n\r\n") + b"\r\n" + opening + b"Content-Type: text/plain\r\n\r\nat the bottom\r\n"


def letters_in_letters(name, depth):
    inner = plain(name + "-inner", b"at the bottom")
    return plain(name, b"", b"").removesuffix(b"\r\n\r\n") + b"\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * depth + inner


def zip_bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(50 << 20))
    encoded = base64.encodebytes(file.getvalue()).replace(b"\n", b"\r\n")
    return attached(b"bomb.zip", encoded, b"Content-Transfer-Encoding: base64\r\n")


def html(name, body):
    return plain(name, body, b"Content-Type: text/html; charset=utf-8\r\n")


def bombs(full=True):
    """full: the sizes of the catalogue; else a tenth."""
    size = 10 if full else 1
    text = b"Content-Type: text/plain\r\n\r\nhello"
    return {
        "B2-line": plain("B2-line", b"a" * (500_000 * size)),
        "B2-blanks": plain("B2-blanks", b" " * (500_000 * size) + b"x"),
        "B2-words": plain("B2-words", b"nid de nid de pot pothol sidewal " * (15_000 * size)),
        "B2-quotes": plain("B2-quotes", b">" * (500_000 * size)),
        "B2-dashes": plain("B2-dashes", (b"-" * 70 + b"\r\n") * (7_000 * size)),
        "B2-numbers": plain("B2-numbers", b"TT-2026-000001-" * (30_000 * size)),
        "B2-combining": plain("B2-combining", "ä̈".encode() * (100_000 * size), b"Content-Type: text/plain; charset=utf-8\r\n"),
        "B3-depth": deep("B3-depth", 1_000 * size),
        "B3-parts": multipart("B3-parts", [text] * (10_000 * size)),
        "B3-no-boundary": plain("B3-no-boundary", b"--b\r\n\r\nhello", b"Content-Type: multipart/mixed\r\n"),
        "B3-never-closed": multipart("B3-never-closed", [text], close=False),
        "B3-long-boundary": plain("B3-long-boundary", b"--" + b"b" * 100_000 + b"\r\n\r\nhello", b"Content-Type: multipart/mixed; boundary=" + b"b" * 100_000 + b"\r\n"),
        "B3-boundary-lines": plain("B3-boundary-lines", b"--b" * 100_000 * size, b"Content-Type: multipart/mixed; boundary=b\r\n"),
        "B4-addresses": plain("B4-addresses", more=b"Cc: " + b",\r\n ".join(b"p%d@x.example" % n for n in range(10_000 * size)) + b"\r\n"),
        "B4-groups": plain("B4-groups", more=b"Cc: " + b"g:" * (50_000 * size) + b"\r\n"),
        "B4-angles": plain("B4-angles", more=b"Cc: " + b"<" * (500_000 * size) + b"\r\n"),
        "B4-comments": plain("B4-comments", more=b"Cc: " + b"(" * (500_000 * size) + b"\r\n"),
        "B4-header": plain("B4-header", more=b"X-Long: " + b"x" * (1_000_000 * size) + b"\r\n"),
        "B4-headers": plain("B4-headers", more=b"X-Many: x\r\n" * (10_000 * size)),
        "B4-folds": plain("B4-folds", more=b"X-Folded: x" + b"\r\n x" * (100_000 * size) + b"\r\n"),
        "B4-words": plain("B4-words", more=b"X-Words: y\r\nSubject: " + b"=?utf-8?q?=C3=A9?= " * (5_000 * size) + b"\r\n"),
        "B4-2231": plain("B4-2231", more=b"Content-Type: text/plain" + b"".join(b";\r\n x*%d*=a" % n for n in range(10_000 * size)) + b"\r\n"),
        "B4-references": plain("B4-references", more=b"References: " + b"<a@b>\r\n " * (20_000 * size) + b"\r\n"),
        "B4-received": plain("B4-received", more=b"Authentication-Results: mx; " + b"dkim=pass header.d=x;" * (10_000 * size) + b"\r\n"),
        "B6-tags": html("B6-tags", b"<div>" * (100_000 * size) + b"at the bottom"),
        "B6-ends": html("B6-ends", b"<b>x" + b"</i>" * (100_000 * size)),
        "B6-tables": html("B6-tables", b"<table><tr><td>" * (30_000 * size)),
        "B6-entities": html("B6-entities", b"&#x1F600;" * (100_000 * size)),
        "B6-open": html("B6-open", b"<" * (500_000 * size)),
        "B6-large": html("B6-large", b"<p>Hello there, it is me.</p>\r\n" * (150_000 * size)),
        "B6-style": html("B6-style", b"<style>" + b"a{}" * (300_000 * size) + b"</style>hello"),
        "B7-nul": plain("B7-nul", b"a\0b\0\0c", b"X-Nul: \0\r\n"),
        "B7-bare-cr": plain("B7-bare-cr", b"a\rb\rc").replace(b"\r\n", b"\r"),
        "B7-bare-lf": plain("B7-bare-lf", b"a\nb\nc").replace(b"\r\n", b"\n"),
        "B7-mixed-ends": plain("B7-mixed-ends", b"a\r\r\nb\n\rc\r\n\n"),
        "B7-no-header": b"\r\nOnly a body, B7.\r\n",
        "B7-no-body": plain("B7-no-body", b"").rstrip(),
        "B7-no-colon": b"this is no header at all B7\r\nnor is this\r\n",
        "B7-empty": b"",
        "B7-one": b"x",
        "B7-empty-from": plain("B7-empty-from", head=HEAD.replace(b"ana@people.example.org", b"")),
        "B7-8bit": plain("B7-8bit", more=b"X-Name: \xe9t\xe9 \xff\xfe\r\n", head=HEAD.replace(b"ana@", b"\"\xe9t\xe9\" <ana@").replace(b".org\r", b".org>\r", 1)),
        "B7-all-octets": plain("B7-all-octets", bytes(range(256)) * 100),
        "B8-names": multipart("B8-names", [attached(name) for name in (
            b"../../etc/passwd", b"..\\..\\evil.exe", b"/etc/shadow", b"a\0b.txt", b"x" * 4096, "\u202egpj.exe".encode(), b"CON", b".", b"..",
            b"a\tb.txt", b"=?utf-8?q?=2E=2E=2Fx?=", b"C:\\x\\y.txt", b"")]),
        "B8-many": multipart("B8-many", [attached(b"f%d.txt" % n) for n in range(1_000 * size)]),
        "B9-zip": multipart("B9-zip", [zip_bomb()]),
        "B9-letters": letters_in_letters("B9-letters", 100 * size),
        "B11-base64": plain("B11-base64", b"!!!!====abc\r\n" * 1000, b"Content-Transfer-Encoding: base64\r\n"),
        "B11-qp": plain("B11-qp", b"=ZZ=4=\r\n=E9 =\n" * 1000, b"Content-Transfer-Encoding: quoted-printable\r\n"),
        "B11-charset": plain("B11-charset", b"\xe9\xff\x81", b"Content-Type: text/plain; charset=x-nobody-knows\r\n"),
        "B11-utf7": plain("B11-utf7", b"+AGEAYQ- +//8- +ZZ", b"Content-Type: text/plain; charset=utf-7\r\n"),
        "B11-utf16": plain("B11-utf16", b"\xff\xfea\0b\0\xd8", b"Content-Type: text/plain; charset=utf-16\r\n"),
        "B11-iso2022": plain("B11-iso2022", b"\x1b$B" * 100_000, b"Content-Type: text/plain; charset=iso-2022-jp\r\n"),
        "B11-encoding": plain("B11-encoding", b"hello", b"Content-Transfer-Encoding: x-rot13, base64\r\n"),
        "B11-uuencode": plain("B11-uuencode", b"begin 644 x\r\n" + b"M" * 100_000, b"Content-Transfer-Encoding: x-uuencode\r\n"),
        "B12-none": plain("B12-none").replace(b"Date: Mon, 23 Nov 2026 10:00:00 -0500\r\n", b""),
        **{f"B12-{n}": plain(f"B12-{n}").replace(b"Mon, 23 Nov 2026 10:00:00 -0500", date) for n, date in enumerate((
            b"Mon, 01 Jan 0001 00:00:00 +0000", b"Fri, 31 Dec 9999 23:59:59 +0000", b"Mon, 23 Nov 2026 10:00:00 +9999", b"99999999999",
            b"Mon, 32 Foo 2026 99:99:99 XYZ", b"1" * 10_000, b"Mon, 23 Nov -2026 10:00:00 -0500"))},
    }
