// Takes a gateway's banners off a letter before anything reads it; the octets stay.
#pragma once

#include "config/settings.h"
#include "connectors/letter.h"

namespace docket {

/// Changes subject and text.
void strip_banners(Letter& letter, const Strip& strip);

}  // namespace docket
