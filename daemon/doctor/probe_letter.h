// docket doctor --probe: one letter through the way out to each mailbox, and the wait until it is there. It carries our
// own sign, so that docket lists it as ignored ("own"); it stays in the mailbox.
#pragma once

#include <chrono>
#include <string>

#include "config/clock.h"
#include "config/settings.h"
#include "config/town.h"
#include "connectors/dns.h"
#include "connectors/mail_sink.h"
#include "connectors/oauth2/tokens.h"
#include "daemon/doctor/line.h"

namespace docket::doctor {

struct ProbeWish {
  const Settings& settings;
  const Town& town;
  oauth2::Tokens& tokens;
  std::string instance;  ///< of the file keys: what docket knows its own letters by
  std::chrono::milliseconds patience{120'000};
};
[[nodiscard]] Lines send_probes(const ProbeWish& wish, Resolver& resolver, const Clock& clock);

/// The letter, and its Message-ID in `message_id`.
[[nodiscard]] OutgoingMail probe_letter(const ProbeWish& wish, const std::string& to, Time now,
                                        std::string& message_id);

}  // namespace docket::doctor
