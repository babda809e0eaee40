// Takes a gateway's banners off a letter before anything reads it; the octets stay.
#pragma once

#include "config/settings.h"
#include "connectors/letter.h"

namespace docket {

/// Changes subject and text. Case and the width of white space do not matter; in the text only the beginning of a line
/// counts, so that a person may speak of the banner. Without it two mailboxes, one behind the gateway, would hold two
/// letters. Linear in text times banners.
void strip_banners(Letter& letter, const Strip& strip);

}  // namespace docket
