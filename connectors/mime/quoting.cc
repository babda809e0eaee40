#include "connectors/mime/quoting.h"

#include <algorithm>
#include <vector>

#include "config/text.h"
#include "connectors/mime/quoting_marks.h"

namespace docket {
namespace {

using marks::Lines;

constexpr std::size_t kSignatureLines = 15;  // what is longer is no signature

/// Goes once through the letter and keeps the writer's own lines.
class OwnWords {
 public:
  explicit OwnWords(Lines lines) : lines_(lines) {}

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
    // Who forwards a letter wants it read.
    if (marks::is_forward(line)) return keep(to_end());
    if (const auto found = marks::attribution(rest()); found.lines > 0) {
      if (quotes_follow(found.lines)) return found.lines;
      return found.certain ? to_end() : keep(1);
    }
    if (history_begins(0)) return to_end();
    if (const auto lines = signature(); lines > 0) return lines;
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

  /// A paragraph of its own, not a sentence that begins alike.
  [[nodiscard]] bool stands_alone() const {
    const bool before = at_ == 0 || marks::is_blank(lines_[at_ - 1]) || marks::is_device(lines_[at_ - 1]) ||
                        marks::is_apple_device(lines_[at_]);
    const bool after = to_end() == 1 || marks::is_blank(lines_[at_ + 1]) || marks::is_device(lines_[at_ + 1]) ||
                       marks::attribution(rest().subspan(1)).lines > 0 || history_begins(1);
    return before && after;
  }

  Lines lines_;
  std::size_t at_ = 0;
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
std::string below_quotation(Lines lines) {
  std::vector<std::string_view> kept;
  bool quoted = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (marks::is_quoted(lines[i])) {
      quoted = true;
    } else if (marks::is_original(lines[i]) || marks::is_rule(lines[i])) {
      continue;
    } else if (const auto block = marks::header_block(lines.subspan(i)); block > 0) {
      i += block - 1;
    } else {
      kept.push_back(lines[i]);
    }
  }
  return quoted ? join(OwnWords(kept).run()) : std::string();
}

}  // namespace

std::string signed_text(std::string_view text) { return new_text(text); }

std::string new_text(std::string_view text) {
  const auto lines = split(text, '\n');
  auto own = join(OwnWords(lines).run());
  if (own.empty()) own = below_quotation(lines);
  return own.empty() ? std::string(text) : own;
}

}  // namespace docket
