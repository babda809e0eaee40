#!/usr/bin/env python3
"""Completions of bash and zsh, made of the program's own --help, so that no word or option can be missing or left over.

    completion.py DOCKET bash|zsh > FILE
"""

import re
import subprocess
import sys

SECTION = re.compile(r"^(Positionals|Options|Subcommands):$")
# Two spaces, the names, what kind of value; from the thirtieth column, or on the next line, the words about it.
ENTRY = re.compile(r"^  (?! )(?P<names>\S+)(?P<rest>.*)$")
VALUE = re.compile(r"^ (?!REQUIRED)(?:[A-Z]+)(?::(?P<check>\{[^}]*\}|\S+))?(?= |$)")


class Entry:
    """One line of a help page: a word, an option or an argument."""

    def __init__(self, names, value, choices, text, repeated=False):
        self.names, self.value, self.choices, self.text, self.repeated = names, value, choices, text, repeated

    @property
    def kind(self):
        """What the shell can offer for its value: file, folder or nothing."""
        if not self.value or self.choices:
            return None
        said = f"{self.names[-1]} {self.text}".lower()
        if self.names[0] == "DIR" or "folder" in said:
            return "folder"
        return "file" if re.search(r"^file|-file\b|^--ca\b", said) else None


class Page:
    """What can follow a command: words, options, arguments, in the order of its --help."""

    def __init__(self, text):
        self.words, self.options, self.arguments = [], [], []
        target, previous = None, None
        for line in text.split("\n"):
            if heading := SECTION.match(line):
                target = {"Positionals": self.arguments, "Options": self.options, "Subcommands": self.words}[heading[1]]
            elif not line.strip():
                target = None if target is not self.options else target
                previous = None
            elif target is not None and (entry := ENTRY.match(line)):
                previous = self.read(entry, target is self.words)
                target.append(previous)
            elif previous is not None and line.startswith(" " * 20) and not previous.text:
                previous.text = line.strip()

    @staticmethod
    def read(entry, is_word):
        names = [name.split("{")[0] for name in entry["names"].split(",")]
        rest = entry["rest"]
        value = None if is_word else VALUE.match(rest)
        check = (value and value["check"]) or ""
        choices = check[1:-1].split(",") if check.startswith("{") else []
        # Behind two spaces the words begin; before them stand REQUIRED, Needs: and the like.
        marks, _, text = rest[value.end() if value else 0:].partition("  ")
        return Entry(names, bool(value), choices, text.strip(), "..." in marks)


def pages(program, path=()):
    """The page of every command, by its path of words."""
    text = subprocess.run([program, *path, "--help"], capture_output=True, text=True, check=True).stdout
    page = Page(text)
    found = {path: page}
    for word in page.words:
        found |= pages(program, (*path, word.names[0]))
    return found


def everywhere(found):
    """-c and --json may stand behind any command; --version only alone."""
    return [option for option in found[()].options if "--version" not in option.names and "--help" not in option.names]


def options_of(path, found):
    return found[path].options + (everywhere(found) if path else [])


BASH = r"""# bash completion of docket; made by daemon/commands/completion.py.

# What stands behind "docket WORD...": its words, its options, those of them that take a value.
_docket_know() {
  words='' options='' valued=''
  case $1 in
%(know)s  esac
}

# What may stand there: @file, @folder, or the words of a closed list. $1: the command; $2: an option, or the argument's place.
_docket_values() {
  case "$1 $2" in
%(values)s  esac
}

_docket() {
  local cur=${COMP_WORDS[COMP_CWORD]} path=docket words options valued before='' place=0 i word
  _docket_know "$path"
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ -n $before ]]; then before=''
    elif [[ " $valued " == *" $word "* ]]; then before=$word
    elif [[ $word == -* ]]; then :
    elif [[ " $words " == *" $word "* ]]; then path+=" $word"; _docket_know "$path"
    else ((++place)); fi
  done
  local values
  if [[ -n $before ]]; then
    values=$(_docket_values "$path" "$before")
    [[ -n $values ]] || values=$(_docket_values docket "$before")  # -c stands behind any command
  elif [[ $cur == -* ]]; then values=$options
  else values="$words $(_docket_values "$path" $((place + 1)))"; fi
  COMPREPLY=()
  case $values in
    *@file*) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
    *@folder*) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$values" -- "$cur") ;;
  esac
}
complete -F _docket docket
"""


def offered(entry):
    return " ".join(entry.choices) if entry.choices else f"@{entry.kind}" if entry.kind else ""


def bash(found):
    know, values = [], []
    for path in found:
        name = " ".join(("docket", *path))
        options = options_of(path, found)
        know.append(f'    "{name}")\n'
                    f'      words="{" ".join(word.names[0] for word in found[path].words)}"\n'
                    f'      options="{" ".join(o for option in options for o in option.names)}"\n'
                    f'      valued="{" ".join(o for option in options if option.value for o in option.names)}" ;;\n')
        places = [(str(place), entry) for place, entry in enumerate(found[path].arguments, 1)]
        for at, entry in [(n, option) for option in found[path].options for n in option.names] + places:
            if entry.value and offered(entry):
                values.append(f'    "{name} {at}") echo "{offered(entry)}" ;;\n')
    return BASH % {"know": "".join(know), "values": "".join(values)}


def quoted(text):
    """For a specification of _arguments in single quotes."""
    return re.sub(r"([\[\]:\\])", r"\\\1", text).replace("'", "'\\''")


def action(entry):
    if entry.choices:
        return f"({' '.join(entry.choices)})"
    return {"file": "_files", "folder": "_files -/", None: " "}[entry.kind]


def zsh_arguments(path, found):
    lines = []
    for option in options_of(path, found):
        value = f":{option.names[-1].strip('-')}:{action(option)}" if option.value else ""
        lines += [f"'{'*' if option.repeated else ''}{name}[{quoted(option.text)}]{value}'" for name in option.names]
    for place, entry in enumerate(found[path].arguments, 1):
        lines.append(f"'{place}:{entry.names[0]}:{action(entry)}'")
    return lines


def zsh_function(path, found):
    name = "_".join(("_docket", *path)).replace("-", "_")
    page = found[path]
    lines = zsh_arguments(path, found)
    if not page.words:
        return f"{name}() {{\n  _arguments \\\n    " + " \\\n    ".join(lines) + "\n}\n"
    words = "\n".join(f"      '{word.names[0]}:{quoted(word.text)}'" for word in page.words)
    return (f"{name}() {{\n  local context state line\n  typeset -A opt_args\n  _arguments -C \\\n    "
            + " \\\n    ".join([*lines, "'1: :->word'", "'*:: :->rest'"])
            + f"\n  case $state in\n    word)\n      local -a words_here=(\n{words}\n      )\n"
            f"      _describe command words_here ;;\n    rest) (( $+functions[{name}_${{line[1]//-/_}}] )) && {name}_${{line[1]//-/_}} ;;\n"
            "  esac\n}\n")


def zsh(found):
    functions = "\n".join(zsh_function(path, found) for path in sorted(found, key=len, reverse=True))
    return f"#compdef docket\n# zsh completion of docket; made by daemon/commands/completion.py.\n\n{functions}\n_docket \"$@\"\n"


if __name__ == "__main__":
    print({"bash": bash, "zsh": zsh}[sys.argv[2]](pages(sys.argv[1])), end="")
