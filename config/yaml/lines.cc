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
    if (!failed_ && !brackets_.empty()) not_closed("the end of the file");
    return !failed_;
  }

 private:
  void error(std::size_t at, std::string text, std::string hint) {
    failed_ = true;
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
    parent_ = -1;
    at_ = indent;
    expects_value_ = true;
    while (at_ < end_ && !stopped_) step();
  }

  /// A new entry as far left as the line of an open bracket: the bracket was forgotten there.
  bool leaves_brackets(std::size_t indent) {
    const char c = peek(indent);
    if (indent - line_ > open_indent_ || c == ']' || c == '}' || c == '#') return false;
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
    if (c == ' ' || c == '\t') {
      ++at_;
    } else if (c == '#' && (at_ == line_ || blank(at_ - 1))) {
      at_ = end_;
    } else if (expects_value_) {
      value(c);
    } else {
      after_value(c);
    }
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
    if (std::string_view("@`%|>").find(c) != npos) return sign(c, "put the text in quotes");
    const auto rest = text_.substr(at_, end_ - at_);
    if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xE3\x80\x80") || rest.starts_with("\xE2\x80\x8B") ||
        rest.starts_with("\xE2\x80\xAF")) {
      error(at_, "a no-break space where a plain space belongs", "replace it by a space");
      at_ = end_;
      return;
    }
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
  }

  void quoted() {
    const auto close = end_of_quoted(text_, at_);
    if (close == npos) {
      error(at_, fmt::format("the quote {} is not closed on its line", text_[at_]),
            text_[at_] == '\'' ? "close it, or write '' for an apostrophe inside"
                               : "close it, or write \\\" for a quote inside");
      at_ = end_;
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
      expects_value_ = true;
      ++at_;
    } else if (c == ',' && in_brackets()) {
      expects_value_ = true;
      ++at_;
    } else if (c == ']' || c == '}') {
      close(c);
    } else {
      error(at_, "text after the end of a value",
            text_[at_ - 1] == ':' ? "a space belongs after the colon" : "put the whole text in one pair of quotes");
      at_ = end_;
      stopped_ = in_brackets();  // what follows only seems to leave them open
    }
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
      if (c == '#' && blank(at_ - 1) && at_ > begin_) {
        cut();
        return;
      }
      if (!in_brackets()) continue;
      if (std::string_view(",[]{}").find(c) != npos) break;
      if (c == '?') return bracket_question();
    }
    expects_value_ = false;
    if (peek(at_) == '[' || peek(at_) == '{') after_value(peek(at_));
  }

  void bracket_question() {
    error(at_, "'?' inside brackets needs quotes", "put the text in quotes");
    at_ = end_;
  }

  /// A comment after a value has a space behind its '#'; a number sign in the middle of a text has none.
  void cut() {
    if (!blank(at_ + 1) && peek(at_ + 1) != '#') {
      problems_.push_back({Severity::warning, cursor_.place(file_, at_),
                           may_show_secret(text_, at_) ? "the value ends before ' #'"
                                                       : fmt::format("the value ends before ' #': it reads \"{}\"",
                                                                     trim(text_.substr(begin_, at_ - begin_))),
                           "put the text in quotes; or a space behind '#' where a comment is meant"});
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
  bool in_block_ = false;
  bool expects_value_ = true;
  bool stopped_ = false;
  bool failed_ = false;
};

}  // namespace

bool check_lines(const std::string& file, std::string_view text, Problems& problems) {
  return Lines(file, text, problems).check();
}

}  // namespace docket::yaml
