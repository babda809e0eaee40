// What Open311 answers as values, before they become XML or JSON: services, requests, updates, discovery. None of it
// holds a person, or words of one.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "config/calendar.h"
#include "config/clock.h"
#include "config/settings.h"
#include "config/town.h"
#include "daemon/casebook/service_requests.h"

namespace docket::open311 {

/// What the values say, and in which language.
struct Wording {
  const Town& town;
  const Calendar& calendar;
  std::string language;
  Time now{};
};

/// `realtime`: requests get their number at once, else a token.
[[nodiscard]] nlohmann::ordered_json services_value(const Wording& wording, bool realtime);
[[nodiscard]] nlohmann::ordered_json definition_value(const Service& service, const Wording& wording);
/// `extended`: with `extended_attributes`.
[[nodiscard]] nlohmann::ordered_json request_value(const ServiceRequest& request, const Wording& wording,
                                                   bool extended);
[[nodiscard]] nlohmann::ordered_json update_value(const ServiceRequestUpdate& update, const Wording& wording);
/// `url`: of the endpoint, from outside.
[[nodiscard]] nlohmann::ordered_json discovery_value(const Wording& wording, const std::string& url, Mode mode,
                                                     Time changed);
/// Who has it and what happens next, in plain words.
[[nodiscard]] std::string notice(const ServiceRequest& request, const Wording& wording);
/// The same of one that has no case (yet).
[[nodiscard]] std::string notice_without_case(const Wording& wording);

}  // namespace docket::open311
