#include "connectors/mime/quoting.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "config/text.h"
#include "connectors/mime/quoting_marks.h"

namespace docket {
namespace {

using marks::Lines;

constexpr std::size_t kSignatureLines = 15;  // what is longer is no signature

/// What else is wanted of a letter than its new words.
struct Way {
  bool with_signature = false;
  bool with_forward = true;  ///< who forwards a letter wants it read
};
constexpr Way kNew{};
constexpr Way kSigned{true, false};

/// Goes once through the letter and keeps the writer's own lines.
class OwnWords {
 public:
  OwnWords(Lines lines, Way way) : lines_(lines), way_(way) {}

  std::vector<std::string_view> run() {
    while (at_ < lines_.size()) at_ += step();
    return std::move(kept_);
  }

 private:
  [[nodiscard]] Lines rest() const { return lines_.subspan(at_); }
  [[nodiscard]] std::size_t to_end() const { return lines_.size() - at_; }

  std::size_t keep(std::size_t count) {
    const auto from = lines_.begin() + static_cast<std::ptrdiff_t>(at_);
    kept_.insert(kept_.end(), from, from + static_cast<std::ptrdiff_t>(count));
    return count;
  }

  /// Lines dealt with.
  std::size_t step() {
    const auto line = lines_[at_];
    if (marks::is_blank(line)) return keep(1);
    if (marks::is_quoted(line)) return 1;
    if (const auto lines = marks::signed_frame(rest()); lines > 0) return lines;
    if (marks::is_forward(line)) return way_.with_forward ? keep(to_end()) : to_end();
    if (const auto found = marks::attribution(rest()); found.lines > 0) {
      if (quotes_follow(found.lines)) return found.lines;
      return found.certain ? to_end() : keep(1);
    }
    if (history_begins(0)) return to_end();
    if (const auto lines = signature(); lines > 0) return sign(lines);
    if (const auto lines = marks::list_footer(rest()); lines > 0) return lines;
    if (marks::is_device(line) && stands_alone()) return 1;
    return keep(1);
  }

  [[nodiscard]] bool quotes_follow(std::size_t from) const {
    while (from < to_end() && marks::is_blank(rest()[from])) ++from;
    return from < to_end() && marks::is_quoted(rest()[from]);
  }

  [[nodiscard]] bool history_begins(std::size_t offset) const {
    const auto look = rest().subspan(offset);
    if (marks::is_original(look.front()) || marks::header_block(look) > 0) return true;
    if (!marks::is_rule(look.front())) return false;
    const auto next = std::find_if_not(look.begin() + 1, look.end(), marks::is_blank);
    return next != look.end() && next - look.begin() <= 3 &&
           marks::header_block(look.subspan(static_cast<std::size_t>(next - look.begin()))) > 0;
  }

  /// Lines of a signature at this place: it goes up to the end, or to the history below it.
  [[nodiscard]] std::size_t signature() const {
    if (!marks::is_signature(lines_[at_])) return 0;
    for (std::size_t i = 1; i <= kSignatureLines; ++i) {
      if (i >= to_end()) return to_end();
      const auto line = rest()[i];
      // RFC 3676 section 4.3 wants a space after the dashes: without it, and with more of the kind below, they only
      // part what somebody wrote.
      if (marks::is_signature(line)) return lines_[at_] == "-- " ? i : 0;
      if (marks::is_quoted(line) || marks::is_forward(line) || history_begins(i) ||
          marks::attribution(rest().subspan(i)).lines > 0) {
        return i;
      }
    }
    return 0;
  }

  /// Lines dealt with of a signature so long. One is the writer's, what follows it a list's.
  std::size_t sign(std::size_t lines) {
    if (!way_.with_signature || std::exchange(signed_, true)) return lines;
    kept_.emplace_back();
    return 1;
  }

  /// A paragraph of its own, not a sentence that begins alike.
  [[nodiscard]] bool stands_alone() const {
    const bool before = at_ == 0 || marks::is_blank(lines_[at_ - 1]) || marks::is_device(lines_[at_ - 1]) ||
                        marks::is_tight_device(lines_[at_]);
    const bool after = to_end() == 1 || marks::is_blank(lines_[at_ + 1]) || marks::is_device(lines_[at_ + 1]) ||
                       marks::attribution(rest().subspan(1)).lines > 0 || history_begins(1);
    return before && after;
  }

  Lines lines_;
  Way way_;
  std::size_t at_ = 0;
  bool signed_ = false;
  std::vector<std::string_view> kept_;
};

/// Without empty lines at the ends; several between paragraphs become one.
std::string join(const std::vector<std::string_view>& lines) {
  std::string out;
  bool gap = false;
  for (const auto line : lines) {
    if (marks::is_blank(line)) {
      gap = !out.empty();
      continue;
    }
    if (!out.empty()) out += gap ? "\n\n" : "\n";
    gap = false;
    out += line;
  }
  out.erase(out.find_last_not_of(" \t\n") + 1);
  return out;
}

/// For answers written below the whole quoted letter, header block and all: drops what is marked, keeps the rest.
/// `only_marked`: nothing, where the history shows no marks and so cannot be told from the answer.
std::string below_quotation(Lines lines, Way way, bool only_marked) {
  std::vector<std::string_view> kept;
  bool quoted = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (marks::is_quoted(lines[i])) {
      quoted = true;
    } else if (marks::is_original(lines[i]) || marks::is_rule(lines[i])) {
      continue;
    } else if (const auto block = marks::header_block(lines.subspan(i)); block > 0) {
      i += block - 1;
    } else if (only_marked && !quoted && !marks::is_blank(lines[i])) {
      return {};
    } else {
      kept.push_back(lines[i]);
    }
  }
  return quoted ? join(OwnWords(kept, way).run()) : std::string();
}

/// The line that our forwards begin with, as it comes back.
bool is_write_above(std::string_view line) {
  while (!line.empty() &&
         (std::string_view(">|* \t").find(line.front()) != std::string_view::npos || line.starts_with("\xC2\xA0"))) {
    line.remove_prefix(line.front() == '\xC2' ? 2 : 1);
  }
  return line.starts_with(kWriteAbove);
}

/// Lines at the end of `lines` that say who wrote what follows them. Here it is sure that history follows, so that a
/// line with a date or an address and a colon is enough, in whatever language.
std::size_t introduction(Lines lines) {
  constexpr std::size_t kLongest = 3;
  for (std::size_t count = std::min(kLongest, lines.size()); count > 0; --count) {
    const auto last = lines.last(count);
    if (!marks::is_blank(last.front()) && marks::attribution(last).lines == count) return count;
  }
  const auto line = trim(lines.back());
  return line.ends_with(':') && line.find_first_of("@0123456789") != std::string_view::npos ? 1 : 0;
}

/// Everything above the line that our forwards begin with; all of it where there is none.
Lines above_forward(Lines lines) {
  const auto found = std::find_if(lines.begin(), lines.end(), is_write_above);
  if (found == lines.end()) return lines;
  auto above = lines.first(static_cast<std::size_t>(found - lines.begin()));
  while (!above.empty()) {
    const auto last = above.back();
    const bool frame = marks::is_blank(last) || marks::is_quoted(last) || marks::is_rule(last);
    const auto count = frame ? 1 : introduction(above);
    if (count == 0) break;
    above = above.first(above.size() - count);
    if (!frame) break;
  }
  return above;
}

}  // namespace

std::string signed_text(std::string_view text) {
  const auto lines = split(text, '\n');
  const auto above = above_forward(lines);
  auto own = join(OwnWords(above, kSigned).run());
  if (own.empty() && above.size() == lines.size()) own = below_quotation(lines, kSigned, true);
  return own;
}

std::string new_text(std::string_view text) {
  const auto lines = split(text, '\n');
  const auto above = above_forward(lines);
  auto own = join(OwnWords(above, kNew).run());
  // Somebody wrote below our line all the same.
  if (own.empty() && above.size() < lines.size()) own = join(OwnWords(lines, kNew).run());
  if (own.empty()) own = below_quotation(lines, kNew, false);
  return own.empty() ? std::string(text) : own;
}

}  // namespace docket
