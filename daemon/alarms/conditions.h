// What is wrong with the whole: for `docket status`, and for those whom `alarms:` names.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/source.h"
#include "daemon/casebook/reader.h"
#include "daemon/outbox/outbox.h"

namespace docket {

struct AlarmCondition {
  std::string kind;  ///< source | webhook | outbox | mail-out | slowed | undelivered | uncertain | quarantine | review
                     ///< | rules | book | disk | backup | token | secret | certificate
  std::string text;  ///< one line for an admin; no letter's words, no address, no secret
  bool unhealthy = true;  ///< `docket status` answers 1
  bool alarm = true;      ///< somebody is told
};

/// What conditions are judged by, gathered at one moment.
struct Signs {
  Time now{};
  Time started{};
  bool open_hours = false;  ///< the town's office hours
  struct SourceSign {
    const SourceSettings* settings = nullptr;
    SourceHealth health;
  };
  std::vector<SourceSign> sources;
  std::map<std::string, int> webhooks_refused;  ///< for their signature within the last hour, by source
  Outbox::Health mail_out;
  std::vector<std::string> tokens;  ///< oauth2::Tokens::troubles()
  std::optional<BookFigures> book;  ///< nullopt: the book cannot be read
  std::string book_trouble;         ///< why it cannot
  std::optional<std::string> refused_rules;
  std::optional<std::uintmax_t> free_space;  ///< octets where the book lies
};

/// Pure. In a fixed order, the most pressing first.
[[nodiscard]] std::vector<AlarmCondition> judge_conditions(const Signs& signs, const Settings& settings);

}  // namespace docket
