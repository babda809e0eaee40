// A light lexer over lines: it knows where a value begins, in quotes or not, and in brackets or not. What it refuses
// the parser would either misread in silence or refuse far from the cause, in words of YAML's own grammar.
#include <fmt/format.h>

#include "config/text.h"
#include "config/yaml/guard.h"

namespace docket::yaml {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kMaxBrackets = 24;

class Lines {
 public:
  Lines(const std::string& file, std::string_view text, Problems& problems)
      : file_(file), text_(text), problems_(problems), cursor_(text) {}

  bool check() {
    while (at_ < text_.size() && !stopped_) {
      line_ = at_;
      end_ = std::min(text_.find('\n', at_), text_.size());
      check_line();
      at_ = end_ + 1;
    }
    if (faults_ == 0 && !brackets_.empty()) not_closed("the end of the file");
    return faults_ == 0;
  }

 private:
  void error(std::size_t at, std::string text, std::string hint) {
    ++faults_;
    problems_.push_back({Severity::error, cursor_.place(file_, at), std::move(text), std::move(hint)});
  }
  [[nodiscard]] char peek(std::size_t at) const { return at < end_ ? text_[at] : '\n'; }
  [[nodiscard]] bool blank(std::size_t at) const { return peek(at) == ' ' || peek(at) == '\t' || peek(at) == '\n'; }
  [[nodiscard]] bool in_brackets() const { return !brackets_.empty(); }

  void check_line() {
    const auto indent = std::min(text_.find_first_not_of(" \t", at_), end_);
    if (indent == end_) return;
    if (in_block_) {
      if (static_cast<long>(indent - line_) > block_parent_) return;
      in_block_ = false;
    }
    if (in_brackets() && leaves_brackets(indent)) return;
    const bool block = !in_brackets();
    // A comment may begin anywhere; what ends a document is the parser's to tell.
    if (block && (peek(indent) == '#' || is_document_mark(indent))) return;
    if (block && (is_foreign(indent) || goes_on(indent))) return;
    const auto faults = faults_;
    parent_ = -1;
    ends_plain_ = false;
    at_ = indent;
    expects_value_ = true;
    while (at_ < end_ && !stopped_) step();
    if (block && !stopped_) remember(indent, faults_ != faults);
  }

  [[nodiscard]] bool is_document_mark(std::size_t indent) const {
    const auto line = text_.substr(indent, end_ - indent);
    return indent == line_ && (line.starts_with("---") || line.starts_with("...")) && blank(indent + 3);
  }

  /// Lines that no clerk wrote as a rule or setting, and dashes that are none.
  bool is_foreign(std::size_t indent) {
    const auto line = text_.substr(indent, end_ - indent);
    if (line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") || line == "=======") {
      return stop(indent, "this line was left where two versions of the file were joined",
                  "keep one of the two versions, and take out the lines <<<<<<<, ======= and >>>>>>>");
    }
    for (const std::string_view dash : {"–", "—", "‒", "−", "‐", "‑", "•", "·", "▪", "◦", "\xEF\x82\xB7"}) {
      if (!line.starts_with(dash)) continue;
      const auto after = indent + dash.size();
      if (!blank(after) && odd_space(after) == 0) continue;
      return stop(indent, fmt::format("'{}' is not the '-' that begins an entry of a list", dash),
                  "replace it by - and a space; word processors make such signs of it");
    }
    if (line.front() != '-' || blank(indent + 1) || line.starts_with("---")) return false;
    if (odd_space(indent + 1) != 0) return false;  // told as such
    return stop(indent, "a space belongs after '-'", "write '- ' before each entry of a list; a text needs quotes");
  }

  /// YAML would read this line as more of the value above, or refuse it in the wrong place.
  bool goes_on(std::size_t indent) {
    const auto column = static_cast<long>(indent - line_);
    const bool below = ends_plain_ && column > parent_;
    ends_plain_ = false;
    if (!below || !looks_like_entry(indent)) return false;
    if (!has_key_) return colon_missing(begin_);
    return stop(indent, "this line begins further right than the entry above it, which has its value already",
                "entries that belong together begin at the same column");
  }

  [[nodiscard]] bool looks_like_entry(std::size_t indent) const {
    const auto line = text_.substr(indent, end_ - indent);
    return line.starts_with("- ") || line.find(": ") != npos || line.ends_with(':');
  }

  bool colon_missing(std::size_t at) {
    const auto line = text_.substr(at, text_.find('\n', at) - at);
    if (line.find("：") != npos) {
      return stop(at, "the wide '：' in this line is not the ':' behind a key", "replace it by : and a space");
    }
    return stop(at, "there is no ': ' in this line",
                "write it as 'key: value', with a space behind the colon; a comment begins with '#'");
  }

  bool stop(std::size_t at, std::string text, std::string hint) {
    error(at, std::move(text), std::move(hint));
    stopped_ = true;
    return true;
  }

  /// How the line ended, for goes_on(); and a line among entries that is none.
  void remember(std::size_t indent, bool faulty) {
    const auto column = static_cast<long>(indent - line_);
    while (!columns_.empty() && columns_.back().first > column) columns_.pop_back();
    const bool known = !columns_.empty() && columns_.back().first == column;
    const bool dash = peek(indent) == '-' && blank(indent + 1);
    if (known && key_column_ < 0 && !dash && !faulty) {
      if (!columns_.back().second && ends_plain_) {
        colon_missing(begin_);
      } else if (!columns_.back().second) {
        stop(indent, "a value stands at the column of its key", "write it behind the colon, or further right");
      } else {
        stop(indent, "there is no '- ' before this entry", "write '- ' before each entry");
      }
      return;
    }
    if (parent_ < 0 && !columns_.empty()) parent_ = columns_.back().first;  // a value below its key
    if (dash && !known) columns_.emplace_back(column, true);
    if (key_column_ >= 0 && (columns_.empty() || columns_.back().first < key_column_)) {
      columns_.emplace_back(key_column_, false);
    }
    has_key_ = key_column_ >= 0;
    key_column_ = -1;
  }

  /// A new entry as far left as the line of an open bracket: the bracket was forgotten there.
  bool leaves_brackets(std::size_t indent) {
    const char c = peek(indent);
    if (indent - line_ > open_indent_ || std::string_view("]}[{#").find(c) != npos) return false;
    const auto line = text_.substr(indent, end_ - indent);
    if (!line.starts_with("- ") && line.find(": ") == npos && !line.ends_with(':')) return false;
    not_closed(fmt::format("line {}", cursor_.place(file_, indent).line));
    return true;
  }

  void not_closed(const std::string& before) {
    const auto open = brackets_.back();
    error(open, fmt::format("'{}' is not closed before {}", text_[open], before),
          "close it, or put a text that begins with it in quotes");
    stopped_ = true;
  }

  /// A small machine with two states: a value may begin here, or one has just ended.
  void step() {
    const char c = peek(at_);
    if (c == ' ' || (c == '\t' && !expects_value_)) {
      ++at_;
    } else if (c == '\t') {
      tab();
    } else if (c == '#' && (at_ == line_ || blank(at_ - 1))) {
      comment();
    } else if (expects_value_) {
      value(c);
    } else {
      after_value(c);
    }
  }

  /// A comment may stand behind tabs; a value may not: to some programs it would be no value at all.
  void tab() {
    const auto next = std::min(text_.find_first_not_of(" \t", at_), end_);
    if (next < end_ && text_[next] != '#') {
      error(at_, "a tab where a space belongs", "replace it by a space");
      stopped_ = in_brackets();
    }
    at_ = next;
  }

  /// A comment has a space behind its '#'; `label: #5` is a label that its writer would miss.
  void comment() {
    const bool value_meant = expects_value_ && text_.find_first_not_of(" \t", line_) != at_;
    if (value_meant && !is_comment(at_)) {
      error(at_, "what begins with '#' is a comment, and no value",
            "put the text in quotes; or a space behind '#' where a comment is meant");
      stopped_ = in_brackets();
    }
    at_ = end_;
  }

  /// "# why", "## why" and "#----", but not "#5".
  [[nodiscard]] bool is_comment(std::size_t at) const {
    while (at < end_ && std::string_view("#-=*").find(text_[at]) != npos) ++at;
    return blank(at);
  }

  /// Octets of a space that is not the plain one, as other programs leave them; 0: there is none.
  [[nodiscard]] std::size_t odd_space(std::size_t at) const {
    const auto rest = at < end_ ? text_.substr(at, end_ - at) : std::string_view{};
    for (const std::string_view space : {"\xC2\xA0", "\xE3\x80\x80", "\xE2\x80\xAF"}) {
      if (rest.starts_with(space)) return space.size();
    }
    const bool wide = rest.size() >= 3 && rest.starts_with("\xE2\x80") && rest[2] <= '\x8A';
    return wide ? 3 : 0;
  }

  void odd(std::size_t at) {
    error(at, "a no-break space where a plain space belongs", "replace it by a space");
    at_ = end_;
    stopped_ = in_brackets();
  }

  /// Signs that YAML gives a meaning to at the beginning of a value; clerks write them meaning the sign itself.
  void value(char c) {
    if (c == '"' || c == '\'') return quoted();
    if (c == '[' || c == '{') return open();
    if (c == ']' || c == '}' || (c == ',' && in_brackets())) return after_value(c);
    if (c == '-' && blank(at_ + 1) && !in_brackets()) {
      parent_ = static_cast<long>(at_ - line_);
      ++at_;
      return;
    }
    if (c == '?' && blank(at_ + 1)) return sign(c, "write the key before ':' on one line");
    if ((c == '|' || c == '>') && !in_brackets()) return block(c);
    if (c == '&' || c == '*') return sign(c, "put the text in quotes; anchors and aliases are not used here");
    if (c == '!') return sign(c, "put the text in quotes; tags are not used here");
    if (c == '%' && at_ == line_) return sign(c, "put the text in quotes; or take the line out");
    if (std::string_view("@`%|>").find(c) != npos) return sign(c, "put the text in quotes");
    if (odd_space(at_) != 0) return odd(at_);
    if (c == '-' && odd_space(at_ + 1) != 0) return odd(at_ + 1);
    const auto rest = text_.substr(at_, end_ - at_);
    if (starts_with_curly_quote(rest)) {
      problems_.push_back({Severity::warning, cursor_.place(file_, at_), "a curly quote is part of the text here",
                           "use straight quotes, \" or ', around a text"});
    }
    plain();
  }

  /// Word processors make them of what was typed.
  static bool starts_with_curly_quote(std::string_view text) {
    return text.starts_with("“") || text.starts_with("”") || text.starts_with("„") || text.starts_with("‘") ||
           text.starts_with("’");
  }

  void sign(char c, std::string hint) {
    error(at_, fmt::format("a value cannot begin with '{}'", c), std::move(hint));
    at_ = end_;
    stopped_ = in_brackets();  // what follows only seems to leave them open
  }

  void quoted() {
    const auto close = end_of_quoted(text_, at_);
    if (close == npos) {
      error(at_, fmt::format("the quote {} is not closed on its line", text_[at_]),
            text_[at_] == '\'' ? "close it, or write '' for an apostrophe inside"
                               : "close it, or write \\\" for a quote inside");
      at_ = end_;
      stopped_ = in_brackets();
      return;
    }
    begin_ = at_;
    at_ = close;
    expects_value_ = false;
  }

  /// The outermost bracket's line tells how far left the lines inside it may begin.
  void open() {
    if (brackets_.size() >= kMaxBrackets) {
      error(at_, "nested too deeply", "at most 24 levels");
      stopped_ = true;
      return;
    }
    if (!in_brackets()) open_indent_ = text_.find_first_not_of(' ', line_) - line_;
    brackets_.push_back(at_++);
    expects_value_ = true;
  }

  /// A block scalar's head: the lines below that are deeper than the entry it belongs to are its text.
  void block(char c) {
    auto i = at_ + 1;
    while (peek(i) == '+' || peek(i) == '-' || (peek(i) >= '1' && peek(i) <= '9')) ++i;
    const auto rest = trim(text_.substr(i, end_ - i));
    if (!blank(i) || i - at_ > 3 || (!rest.empty() && rest.front() != '#')) return sign(c, "put the text in quotes");
    in_block_ = true;
    block_parent_ = parent_;
    at_ = i;
    expects_value_ = false;
  }

  void after_value(char c) {
    if (c == ':' && (blank(at_ + 1) || in_brackets())) {
      parent_ = static_cast<long>(begin_ - line_);
      if (!in_brackets()) key_column_ = parent_;
      ends_plain_ = false;
      expects_value_ = true;
      ++at_;
    } else if (c == ',' && in_brackets()) {
      expects_value_ = true;
      ++at_;
    } else if (c == ']' || c == '}') {
      close(c);
    } else {
      error(at_, "text after the end of a value", hint_behind(c));
      at_ = end_;
      stopped_ = in_brackets();  // what follows only seems to leave them open
    }
  }

  /// What was probably meant by text behind a value.
  [[nodiscard]] std::string hint_behind(char c) const {
    const char before = text_[at_ - 1];
    if (before == ':') return "a space belongs after the colon";
    if ((c == '{' || c == '[') && blank(at_ - 1))
      return "is a ':' missing before it? else put the whole text in quotes";
    if (text_[begin_] == '\'') return "write '' for an apostrophe inside, or put the text in double quotes";
    if (text_[begin_] == '"') return "put the whole text in one pair of quotes; write \\\" for a quote inside";
    return "put the whole text in one pair of quotes";
  }

  void close(char c) {
    const char wanted = c == ']' ? '[' : '{';
    if (!in_brackets() || text_[brackets_.back()] != wanted) {
      error(at_, fmt::format("'{}' closes nothing", c), "put a text that holds it in quotes, or open it before");
      stopped_ = true;
      return;
    }
    begin_ = brackets_.back();
    brackets_.pop_back();
    expects_value_ = false;
    ++at_;
  }

  /// Goes to the end of a value without quotes by YAML's own rules, and no further: what stands behind is looked at
  /// next.
  void plain() {
    begin_ = at_;
    for (; at_ < end_; ++at_) {
      const char c = text_[at_];
      if (c == ':' && (blank(at_ + 1) || (in_brackets() && std::string_view(",]}").find(peek(at_ + 1)) != npos))) break;
      if (c == '#' && blank(at_ - 1) && at_ > begin_) return cut();
      if (c == ':' && odd_space(at_ + 1) != 0) return odd(at_ + 1);
      if (!in_brackets()) continue;
      if (std::string_view(",[]{}").find(c) != npos) break;
      if (c == '?') return bracket_question();
    }
    expects_value_ = false;
    ends_plain_ = !in_brackets();
    if (peek(at_) == '[' || peek(at_) == '{') after_value(peek(at_));
  }

  void bracket_question() {
    error(at_, "'?' inside brackets needs quotes", "put the text in quotes");
    at_ = end_;
    stopped_ = true;
  }

  /// A comment after a value has a space behind its '#'; a number sign in the middle of a text has none. Refused, since
  /// the rest of the text would be lost in silence: "lot #5" would find every lot.
  void cut() {
    ends_plain_ = !in_brackets();
    if (!is_comment(at_)) {
      error(at_,
            may_show_secret(text_, at_)
                ? "the value ends before ' #'"
                : fmt::format("the value ends before ' #': it reads \"{}\"", trim(text_.substr(begin_, at_ - begin_))),
            "put the text in quotes; or a space behind '#' where a comment is meant");
      stopped_ = in_brackets();
    }
    at_ = end_;
    expects_value_ = false;
  }

  const std::string& file_;
  std::string_view text_;
  Problems& problems_;
  Cursor cursor_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;   ///< offset of the line's start
  std::size_t end_ = 0;    ///< offset of the line's end
  std::size_t begin_ = 0;  ///< of the last value
  std::vector<std::size_t> brackets_;
  std::size_t open_indent_ = 0;  ///< of the line that holds the outermost open bracket
  long parent_ = -1;             ///< column of the innermost key or dash on this line
  long block_parent_ = -1;
  long key_column_ = -1;  ///< of the last key on this line, outside brackets
  /// Of the mappings and lists that are open, outside brackets; true: of dashes.
  std::vector<std::pair<long, bool>> columns_;
  bool ends_plain_ = false;  ///< the line ended with a value without quotes, outside brackets
  bool has_key_ = false;     ///< and had a key before it
  bool in_block_ = false;
  bool expects_value_ = true;
  bool stopped_ = false;
  int faults_ = 0;  ///< errors so far
};

}  // namespace

bool check_lines(const std::string& file, std::string_view text, Problems& problems) {
  return Lines(file, text, problems).check();
}

}  // namespace docket::yaml
