// Length-prefixed fields: the one canonical form of what is hashed or signed, so that no two lists of fields have
// the same octets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace docket {

/// Eight octets of length, most significant first, then the field.
inline void append_field(std::string& to, std::string_view field) {
  const auto size = static_cast<std::uint64_t>(field.size());
  for (int shift = 56; shift >= 0; shift -= 8) to += static_cast<char>((size >> static_cast<unsigned>(shift)) & 0xFFU);
  to += field;
}

}  // namespace docket
