// Mail addresses as keys: two spellings of one address give one key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace docket {

/// "Ward2@XN--BCHER-KVA.example" → "ward2@bücher.example": lower-case (Unicode folding in the local part), the domain
/// in Unicode (UTS 46). nullopt when it is no plain addr-spec: no display name, no quoted local part, no control or
/// white-space character, at most 254 octets, a domain of valid labels.
[[nodiscard]] std::optional<std::string> address_key(std::string_view address);
/// The address as letters are sent to it: the local part as typed, since servers may tell cases apart. nullopt where
/// address_key() gives none.
[[nodiscard]] std::optional<std::string> address_to_write(std::string_view address);
/// address_key() for a domain alone.
[[nodiscard]] std::optional<std::string> domain_key(std::string_view domain);
/// The domain as it goes on the wire: "xn--bcher-kva.example"; nullopt when invalid.
[[nodiscard]] std::optional<std::string> domain_to_ascii(std::string_view domain);

}  // namespace docket
