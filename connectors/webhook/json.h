// JSON of strangers (RFC 8259), bounded: what a parser of any kind could read in two ways is refused.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace docket::webhook {

/// Refused, with the reason in our words: not UTF-8, a key twice in one object, deeper than 32, an object of more than
/// 1,000 keys, more than 100,000 values, numbers that do not fit. Objects keep their order.
[[nodiscard]] tl::expected<nlohmann::ordered_json, std::string> parse_json(std::string_view text);

/// The text under `key`, or "" where there is none or it is no text.
[[nodiscard]] std::string text_of(const nlohmann::ordered_json& object, const char* key);
/// The value under `key`; null where there is none or `object` is no object.
[[nodiscard]] const nlohmann::ordered_json& member(const nlohmann::ordered_json& object, const char* key);

}  // namespace docket::webhook
