// Delivery reports (RFC 3464), bounces in other forms, read receipts (RFC 8098).
#pragma once

#include <optional>
#include <vector>

#include "connectors/letter.h"
#include "connectors/mime/part.h"

namespace docket {

/// nullopt for what a person wrote, an attached report included. Of several recipients those with the worst action are
/// told. Never fails: a field that is missing or malformed stays empty. At most 100 recipients. `parts` are the leaves
/// of the letter in its own order; headers, from, subject and text of the letter are filled.
[[nodiscard]] std::optional<Bounce> read_bounce(const Letter& letter, const std::vector<PartView>& parts);

}  // namespace docket
