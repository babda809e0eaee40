#include "config/secret.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace docket {
namespace {

constexpr std::size_t kMaxOctets = std::size_t{64} << 10U;  // private keys and tokens are far smaller

using Result = tl::expected<std::string, std::string>;

/// Editors and `echo` end a file with a line break that is no part of the password.
Result without_line_end(std::string secret, const std::string& place) {
  if (secret.ends_with('\n')) secret.pop_back();
  if (secret.ends_with('\r')) secret.pop_back();
  if (secret.empty()) return tl::unexpected(place + " is empty");
  if (secret.find('\0') != std::string::npos) return tl::unexpected(place + " holds a NUL character");
  return secret;
}

/// Problems name the place and never what lies there, not even its length.
Result from_file(const std::filesystem::path& path, const std::string& place) {
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) {
    return tl::unexpected(place + (failed ? " cannot be read: " + failed.message() : " is not there"));
  }
  const auto status = std::filesystem::status(path, failed);
  if (!std::filesystem::is_regular_file(status)) return tl::unexpected(place + " is not a regular file");
  // Its group may have it: root owns it, docket's group reads it.
  using std::filesystem::perms;
  if ((status.permissions() & (perms::others_read | perms::others_write)) != perms::none) {
    return tl::unexpected(place + " may be read or written by others: chmod o-rw " + path.string());
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return tl::unexpected(place + " cannot be opened");
  std::string secret(kMaxOctets + 1, '\0');
  in.read(secret.data(), static_cast<std::streamsize>(secret.size()));
  if (in.bad()) return tl::unexpected(place + " cannot be read");
  secret.resize(static_cast<std::size_t>(in.gcount()));
  if (secret.size() > kMaxOctets) return tl::unexpected(place + " is larger than 64 KiB");
  return without_line_end(std::move(secret), place);
}

/// systemd names what it took from a folder (LoadCredential=secrets:/etc/docket/secrets, systemd.exec(5)) secrets_FILE;
/// people name it as the file they put there. One that is named in the unit itself goes first.
std::filesystem::path credential_file(const std::filesystem::path& folder, const std::string& name) {
  std::error_code failed;
  const auto own = folder / name;
  const auto from_secrets = folder / ("secrets_" + name);
  return !std::filesystem::exists(own, failed) && std::filesystem::exists(from_secrets, failed) ? from_secrets : own;
}

}  // namespace

// Read when it is used, not kept: a password that changes is found at the next login, without a restart.
tl::expected<std::string, std::string> read_secret(const Secret& secret) {
  switch (secret.kind) {
    case Secret::Kind::credential: {
      const std::string place = "credential '" + secret.name + "'";
      const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
      if (folder == nullptr) return tl::unexpected(place + " is not there: systemd gave no credentials");
      return from_file(credential_file(folder, secret.name), place);
    }
    case Secret::Kind::file:
      return from_file(secret.name, "file " + secret.name);
    case Secret::Kind::env: {
      const std::string place = "environment variable " + secret.name;
      const char* value = std::getenv(secret.name.c_str());
      if (value == nullptr) return tl::unexpected(place + " is not set");
      return without_line_end(value, place);
    }
    case Secret::Kind::none:
      break;
  }
  return tl::unexpected(std::string("no secret is named"));
}

}  // namespace docket
