#include "connectors/imap/data.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "config/text.h"

namespace docket::imap {

namespace {

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [stopped, problem] = std::from_chars(text.data(), end, value);
  if (text.empty() || problem != std::errc{} || stopped != end) return std::nullopt;
  return value;
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return out;
}

/// The text before the first space; `text` keeps what follows it.
std::string_view cut_word(std::string_view& text) {
  const std::size_t space = text.find(' ');
  const std::string_view word = text.substr(0, space);
  text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  return word;
}

bool ascending_once(std::vector<Uid>& uids) {
  std::sort(uids.begin(), uids.end());
  uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
  return uids.empty() || uids.front() != 0;
}

/// Walks the text of a FETCH response; every read either succeeds or sets failed().
class Walker {
 public:
  Walker(std::string_view text, std::vector<Literal> literals) : text_(text), literals_(std::move(literals)) {}

  [[nodiscard]] bool at(char c) const { return !text_.empty() && text_.front() == c; }
  [[nodiscard]] bool at_end() const { return text_.empty(); }

  bool skip(char c) {
    if (!at(c)) return false;
    text_.remove_prefix(1);
    return true;
  }

  /// "BODY[HEADER.FIELDS (DATE)]<0>" or "UID": up to a space or parenthesis outside brackets.
  std::string_view item_name() {
    int brackets = 0;
    std::size_t i = 0;
    for (; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '[') ++brackets;
      if (c == ']') --brackets;
      if (brackets <= 0 && (c == ' ' || c == '(' || c == ')' || c == '"')) break;
    }
    return cut(i);
  }

  std::string_view atom() { return cut(std::min(text_.find_first_of(" ()\"{"), text_.size())); }

  std::optional<std::string> quoted() {
    if (!skip('"')) return std::nullopt;
    std::string out;
    while (!text_.empty() && text_.front() != '"') {
      if (text_.front() == '\\') text_.remove_prefix(1);
      if (text_.empty()) return std::nullopt;
      out.push_back(text_.front());
      text_.remove_prefix(1);
    }
    if (!skip('"')) return std::nullopt;
    return out;
  }

  /// A literal, quoted string or NIL. Outer nullopt: malformed; inner: NIL.
  std::optional<std::optional<Literal>> string() {
    if (at('"')) {
      auto text = quoted();
      if (!text) return std::nullopt;
      const auto size = text->size();
      return Literal{std::move(*text), size};
    }
    skip('~');
    if (at('{')) return literal();
    if (!ascii_equal_nocase(atom(), "NIL")) return std::nullopt;
    return std::optional<Literal>{};
  }

  /// Steps over any value.
  bool skip_value(int depth = 0) {
    constexpr int kDeepest = 32;
    if (depth > kDeepest) return false;
    if (at('"')) return quoted().has_value();
    if (at('{') || at('~')) return string().has_value();
    if (at('(')) return skip_list(depth);
    return !atom().empty();
  }

 private:
  bool skip_list(int depth) {
    skip('(');
    while (!at(')')) {
      if (at_end() || !skip_value(depth + 1)) return false;
      skip(' ');
    }
    return skip(')');
  }

  std::optional<std::optional<Literal>> literal() {
    const std::size_t close = text_.find('}');
    if (close == std::string_view::npos || next_ >= literals_.size()) return std::nullopt;
    text_.remove_prefix(close + 1);
    return std::move(literals_[next_++]);
  }

  std::string_view cut(std::size_t length) {
    const std::string_view out = text_.substr(0, length);
    text_.remove_prefix(length);
    return out;
  }

  std::string_view text_;
  std::vector<Literal> literals_;
  std::size_t next_ = 0;
};

bool read_item(Walker& walker, const std::string& name, Fetched& fetched) {
  if (name == "UID") {
    const auto uid = parse_number<Uid>(walker.atom());
    if (!uid || *uid == 0 || (fetched.uid && *fetched.uid != *uid)) return false;
    fetched.uid = uid;
    return true;
  }
  if (name == "RFC822.SIZE") {
    fetched.size = parse_number<std::uint64_t>(walker.atom());
    return fetched.size.has_value();
  }
  if (name == "INTERNALDATE") {
    const auto text = walker.quoted();
    // A date that nobody can read is not worth a letter: the time of fetching stands in for it.
    if (text) fetched.internal_date = parse_date_time(*text);
    return text.has_value();
  }
  if (name == "BODY[]" || name == "BODY[]<0>") {
    auto content = walker.string();
    if (!content) return false;
    if (*content && !fetched.body) fetched.body = std::move(*content);
    return true;
  }
  return walker.skip_value();
}

}  // namespace

tl::expected<Head, std::string> parse_head(std::string_view line) {
  Head head;
  std::string_view rest = line;
  if (line == "+" || line.starts_with("+ ")) {
    head.kind = Head::Kind::continuation;
    head.rest = line.substr(std::min<std::size_t>(2, line.size()));
    return head;
  }
  const std::string_view first = cut_word(rest);
  if (first != "*") {
    head.kind = Head::Kind::tagged;
    head.tag = first;
  }
  std::string_view word = cut_word(rest);
  if (head.kind == Head::Kind::untagged) {
    head.number = parse_number<std::uint32_t>(word);
    if (head.number) word = cut_word(rest);
  }
  head.word = upper(word);
  head.rest = rest;
  const bool status = head.word == "OK" || head.word == "NO" || head.word == "BAD";
  if (first.empty() || head.word.empty() || (head.kind == Head::Kind::tagged && !status)) {
    return tl::unexpected(std::string("a line that is no response"));
  }
  return head;
}

Status parse_status(std::string_view rest) {
  Status status;
  if (rest.starts_with('[')) {
    const std::size_t close = rest.find(']');
    if (close != std::string_view::npos) {
      std::string_view inside = rest.substr(1, close - 1);
      status.code = upper(cut_word(inside));
      status.arguments = inside;
      rest.remove_prefix(close + 1);
    }
  }
  status.text = trim(rest);
  return status;
}

bool is_busy(const Status& status) {
  return status.code == "UNAVAILABLE" || status.code == "THROTTLED" ||
         ascii_lower(status.text).find("throttled") != std::string::npos;
}

tl::expected<std::vector<Uid>, std::string> parse_search(std::string_view rest) {
  std::vector<Uid> uids;
  while (!rest.empty()) {
    const std::string_view word = cut_word(rest);
    if (word.empty()) continue;
    if (word.starts_with('(')) break;  // (MODSEQ n) of CONDSTORE
    const auto uid = parse_number<Uid>(word);
    if (!uid) return tl::unexpected(std::string("a search result that is no number"));
    uids.push_back(*uid);
  }
  if (!ascending_once(uids)) return tl::unexpected(std::string("a search result of zero"));
  return uids;
}

tl::expected<std::vector<Uid>, std::string> parse_esearch(std::string_view rest, std::size_t limit) {
  std::vector<Uid> uids;
  while (!rest.empty() && !ascii_equal_nocase(cut_word(rest), "ALL")) continue;
  std::string_view set = cut_word(rest);
  while (!set.empty()) {
    const std::size_t comma = set.find(',');
    const std::string_view run = set.substr(0, comma);
    set.remove_prefix(comma == std::string_view::npos ? set.size() : comma + 1);
    const std::size_t colon = run.find(':');
    auto first = parse_number<Uid>(run.substr(0, colon));
    auto last = colon == std::string_view::npos ? first : parse_number<Uid>(run.substr(colon + 1));
    if (!first || !last) return tl::unexpected(std::string("a search result that is no set"));
    if (*last < *first) std::swap(first, last);
    if (*last - *first >= limit - std::min(limit, uids.size())) {
      return tl::unexpected(std::string("a search result with more letters than the folder holds"));
    }
    for (std::uint64_t uid = *first; uid <= *last; ++uid) uids.push_back(static_cast<Uid>(uid));
  }
  if (!ascending_once(uids)) return tl::unexpected(std::string("a search result of zero"));
  return uids;
}

tl::expected<Fetched, std::string> parse_fetch(std::string_view rest, std::vector<Literal> literals) {
  Walker walker(rest, std::move(literals));
  Fetched fetched;
  if (!walker.skip('(')) return tl::unexpected(std::string("a FETCH answer without parenthesis"));
  while (!walker.at(')')) {
    const std::string name = upper(walker.item_name());
    if (name.empty() || !walker.skip(' ') || !read_item(walker, name, fetched)) {
      return tl::unexpected(std::string("a FETCH answer that does not hold together"));
    }
    if (!walker.skip(' ') && !walker.at(')')) return tl::unexpected(std::string("stray octets in a FETCH answer"));
  }
  walker.skip(')');
  if (!walker.at_end()) return tl::unexpected(std::string("stray octets after a FETCH answer"));
  return fetched;
}

std::optional<Uid> uid_of_partial(std::string_view line) {
  const std::string text = upper(line.substr(0, 200));
  const std::size_t fetch = text.find(" FETCH (");
  if (!text.starts_with("* ") || fetch == std::string::npos) return std::nullopt;
  const std::size_t uid = text.find("UID ", fetch);
  if (uid == std::string::npos) return std::nullopt;
  const std::size_t begin = uid + 4;
  return parse_number<Uid>(std::string_view(text).substr(begin, text.find_first_not_of("0123456789", begin) - begin));
}

tl::expected<ListedFolder, std::string> parse_list(std::string_view rest, std::vector<Literal> literals) {
  const auto unsound = tl::unexpected(std::string("a LIST answer that does not hold together"));
  Walker walker(rest, std::move(literals));
  ListedFolder folder{.name = {}, .attributes = parse_words(rest)};
  // The delimiter in between: a character in quotes, or NIL.
  if (!walker.at('(') || !walker.skip_value() || !walker.skip(' ') || !walker.string() || !walker.skip(' ')) {
    return unsound;
  }
  if (walker.at('"') || walker.at('{')) {
    auto name = walker.string();
    if (!name || !*name) return unsound;
    folder.name = from_modified_utf7((*name)->octets);
  } else {
    folder.name = from_modified_utf7(walker.atom());
  }
  if (folder.name.empty() && !walker.at_end()) return unsound;
  return folder;
}

std::vector<std::string> parse_words(std::string_view parenthesised) {
  std::vector<std::string> words;
  if (!parenthesised.starts_with('(')) return words;
  const std::size_t close = parenthesised.find(')');
  for (const std::string_view word :
       split(parenthesised.substr(1, close == std::string_view::npos ? close : close - 1), ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

}  // namespace docket::imap
