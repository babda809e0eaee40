#include "daemon/casebook/keys.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <fstream>
#include <sstream>
#include <system_error>

#include "config/digest.h"
#include "config/durable.h"
#include "config/text.h"
#include "daemon/casebook/octet_fields.h"

namespace docket {
namespace {

constexpr std::string_view kHeader = "docket keys 1";
constexpr std::size_t kMacOctets = 16;
constexpr std::size_t kKeyOctets = 32;
constexpr std::size_t kMostToken = 128;

char letter_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::acknowledgement:
      return 'a';
    case Purpose::forward:
      return 'f';
    case Purpose::bounce:
      return 'b';
    case Purpose::status:
      return 's';
    case Purpose::settled:
      return 'd';
  }
  return '?';
}

std::optional<Purpose> purpose_of(std::string_view letter) {
  for (const Purpose purpose :
       {Purpose::acknowledgement, Purpose::forward, Purpose::bounce, Purpose::status, Purpose::settled}) {
    if (letter.size() == 1 && letter.front() == letter_of(purpose)) return purpose;
  }
  return std::nullopt;
}

std::string mac(const HmacKey& key, std::string_view id, std::string_view number, std::string_view purpose,
                std::string_view of_letter) {
  std::string message;
  for (const std::string_view field : {std::string_view("docket-token-1"), id, number, purpose}) {
    append_field(message, field);
  }
  if (!of_letter.empty()) append_field(message, of_letter);
  return base32(key.mac(message).substr(0, kMacOctets));
}

/// The token in a Message-ID ("<TOKEN.NONCE@…>"), in the plus part of an address, or alone.
std::string_view token_in(std::string_view text) {
  text = trim(text);
  if (text.size() > 998) return {};
  if (text.starts_with('<')) text.remove_prefix(1);
  std::string_view local = text.substr(0, text.rfind('@'));
  if (const auto plus = local.find('+'); plus != std::string_view::npos) local.remove_prefix(plus + 1);
  const auto fields = split(local, '.');
  return fields.size() == 5 ? local.substr(0, local.size() - fields[4].size() - 1) : local;
}

std::string unhex(std::string_view text) {
  std::string octets;
  const auto value = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    const int high = value(text[i]);
    const int low = value(text[i + 1]);
    if (high < 0 || low < 0) return {};
    octets += static_cast<char>(high * 16 + low);
  }
  return octets;
}

}  // namespace

Keys Keys::make() {
  Keys keys;
  keys.instance_ = base32(random_octets(10));
  keys.keys_.emplace_back("k1", random_octets(kKeyOctets));
  return keys;
}

tl::expected<Keys, std::string> Keys::load(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return tl::unexpected(fmt::format("{}: {}", file.string(), system_reason()));
  if ((status.st_mode & 077U) != 0) {
    return tl::unexpected(
        fmt::format("{} may be read by others; it must be 0600: chmod 600 {}", file.string(), file.string()));
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) return tl::unexpected(fmt::format("{}: cannot be read", file.string()));
  Keys keys;
  std::string line;
  bool known = std::getline(in, line) && line == kHeader;
  while (known && std::getline(in, line)) {
    std::istringstream words(line);
    std::string kind;
    std::string id;
    std::string octets;
    words >> kind >> id >> octets;
    if (kind == "instance") {
      keys.instance_ = id;
    } else if (kind == "key" && unhex(octets).size() == kKeyOctets) {
      keys.keys_.emplace_back(id, unhex(octets));
    } else {
      known = false;
    }
  }
  if (!known || keys.instance_.empty() || keys.keys_.empty()) {
    return tl::unexpected(
        fmt::format("{} is not a keys file of docket; put back the one from a backup", file.string()));
  }
  return keys;
}

tl::expected<void, std::string> Keys::save(const std::filesystem::path& file) const {
  std::string text = fmt::format("{}\ninstance {}\n", kHeader, instance_);
  for (const Key& key : keys_) text += fmt::format("key {} {}\n", key.id, hex(key.octets));
  std::filesystem::path beside = file;
  beside += ".new";
  if (const auto trouble = write_synced(beside, text)) {
    return tl::unexpected(fmt::format("{} cannot be written: {}", beside.string(), *trouble));
  }
  std::error_code error;
  std::filesystem::rename(beside, file, error);
  if (error) return tl::unexpected(fmt::format("{} cannot be written: {}", file.string(), error.message()));
  sync_folder(file.parent_path());
  return {};
}

std::string Keys::token(std::string_view case_number, Purpose purpose, std::string_view letter) const {
  const Key& key = keys_.back();
  const char mark = letter_of(purpose);
  const std::string signature = mac(key.hmac, key.id, case_number, std::string_view(&mark, 1), letter);
  return fmt::format("{}.{}.{}.{}", key.id, case_number, mark, signature);
}

std::optional<Token> Keys::verify(std::string_view token, std::string_view letter) const {
  if (token.size() > kMostToken) return std::nullopt;
  const std::string lower = ascii_lower(token);
  const auto fields = split(lower, '.');
  if (fields.size() != 4) return std::nullopt;
  const auto purpose = purpose_of(fields[2]);
  if (!purpose) return std::nullopt;
  for (const Key& key : keys_) {
    if (key.id != fields[0]) continue;
    if (!equal_constant_time(mac(key.hmac, key.id, fields[1], fields[2], letter), fields[3])) return std::nullopt;
    return Token{std::string(fields[1]), *purpose};
  }
  return std::nullopt;
}

std::string Keys::message_id(std::string_view case_number, Purpose purpose, std::string_view nonce,
                             std::string_view domain) const {
  return fmt::format("<{}.{}@{}>", token(case_number, purpose), nonce, domain);
}

std::optional<Token> Keys::verify_in(std::string_view message_id_or_address, std::string_view letter) const {
  return verify(token_in(message_id_or_address), letter);
}

std::optional<std::string> Keys::case_named_in(std::string_view message_id_or_address) {
  const std::string token = ascii_lower(token_in(message_id_or_address));
  const auto fields = split(token, '.');
  return fields.size() == 4 && token.size() <= kMostToken ? std::optional(std::string(fields[1])) : std::nullopt;
}

std::string Keys::keyed_hash(std::string_view value) const {
  // The oldest key: counters and participants stay the same when a new key begins to sign.
  return keys_.front().hmac.mac(std::string("docket-hash-1:") + std::string(value));
}

}  // namespace docket
