// On whose behalf a command looks into the data folder.
#pragma once

#include <filesystem>

namespace docket {

/// The book belongs to the service's user: files that root would make beside it must not lock that user out. Root
/// becomes that user, for good; anybody else stays who they are. False: it cannot.
[[nodiscard]] bool become_owner_of(const std::filesystem::path& data);

}  // namespace docket
