#include "connectors/mime/address.h"

#include <algorithm>
#include <string>
#include <utility>

#include "config/text.h"
#include "connectors/mime/idn.h"
#include "connectors/mime/words.h"

namespace docket::mime {
namespace {

struct Token {
  enum class Kind { word, quoted, comment, special } kind = Kind::word;
  std::string text;     ///< quoted strings and comments without their marks, escapes undone
  bool spaced = false;  ///< blanks stood before it
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_special(char c) { return c == '<' || c == '>' || c == ',' || c == ';' || c == ':' || c == '@'; }

class Tokens {
 public:
  explicit Tokens(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool next(Token& token) {
    token = {};
    while (!rest_.empty() && is_blank(rest_.front())) {
      rest_.remove_prefix(1);
      token.spaced = true;
    }
    if (rest_.empty()) return false;
    const char c = rest_.front();
    if (c == '"') {
      token.kind = Token::Kind::quoted;
      token.text = take_quoted();
    } else if (c == '(') {
      token.kind = Token::Kind::comment;
      token.text = take_comment();
    } else if (is_special(c)) {
      token.kind = Token::Kind::special;
      token.text = take(1);
    } else if (c == '[') {  // domain literal (RFC 5321 section 4.1.3)
      token.text = take(std::min(rest_.find(']'), rest_.find_first_of("<>,;@")) + 1);
    } else {
      token.text = take(word_length());
    }
    return true;
  }

 private:
  std::string take(std::size_t count) {
    count = std::min(std::max<std::size_t>(count, 1), rest_.size());
    std::string taken(rest_.substr(0, count));
    rest_.remove_prefix(count);
    return taken;
  }

  /// Encoded words may hold any of the special characters when a careless program wrote them.
  [[nodiscard]] std::size_t word_length() const {
    if (rest_.starts_with("=?")) {
      const auto charset = rest_.find('?', 2);
      const auto encoding = charset == std::string_view::npos ? charset : rest_.find('?', charset + 1);
      const auto end = encoding == std::string_view::npos ? encoding : rest_.find('?', encoding + 1);
      if (end != std::string_view::npos && rest_.substr(end).starts_with("?=")) return end + 2;
    }
    std::size_t length = 0;
    while (length < rest_.size() && !is_blank(rest_[length]) && !is_special(rest_[length]) && rest_[length] != '"' &&
           rest_[length] != '(') {
      ++length;
    }
    return length;
  }

  std::string take_quoted() {
    std::string text;
    std::size_t at = 1;
    for (; at < rest_.size() && rest_[at] != '"'; ++at) {
      if (rest_[at] == '\\' && at + 1 < rest_.size()) ++at;
      text += rest_[at];
    }
    rest_.remove_prefix(std::min(at + 1, rest_.size()));
    return text;
  }

  std::string take_comment() {
    std::string text;
    int depth = 0;
    std::size_t at = 0;
    for (; at < rest_.size(); ++at) {
      if (rest_[at] == '\\' && at + 1 < rest_.size()) {
        text += rest_[++at];
        continue;
      }
      if (rest_[at] == '(' && depth++ == 0) continue;
      if (rest_[at] == ')' && --depth == 0) break;
      text += rest_[at];
    }
    rest_.remove_prefix(std::min(at + 1, rest_.size()));
    return text;
  }

  std::string_view rest_;
};

/// Words of a display name with single blanks between.
std::string name_of(const Token* from, const Token* to) {
  std::string name;
  for (; from != to; ++from) {
    if (!name.empty() && (from->spaced || from->kind == Token::Kind::quoted)) name += ' ';
    name += from->text;
  }
  const auto decoded = decode_words(name);
  const std::string text(trim(decoded));
  const bool in_marks = text.size() > 1 && text.front() == '\'' && text.back() == '\'';
  return in_marks ? text.substr(1, text.size() - 2) : text;
}

/// RFC 5321 section 4.1.2: a local part that is no dot-string keeps its quotes.
std::string written_local(const Token& token) {
  if (token.kind != Token::Kind::quoted) return token.text;
  const bool plain = !token.text.empty() && token.text.find_first_of(" \t\"\\()<>[]:;@,") == std::string::npos &&
                     !token.text.starts_with('.') && !token.text.ends_with('.');
  if (plain) return token.text;
  std::string quoted = "\"";
  for (const char c : token.text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

bool is_at(const Token& token) { return token.kind == Token::Kind::special && token.text == "@"; }
bool is_part(const Token& token) { return token.kind == Token::Kind::word || token.kind == Token::Kind::quoted; }

/// Blanks around dots are obsolete syntax (RFC 5322 section 4.4): such neighbours are one local part or domain.
bool joins(const Token& before, const Token& after) {
  return !after.spaced || before.text.ends_with('.') || after.text.starts_with('.');
}

/// Finds local@domain among the tokens; returns its bounds, or `to` twice.
std::pair<const Token*, const Token*> find_spec(const Token* from, const Token* to) {
  const Token* at = to;
  for (const Token* token = from; token != to; ++token) {
    if (is_at(*token) && token != from) at = token;
  }
  if (at == to) return {to, to};
  const Token* begin = at;
  while (begin != from && is_part(*(begin - 1)) && (begin == at || joins(*(begin - 1), *begin))) --begin;
  const Token* end = at + 1;
  while (end != to && end->kind == Token::Kind::word && (end == at + 1 || joins(*(end - 1), *end))) ++end;
  return {begin, end};
}

std::string text_of(const Token* from, const Token* to) {
  std::string local;
  std::string domain;
  bool in_domain = false;
  for (; from != to; ++from) {
    if (is_at(*from)) {
      in_domain = true;
    } else {
      (in_domain ? domain : local) += in_domain ? from->text : written_local(*from);
    }
  }
  while (domain.ends_with('.')) domain.pop_back();
  if (local.empty() && domain.empty()) return {};
  const auto readable = domain.empty() ? std::string{} : readable_domain(clean_text(domain));
  return clean_text(local) + (readable.empty() ? "" : "@" + readable);
}

/// What stands between two commas.
class Mailbox {
 public:
  /// False: this token ends the mailbox.
  [[nodiscard]] bool take(const Token& token) {
    if (token.kind == Token::Kind::comment) {
      if (comment_.empty()) comment_ = token.text;
      return true;
    }
    const bool special = token.kind == Token::Kind::special;
    if (!special || token.text == "@") {
      (in_angle_ ? spec_ : phrase_).push_back(token);
      return true;
    }
    switch (token.text.front()) {
      case '<':
        open_angle();
        return true;
      case '>':
        in_angle_ = false;
        return true;
      case ':':
        // A route, "mailto", a group's name: what stands before is no part of the address.
        if (in_angle_ ? in_route() || !has_at() : spec_.empty()) (in_angle_ ? spec_ : phrase_).clear();
        return true;
      default:  // "," and ";"
        return in_angle_ && in_route();
    }
  }

  [[nodiscard]] Address read() const {
    auto address = read_tokens();
    if (address.name.empty()) address.name = std::string(trim(decode_words(comment_)));
    return address;
  }

 private:
  static std::pair<const Token*, const Token*> ends(const std::vector<Token>& tokens) {
    return {tokens.data(), tokens.data() + tokens.size()};
  }

  [[nodiscard]] Address read_tokens() const {
    const auto [phrase, phrase_end] = ends(phrase_);
    const auto [spec, spec_end] = ends(spec_);
    if (angled_) return {name_of(phrase, phrase_end), spec_address(spec, spec_end)};
    const auto [from, to] = find_spec(phrase, phrase_end);
    if (from == to) return {{}, spec_address(phrase, phrase_end)};
    std::vector<Token> others(phrase, from);
    others.insert(others.end(), to, phrase_end);
    return {name_of(others.data(), others.data() + others.size()), text_of(from, to)};
  }

  /// RFC 5322 section 4.4: "<@one,@two:local@domain>".
  [[nodiscard]] bool in_route() const { return !spec_.empty() && is_at(spec_.front()); }

  [[nodiscard]] bool has_at() const { return std::any_of(spec_.begin(), spec_.end(), is_at); }

  /// Of several angles the first with an "@" counts; what stood in the others is part of the name.
  void open_angle() {
    if (has_at()) return;
    for (auto& token : spec_) {
      token.spaced = true;
      phrase_.push_back(std::move(token));
    }
    spec_.clear();
    in_angle_ = true;
    angled_ = true;
  }

  /// local@domain, or one word alone.
  static std::string spec_address(const Token* from, const Token* to) {
    const auto [begin, end] = find_spec(from, to);
    if (begin != end) return text_of(begin, end);
    const bool alone = to - from == 1 && from->kind == Token::Kind::word;
    return alone ? clean_text(from->text) : std::string{};
  }

  std::string comment_;
  std::vector<Token> phrase_;  // outside of angles
  std::vector<Token> spec_;    // inside
  bool in_angle_ = false;
  bool angled_ = false;
};

AddressList parse(std::string_view text, std::size_t limit) {
  AddressList list;
  Mailbox mailbox;
  const auto finish = [&] {
    auto address = mailbox.read();
    mailbox = {};
    if (address.address.empty()) return;
    list.cut = list.addresses.size() >= limit;
    if (!list.cut) list.addresses.push_back(std::move(address));
  };
  Tokens tokens(text);
  for (Token token; !list.cut && tokens.next(token);) {
    if (!mailbox.take(token)) finish();
  }
  if (!list.cut) finish();
  return list;
}

}  // namespace

AddressList parse_addresses(std::string_view text, std::size_t limit) {
  auto list = parse(text, limit);
  const auto is_address = [](const Address& a) {
    return a.address.find('@') != std::string::npos && a.address.find("=?") == std::string::npos;
  };
  const bool found = std::any_of(list.addresses.begin(), list.addresses.end(), is_address);
  if (found) return list;
  if (std::count(text.begin(), text.end(), '"') % 2 != 0) {  // a quote that never ends hides the address
    std::string open(text);
    std::erase(open, '"');
    auto without = parse(open, limit);
    if (std::any_of(without.addresses.begin(), without.addresses.end(), is_address)) return without;
  }
  if (text.find("=?") == std::string_view::npos) return list;
  return parse(decode_words(text), limit);  // a program encoded the whole field
}

}  // namespace docket::mime
