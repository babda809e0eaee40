// The way out: whether the server lets us in, and takes every address that letters are written as.
#pragma once

#include <string>
#include <vector>

#include "config/settings.h"
#include "config/town.h"
#include "connectors/probe.h"
#include "daemon/doctor/line.h"

namespace docket::doctor {

/// Every address that letters may be sent from: the generic ones, or the account; and the account as MAIL FROM.
[[nodiscard]] std::vector<std::string> from_addresses(const Settings& settings, const Town& town);
/// Their domains, each once.
[[nodiscard]] std::vector<std::string> sending_domains(const Settings& settings, const Town& town);

/// `tried`: the addresses that were offered.
[[nodiscard]] Lines judge_mail_out(const MailSettings& mail, const MailOutProbe& probe,
                                   const std::vector<std::string>& tried, Time now);

}  // namespace docket::doctor
