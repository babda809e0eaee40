// Puts a parsed e-mail together again, so that the one reader of letters reads it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace docket::webhook {

struct MailFile {
  std::string name;  ///< as sent
  std::string type;
  std::string content_id;  ///< without angle brackets; empty: none
  std::string content;     ///< decoded octets
};

struct ParsedMail {
  /// Fields as the provider gave them, in their order; raw (encoded words, 8-bit octets) or decoded.
  std::vector<std::pair<std::string, std::string>> header;
  std::string text;  ///< UTF-8
  std::string html;  ///< UTF-8
  std::vector<MailFile> files;

  /// The first value of that field in any case, or "".
  [[nodiscard]] std::string_view field(std::string_view name) const;
  /// Adds a field that is not there yet, and no empty one.
  void add_missing(std::string_view name, std::string_view value);
};

/// A message of RFC 5322: one line a field, 8-bit; nothing in a value begins another field. Fields that describe the
/// body are made anew. The same mail gives the same octets.
[[nodiscard]] std::string assemble(const ParsedMail& mail);

/// "Name <address>", the name quoted.
[[nodiscard]] std::string mailbox(std::string_view name, std::string_view address);

/// The address of an envelope field, without angle brackets; "" of <>. Clean UTF-8, whatever came.
[[nodiscard]] std::string envelope_address(std::string_view text);

/// The fields of a whole message, unfolded.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> header_of(std::string_view message);

}  // namespace docket::webhook
