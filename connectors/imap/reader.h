// From octets in arbitrary pieces to whole IMAP responses (RFC 9051 section 2.2.2, 9): literal-aware, strict, bounded,
// without I/O. What a letter contains can never be mistaken for the server's own words, because literals are counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace docket::imap {

struct ReaderLimits {
  std::size_t line = std::size_t{64} << 10U;         ///< text of one response, literals not counted
  std::uint64_t literal = std::uint64_t{50} << 20U;  ///< longer ones are drained, only `kept` octets are kept
  std::size_t kept = std::size_t{1} << 20U;          ///< of a literal that is too long
  std::uint64_t drained = std::uint64_t{2} << 30U;   ///< a literal longer than this is malformed
  std::size_t literals = 16;                         ///< in one response
};

struct Literal {
  std::string octets;
  std::uint64_t size = 0;  ///< as announced and counted; more than octets.size() when it was too long
  [[nodiscard]] bool whole() const { return octets.size() == size; }
};

/// One response: its text with every literal's announcement ("{12}") still in place, the literals beside it.
struct Response {
  std::string line;
  std::vector<Literal> literals;
};

class ResponseReader {
 public:
  explicit ResponseReader(ReaderLimits limits = {});

  /// Takes octets up to the end of one response and returns how many; none when one is ready or after an error.
  [[nodiscard]] std::size_t consume(std::string_view octets);
  [[nodiscard]] bool ready() const { return ready_; }
  /// The response; only when ready(). The reader begins anew.
  [[nodiscard]] Response take();
  /// Why what came is no IMAP; empty while all is well. After an error the connection is of no use any more.
  [[nodiscard]] const std::string& error() const { return error_; }

  /// What has come of the response so far; to tell which letter a broken answer was about.
  [[nodiscard]] const Response& partial() const { return response_; }
  [[nodiscard]] bool in_literal() const { return missing_ > 0; }
  /// For the next response: lists of UIDs are long lines.
  void set_line_limit(std::size_t octets) { limits_.line = octets; }

 private:
  std::size_t consume_literal(std::string_view octets);
  std::size_t consume_text(std::string_view octets);
  void end_line();
  void begin_literal(std::uint64_t size);
  void fail(std::string why);

  ReaderLimits limits_;
  Response response_;
  std::size_t segment_ = 0;    ///< where in the line the text after the last literal begins
  std::uint64_t missing_ = 0;  ///< octets of the literal still to come
  bool after_return_ = false;  ///< the last octet was CR
  bool ready_ = false;
  std::string error_;
};

/// The announcement at the end of `text` ("{12}", "{12+}", "~{12}"), as RFC 9051 and 7888 write it.
struct Announcement {
  enum class Kind { none, literal, malformed } kind = Kind::none;
  std::uint64_t size = 0;
};
[[nodiscard]] Announcement announcement_at_end(std::string_view text);

}  // namespace docket::imap
