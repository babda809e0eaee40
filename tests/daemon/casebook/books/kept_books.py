"""Case books as each schema wrote them, kept as SQL text beside this file; make_book.py adds the next one."""

import pathlib
import re
import shutil
import sqlite3

HERE = pathlib.Path(__file__).resolve().parent
SCHEMA = HERE.parents[3] / "daemon/casebook/schema.cc"


def kept():
    """{schema: file}, oldest first."""
    found = {int(re.fullmatch(r"schema-(\d+)", path.stem)[1]): path for path in HERE.glob("schema-*.sql")}
    return dict(sorted(found.items()))


def migrations():
    """The SQL of each, as schema.cc has it."""
    text = SCHEMA.read_text(encoding="utf-8")
    names = re.search(r"kMigrations\{([^}]*)\}", text)[1].split(",")
    return [re.search(r"\b" + name.strip() + r' = R"sql\((.*?)\)sql"', text, re.S)[1] for name in names]


def lay(schema, data):
    """Makes `data` the data folder of a docket that wrote this schema and was killed."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    db = sqlite3.connect(data / "docket.db", isolation_level=None)
    db.executescript("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;" + kept()[schema].read_text(encoding="utf-8"))
    db.close()
    (data / "docket.db").chmod(0o600)
    (data / "docket.db-wal").touch(mode=0o600)  # what it holds is in the book; docket looks for it where it was killed
    shutil.copyfile(kept()[schema].with_suffix(".keys"), data / "keys")
    (data / "keys").chmod(0o600)
