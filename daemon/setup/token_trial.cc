#include "daemon/setup/token_trial.h"

#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "config/secret.h"
#include "daemon/setup/place.h"

namespace docket::setup {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAccount = "trial";

fs::path private_folder() {
  const fs::path in_memory = "/dev/shm";
  const auto base = access(in_memory.c_str(), W_OK | X_OK) == 0 ? in_memory : fs::temp_directory_path();
  std::string name = base / "docket-init-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), "cannot make " + name);
  return name;
}

void no_log(int /*priority*/, const std::string& /*line*/) {}

}  // namespace

TokenTrial::TokenTrial(const Login& login, const std::string& refresh_token, const Clock& clock) {
  if (login.oauth2 && !refresh_token.empty()) {
    folder_ = private_folder();
    if (const auto error = store_refresh_token(file(), refresh_token, {})) throw std::runtime_error(*error);
  }
  std::vector<oauth2::Account> accounts;
  if (login.oauth2) accounts.push_back({kAccount, login});
  tokens_ = std::make_unique<oauth2::Tokens>(file().parent_path(), std::move(accounts), clock, no_log);
}

TokenTrial::~TokenTrial() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

std::string TokenTrial::refresh_token() const {
  if (folder_.empty()) return "";
  return read_secret({Secret::Kind::file, file().string()}).value_or("");
}

fs::path TokenTrial::file() const { return folder_ / "tokens" / (std::string(kAccount) + ".refresh"); }

}  // namespace docket::setup
