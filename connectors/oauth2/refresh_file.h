// Where an account's refresh token lies: a file NAME.refresh in data/tokens, put there by an admin after the consent,
// and replaced by docket whenever the token server gives a new one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace docket::oauth2 {

struct RefreshToken {
  std::string token;
  std::filesystem::path file;
};

/// Makes `folder` (0700) where there is none, so that an admin finds where to put a first token; the reason when that
/// fails. Here and in store_refresh_token() what root makes belongs to whom the neighbour belongs: docket must read it.
[[nodiscard]] std::optional<std::string> make_token_folder(const std::filesystem::path& folder);

/// The newest of the files by these names (one at least); the error says which file is wanted, or what is wrong with
/// it.
[[nodiscard]] tl::expected<RefreshToken, std::string> read_refresh_token(const std::filesystem::path& folder,
                                                                         const std::vector<std::string>& names);

/// Durably in place of what lies there (0600), whole or not at all; the reason when that fails.
[[nodiscard]] std::optional<std::string> store_refresh_token(const RefreshToken& token);

}  // namespace docket::oauth2
