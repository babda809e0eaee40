#include "daemon/letters/scan.h"

#include <algorithm>

#include "config/text.h"
#include "daemon/letters/lines.h"
#include "daemon/letters/variables.h"

namespace docket::letters {
namespace {

constexpr std::string_view kNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
constexpr std::size_t kMostProblems = 50;  // of one part: a file that is no template at all must not flood the screen

/// A tag as the author sees it, cut short: the name may be half the file where a brace was forgotten.
std::string braces(char sigil, std::string_view name) {
  std::string text = "{{";
  if (sigil != 0) text += sigil;
  text.append(one_line(first_characters(name, 40)));
  return text + "}}";
}

/// Finds by reading what the template engine would pass over: it prints nothing for a name that it does not know, so a
/// misspelled variable would be a hole in a letter that somebody already got.
class Scanner {
 public:
  Scanner(const Part& part, Problems& problems) : part_(part), problems_(problems) {}

  std::vector<Tag> run() {
    const auto text = part_.text;
    std::size_t from = 0;
    while (found_ < kMostProblems) {
      const auto begin = std::min(text.find("{{", from), text.size());
      const auto stray = text.substr(0, begin).find("}}", from);
      if (stray != std::string_view::npos) {
        complain(stray, "}} without {{", "remove it, or write {{ before the name");
      }
      if (begin == text.size()) break;
      from = tag_at(begin);
    }
    for (const auto& open : open_) {
      complain(open.begin, braces(open.sigil, open.name) + " is never closed",
               "write {{/" + std::string(open.name) + "}} where it ends");
    }
    return std::move(tags_);
  }

 private:
  void complain(std::size_t offset, std::string text, std::string hint) {
    if (++found_ > kMostProblems) return;
    problems_.push_back({Severity::error, place_of(part_, offset), std::move(text), std::move(hint)});
  }

  /// Reads the tag at `begin`; answers where to go on.
  std::size_t tag_at(std::size_t begin) {
    const auto text = part_.text;
    if (text.substr(begin).starts_with("{{{")) {
      complain(begin, "{{{…}}} is not used here", "write {{name}}; values are never escaped in plain text");
      const auto end = text.find("}}}", begin);
      return end == std::string_view::npos ? begin + 3 : end + 3;
    }
    const auto close = text.find("}}", begin + 2);
    const auto next = text.find("{{", begin + 2);
    if (close == std::string_view::npos || next < close) {
      complain(begin, "{{ without }}", "write }} after the name");
      return begin + 2;
    }
    read_tag(begin, close + 2);
    return close + 2;
  }

  void read_tag(std::size_t begin, std::size_t end) {
    std::string_view inside = trim(part_.text.substr(begin + 2, end - begin - 4));
    char sigil = 0;
    if (!inside.empty() && kNameCharacters.find(inside.front()) == std::string_view::npos) {
      sigil = inside.front();
      inside = trim(inside.substr(1));
    }
    if (sigil == '!') {
      tags_.push_back({sigil, {}, begin, end});
      return;
    }
    if (refused(sigil, begin) || !named(inside, begin)) return;
    const Tag tag{sigil, inside, begin, end};
    const bool known = check_name(tag);
    if (sigil == '#' || sigil == '^') open_.push_back(tag);
    if (sigil == '/' && !close_section(tag)) return;
    if (known) tags_.push_back(tag);
  }

  /// Partials would read files, other delimiters would hide tags from this scan, and raw values have no use in plain
  /// text.
  bool refused(char sigil, std::size_t begin) {
    if (sigil == 0 || sigil == '#' || sigil == '^' || sigil == '/') return false;
    static constexpr std::string_view kOnly = "only {{x}}, {{#x}}, {{^x}}, {{/x}} and {{! }} are used";
    switch (sigil) {
      case '&':
        complain(begin, "{{&…}} is not used here", "write {{name}}");
        break;
      case '>':
        complain(begin, "partials ({{>…}}) are not used here", "write the text itself");
        break;
      case '=':
        complain(begin, "delimiters cannot be changed ({{=…}})", std::string(kOnly));
        break;
      default:
        complain(begin, "this is no tag", std::string(kOnly));
    }
    return true;
  }

  bool named(std::string_view name, std::size_t begin) {
    if (name.empty()) {
      complain(begin, "a tag without a name", "write the variable's name between {{ and }}");
      return false;
    }
    if (name.find_first_not_of(kNameCharacters) != std::string_view::npos) {
      complain(begin, "'" + one_line(first_characters(name, 40)) + "' is no variable's name",
               "names have letters, digits and _ only; `docket check --variables` lists them");
      return false;
    }
    return true;
  }

  /// Known, printable, allowed where it stands. A resident's words never come into a subject, so that no letter of ours
  /// can carry a stranger's advertisement in its first line.
  bool check_name(const Tag& tag) {
    const auto* variable = find_variable(tag.name);
    if (variable == nullptr) {
      unknown(tag);
      return false;
    }
    const std::string name(tag.name);
    if (tag.sigil == 0 && variable->kind != Variable::Kind::value) {
      complain(
          tag.begin,
          name + (variable->kind == Variable::Kind::flag ? " is a condition" : " is a list") + ", it cannot be printed",
          "write {{#" + name + "}}…{{/" + name + "}}");
    } else if (part_.subject && !variable->in_subject) {
      complain(tag.begin, name + " may not stand in a subject",
               "a subject holds the number and the town's own words, never the resident's");
    } else if (*variable->within != '\0' && !inside_of(variable->within)) {
      complain(tag.begin, name + " stands outside its list",
               "use it inside {{#" + std::string(variable->within) + "}}…{{/" + variable->within + "}}");
    } else {
      return true;
    }
    return false;
  }

  void unknown(const Tag& tag) {
    // A section is named twice: once is enough to say so.
    if (tag.sigil == '/') return;
    std::vector<std::string> known;
    for (const auto& variable : all_variables()) known.emplace_back(variable.name);
    const auto near = nearest(ascii_lower(tag.name), known);
    complain(tag.begin, "unknown variable '" + std::string(first_characters(tag.name, 40)) + "'",
             near ? "did you mean " + *near + "?" : "`docket check --variables` lists them");
  }

  [[nodiscard]] bool inside_of(std::string_view list) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const Tag& open) { return open.sigil == '#' && open.name == list; });
  }

  bool close_section(const Tag& tag) {
    if (!open_.empty() && open_.back().name == tag.name) {
      open_.pop_back();
      return true;
    }
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Tag& open) { return open.name == tag.name; });
    if (found == open_.rend()) {
      complain(tag.begin, braces('/', tag.name) + " closes nothing",
               open_.empty() ? "remove it, or open {{#" + std::string(tag.name) + "}} before it"
                             : "the open section is " + braces(open_.back().sigil, open_.back().name));
      return false;
    }
    complain(tag.begin,
             braces('/', tag.name) + " stands before the end of " + braces(open_.back().sigil, open_.back().name),
             "close " + braces('/', open_.back().name) + " first");
    // Goes on as if the forgotten ones had been closed, or every later tag would be told as wrong too.
    open_.erase(std::prev(found.base()), open_.end());
    return false;
  }

  const Part& part_;
  Problems& problems_;
  std::vector<Tag> tags_;
  std::vector<Tag> open_;
  std::size_t found_ = 0;
};

}  // namespace

std::vector<Tag> scan(const Part& part, Problems& problems) { return Scanner(part, problems).run(); }

Place place_of(const Part& part, std::size_t offset) {
  const auto before = part.text.substr(0, offset);
  const auto last_break = before.rfind('\n');
  Place place = part.start;
  if (last_break == std::string_view::npos) {
    place.column += static_cast<int>(count_characters(before));
    return place;
  }
  place.line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  place.column = static_cast<int>(count_characters(before.substr(last_break + 1))) + 1;
  return place;
}

}  // namespace docket::letters
