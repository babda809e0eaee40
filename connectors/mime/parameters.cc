#include "connectors/mime/parameters.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "config/text.h"
#include "connectors/mime/charset.h"
#include "connectors/mime/words.h"

namespace docket::mime {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kMostParameters = 1000;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Takes blanks and comments (RFC 5322 section 3.2.2) off the front.
void skip_blanks(std::string_view& text) {
  while (!text.empty()) {
    if (is_blank(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    if (text.front() != '(') return;
    int depth = 0;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
      if (text[at] == '\\') {
        ++at;
      } else if (text[at] == '(') {
        ++depth;
      } else if (text[at] == ')' && --depth == 0) {
        break;
      }
    }
    text.remove_prefix(std::min(at + 1, text.size()));
  }
}

/// Only quotes and backslashes are escaped in practice; other backslashes are those of a path.
std::string take_quoted(std::string_view& text) {
  std::string value;
  std::size_t at = 1;
  for (; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\')) ++at;
    value += text[at];
  }
  text.remove_prefix(std::min(at + 1, text.size()));
  return value;
}

/// Where the comment that ends `text` begins; npos when it does not end with one.
std::size_t comment_start(std::string_view text) {
  int depth = 0;
  for (std::size_t at = text.size(); at-- > 0;) {
    if (text[at] == ')') ++depth;
    if (text[at] == '(') --depth;
    if (depth == 0) return text[at] == '(' ? at : npos;
  }
  return npos;
}

/// An unquoted value may hold blanks; a comment counts as one only at its end ("photo (1).jpg" is a name).
std::string take_bare(std::string_view& text) {
  const auto end = std::min(text.find(';'), text.size());
  auto value = trim(text.substr(0, end));
  text.remove_prefix(end);
  const auto comment = comment_start(value);
  if (comment != npos && comment > 0 && is_blank(value[comment - 1])) value = trim(value.substr(0, comment));
  return std::string(value);
}

/// One parameter as written: name, RFC 2231 piece number, whether it is percent-encoded.
struct Piece {
  std::string name;
  int number = -1;
  bool encoded = false;
  std::string value;
};

Piece read_piece(std::string name, std::string value) {
  Piece piece{std::move(name), -1, false, std::move(value)};
  if (piece.name.ends_with('*')) {
    piece.encoded = true;
    piece.name.pop_back();
  }
  const auto star = piece.name.rfind('*');
  if (star != npos) {
    const char* const end = piece.name.data() + piece.name.size();
    int number = 0;
    const auto [at, error] = std::from_chars(piece.name.data() + star + 1, end, number);
    if (error == std::errc{} && at == end && number >= 0) {
      piece.number = number;
      piece.name.resize(star);
    }
  }
  return piece;
}

std::string percent_decode(std::string_view text) {
  std::string octets;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low >= 0) {
      octets += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      octets += text[i];
    }
  }
  return octets;
}

/// RFC 2231 section 4: charset'language'text in the first piece; then the pieces, each percent-encoded or not.
std::string join_pieces(const std::vector<const Piece*>& pieces) {
  std::string charset;
  std::string octets;
  bool first = true;
  for (const auto* piece : pieces) {
    std::string_view value = piece->value;
    if (piece->encoded) {
      const auto quote = first ? value.find('\'') : npos;
      const auto second = quote == npos ? npos : value.find('\'', quote + 1);
      if (second != npos) {
        charset = std::string(value.substr(0, quote));
        value.remove_prefix(second + 1);
      }
      octets += percent_decode(value);
    } else {
      octets += value;
    }
    first = false;
  }
  if (octets.find("=?") != std::string::npos) return decode_words(octets);
  const auto text = is_ascii(charset) ? std::optional<std::string>{} : to_utf8(octets, charset);
  return clean_text(text.value_or(octets));
}

/// The value of one parameter: RFC 2231 pieces in their order, else the encoded one, else the plain one.
std::string decode(std::vector<const Piece*> pieces) {
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece* a, const Piece* b) { return a->number < b->number; });
  std::vector<const Piece*> numbered;
  for (const auto* piece : pieces) {
    if (piece->number >= 0 && (numbered.empty() || numbered.back()->number != piece->number)) numbered.push_back(piece);
  }
  if (!numbered.empty()) return join_pieces(numbered);
  const auto encoded = std::find_if(pieces.begin(), pieces.end(), [](const Piece* piece) { return piece->encoded; });
  return join_pieces({encoded == pieces.end() ? pieces.front() : *encoded});
}

/// "text / plain" loses its blanks; what follows a blank is a parameter whose semicolon was forgotten.
std::string take_value(std::string_view& text) {
  std::string value;
  while (!text.empty() && text.front() != ';') {
    skip_blanks(text);
    const auto end = std::min(text.find_first_of(" \t\r\n(;"), text.size());
    const auto word = text.substr(0, end);
    if (!value.empty() && !value.ends_with('/') && !word.starts_with('/')) break;
    value += word;
    text.remove_prefix(end);
  }
  return ascii_lower(value);
}

std::vector<Piece> take_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  while (!text.empty() && pieces.size() < kMostParameters) {
    skip_blanks(text);
    const auto end = text.find_first_of("=;");
    const auto name = trim(text.substr(0, end));
    text.remove_prefix(end == npos ? text.size() : end);
    if (!text.starts_with('=')) {
      if (!text.empty()) text.remove_prefix(1);
      continue;
    }
    text.remove_prefix(1);
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    const bool quoted = text.starts_with('"');
    auto value = quoted ? take_quoted(text) : take_bare(text);
    if (quoted) skip_blanks(text);
    if (text.starts_with(';')) text.remove_prefix(1);
    if (!name.empty()) pieces.push_back(read_piece(ascii_lower(name), std::move(value)));
  }
  return pieces;
}

}  // namespace

const std::string& Parametrised::parameter(const std::string& name) const {
  static const std::string kNone;
  const auto found = parameters.find(name);
  return found == parameters.end() ? kNone : found->second;
}

Parametrised parse_parametrised(std::string_view text) {
  Parametrised result;
  const auto whole = text;
  result.value = take_value(text);
  // "filename=a.pdf" without the disposition before it.
  if (result.value.find('=') != std::string::npos) {
    result.value.clear();
    text = whole;
  }
  const auto pieces = take_pieces(text);
  std::map<std::string, std::vector<const Piece*>> by_name;
  for (const auto& piece : pieces) {
    if (!piece.name.empty()) by_name[piece.name].push_back(&piece);  // "*=x" is nobody's value
  }
  for (auto& [name, same] : by_name) result.parameters.emplace(name, decode(std::move(same)));
  return result;
}

}  // namespace docket::mime
