// Where a request ends, decided strictly (RFC 9112): what two servers could read in two ways is refused, since one of
// them may be the proxy in front of us (request smuggling). Without any library; the parser behind sees what passed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace docket::http {

/// An answer with a fixed body.
struct Refusal {
  int status = 400;
  std::string_view text = "bad request\n";
};

/// Looks at the octets of a head as they arrive, each once: lines end in CRLF, no other control character but the tab,
/// no line is folded, none is empty before the first.
class HeadScan {
 public:
  explicit HeadScan(std::size_t limit) : limit_(limit) {}
  /// `octets`: all that came so far. The size of the head with its empty line, nullopt while it is not whole, or why it
  /// never will be (431 past the limit).
  [[nodiscard]] tl::expected<std::optional<std::size_t>, Refusal> look(std::string_view octets);

 private:
  [[nodiscard]] bool may_follow(char c) const;

  std::size_t limit_;
  std::size_t seen_ = 0;
  std::size_t lines_ = 0;
  std::size_t column_ = 0;  ///< of the next octet
  char last_ = '\n';
};

struct Head {
  std::string method;
  std::string target;
  unsigned version = 11;                                    ///< 10 or 11
  std::vector<std::pair<std::string, std::string>> fields;  ///< names in lower case, in their order
};

struct Framing {
  bool chunked = false;
  std::uint64_t length = 0;  ///< unless chunked
  bool waits = false;        ///< for "100 Continue" before it sends its body
  [[nodiscard]] bool has_body() const { return chunked || length > 0; }
};

[[nodiscard]] tl::expected<Framing, Refusal> framing_of(const Head& head);

/// Fields that come several times are joined with ", " (RFC 9110 section 5.3).
[[nodiscard]] std::map<std::string, std::string> headers_of(const Head& head);

}  // namespace docket::http
