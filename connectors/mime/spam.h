// What the mail system said about spam; docket judges nothing by itself.
#pragma once

#include "connectors/letter.h"

namespace docket {

/// A sender could write these fields too, which only harms himself. An unknown verdict is none. X-Spam-Flag,
/// X-Spam-Status, SCL and providers' verdicts, or that it lay in the Junk folder.
[[nodiscard]] bool spam_verdict(const Letter& letter, bool junk_folder);

}  // namespace docket
