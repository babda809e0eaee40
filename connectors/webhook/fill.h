// From a payload that is no e-mail to a letter.
#pragma once

#include "connectors/letter.h"
#include "connectors/mime/defects.h"
#include "connectors/read.h"
#include "connectors/webhook/payload.h"

namespace docket::webhook {

/// Sets what the payload says of the letter: people, subject, text with its lines, `new_text` without them, files,
/// place; everything that reading derives (resident, recipients, gist, language where it was not said) is the caller's.
void fill(Letter& letter, Payload&& payload, const ReadLimits& limits, mime::Defects& defects);

}  // namespace docket::webhook
