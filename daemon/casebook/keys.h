// The instance id and HMAC keys of one installation (file `keys`, 0600), and the tokens signed with them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "config/hmac.h"

namespace docket {

enum class Purpose { acknowledgement, forward, bounce, status, settled };

struct Token {
  std::string case_number;  ///< without prefix: "2026-000123-8"
  Purpose purpose = Purpose::acknowledgement;
};

/// A token reads `key id . case . purpose . HMAC`, in lower case: "k1.2026-000123-8.a.MFRGG…". The HMAC (SHA-256, 16
/// octets, base32) covers key id, case and purpose, each length-prefixed; purposes never interchange. One made for a
/// single letter covers that letter's id too, which it does not show. The newest key signs, all verify.
class Keys {
 public:
  /// Makes a new instance id and key in memory.
  [[nodiscard]] static Keys make();
  [[nodiscard]] static tl::expected<Keys, std::string> load(const std::filesystem::path& file);
  /// Writes beside and renames, 0600, synced.
  [[nodiscard]] tl::expected<void, std::string> save(const std::filesystem::path& file) const;

  [[nodiscard]] const std::string& instance() const { return instance_; }
  [[nodiscard]] std::string token(std::string_view case_number, Purpose purpose, std::string_view letter = {}) const;
  [[nodiscard]] std::optional<Token> verify(std::string_view token, std::string_view letter = {}) const;
  /// "<TOKEN.NONCE@domain>"
  [[nodiscard]] std::string message_id(std::string_view case_number, Purpose purpose, std::string_view nonce,
                                       std::string_view domain) const;
  /// The token in a Message-ID of ours, or in the plus part of an address ("ward2+TOKEN@…"); nullopt otherwise.
  [[nodiscard]] std::optional<Token> verify_in(std::string_view message_id_or_address,
                                               std::string_view letter = {}) const;
  /// The case that a token in such a text names, unproven: where to look for the letter it was made for.
  [[nodiscard]] static std::optional<std::string> case_named_in(std::string_view message_id_or_address);
  /// A keyed hash, for counters that must not hold addresses.
  [[nodiscard]] std::string keyed_hash(std::string_view value) const;

 private:
  struct Key {
    Key(std::string id_, std::string octets_) : id(std::move(id_)), octets(std::move(octets_)), hmac(octets) {}
    std::string id;
    std::string octets;
    HmacKey hmac;
  };
  std::string instance_;
  std::vector<Key> keys_;  ///< oldest first
};

}  // namespace docket
