// Replies of an SMTP server (RFC 5321 section 4.2), read with bounds: server text is hostile until shown otherwise.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace docket::smtp {

struct Reply {
  int code = 0;
  std::string enhanced;            ///< "5.7.1" (RFC 3463), or empty
  std::vector<std::string> lines;  ///< without code and line end; valid UTF-8, no control characters

  [[nodiscard]] bool positive() const { return code >= 200 && code < 300; }
  [[nodiscard]] bool transient() const { return code >= 400 && code < 500; }
  [[nodiscard]] bool permanent() const { return code >= 500 && code < 600; }
  /// "550 5.1.1 no such mailbox": one line, at most 500 octets.
  [[nodiscard]] std::string text() const;
};

/// Control characters become spaces, ill-formed UTF-8 U+FFFD; at most `limit` octets, cut between characters.
[[nodiscard]] std::string clean_text(std::string_view octets, std::size_t limit = 500);

/// Cuts octets into replies. After an error the connection is of no use any more: the error stays.
class ReplyReader {
 public:
  static constexpr std::size_t kLineLimit = 2048;
  static constexpr std::size_t kLinesLimit = 100;

  void feed(std::string_view octets) { buffer_ += octets; }
  /// The next whole reply; nullopt: more octets are needed; an error: not SMTP, or beyond the bounds.
  [[nodiscard]] tl::expected<std::optional<Reply>, std::string> next();

 private:
  [[nodiscard]] tl::expected<bool, std::string> take_line(std::string_view line);

  std::string buffer_;
  Reply partial_;
  std::string error_;
};

}  // namespace docket::smtp
