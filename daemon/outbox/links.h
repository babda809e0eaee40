// The signed links of a letter, by which a resident answers its question. They are made when the letter is drafted, so
// that no row holds a key.
#pragma once

#include <string>

#include "config/settings.h"
#include "daemon/casebook/keys.h"

namespace docket {

/// Adds to the facts of each language what its question needs: "closing" (public id of a closing) gives settled_yes and
/// settled_not_yet; "consent" (office id) consent_yes and consent_no; a ready answer answered_yes and answered_no.
/// Unchanged without a public page (desk.public and desk.public_url), or without a case. `number`: without prefix.
[[nodiscard]] std::string with_links(const std::string& facts, const std::string& number, const Keys& keys,
                                     const Settings& settings);

}  // namespace docket
