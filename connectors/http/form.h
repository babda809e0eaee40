// The fields of an HTML form as they travel: application/x-www-form-urlencoded (URL Standard, section 5) and
// multipart/form-data (RFC 7578). Strict and bounded; a form that breaks off is none.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace docket {

struct FormField {
  std::string name;                      ///< at most 1 KiB
  std::string_view value;                ///< octets as the sender meant them, in no charset yet
  std::optional<std::string> file_name;  ///< UTF-8, as sent
  std::string type;                      ///< the Content-Type of a part, "" when it has none
};

/// Named so that it is never taken for a Form of town.yaml. In the order sent; a name may come again. Values lie in the
/// body that was read, or in `decoded`.
struct SentForm {
  SentForm() = default;
  ~SentForm() = default;
  SentForm(SentForm&&) = default;
  SentForm& operator=(SentForm&&) = default;
  SentForm(const SentForm&) = delete;
  SentForm& operator=(const SentForm&) = delete;

  /// The first of that name; nullptr when there is none.
  [[nodiscard]] const FormField* find(std::string_view name) const;
  /// Its value, or "".
  [[nodiscard]] std::string_view value(std::string_view name) const;

  std::vector<FormField> fields;
  std::deque<std::string> decoded;
};

struct FormLimits {
  std::size_t fields = 1000;
  std::size_t name = 1024;
  std::size_t part_header = std::size_t{8} << 10U;
};

/// `body` outlives the form. The error is in our words.
[[nodiscard]] tl::expected<SentForm, std::string> parse_urlencoded(std::string_view body,
                                                                   const FormLimits& limits = {});
[[nodiscard]] tl::expected<SentForm, std::string> parse_multipart(std::string_view body, std::string_view boundary,
                                                                  const FormLimits& limits = {});
/// By the Content-Type it came with.
[[nodiscard]] tl::expected<SentForm, std::string> parse_form(std::string_view body, std::string_view content_type,
                                                             const FormLimits& limits = {});

/// `+` is a blank and %XX an octet; nullopt where a % begins no such code.
[[nodiscard]] std::optional<std::string> decode_percent(std::string_view text);

}  // namespace docket
