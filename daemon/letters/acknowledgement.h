// The facts an acknowledgement states, gathered before the commit; the number joins them when it is issued.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "config/calendar.h"
#include "config/settings.h"
#include "config/town.h"
#include "connectors/letter.h"
#include "daemon/letters/templates.h"
#include "rules/decision.h"

namespace docket {

/// What stands in an outbox row for an acknowledgement: enough to render it, and nothing more.
struct AcknowledgementPlan {
  std::string template_name;
  std::vector<std::string> languages;  ///< the letter's when sure and offered, else all the town's, default first
  std::string from;                    ///< the generic address it is written as
  std::string to;                      ///< the resident; empty where the channel's own reply is the answer
  std::string phone;                   ///< of whom has no address
  std::string facts;                   ///< JSON: language → variables, without the number
};

/// For a letter that opens a case (template of the decision), or joins one (template "addition"). `now`: when it is
/// recorded, where that may be long after it came: then both times are told, and no day that is over is promised.
[[nodiscard]] AcknowledgementPlan plan_acknowledgement(const Letter& letter, const Decision& decision, const Town& town,
                                                       const Calendar& calendar, const Settings& settings,
                                                       bool addition, std::optional<Time> now = std::nullopt);

/// The letter as it would be sent under `number` ("EX-2026-000123-8").
[[nodiscard]] RenderedLetter render_acknowledgement(const AcknowledgementPlan& plan, const std::string& number,
                                                    const Templates& templates);

/// What is promised for a case, and until when; an absent part is not promised.
struct Promise {
  Standard standard;
  Time from{};  ///< when the clock started: the receipt of the letter
  std::optional<Time> first_response;
  std::optional<Time> resolve;

  /// The one that falls due first.
  [[nodiscard]] std::optional<Time> first() const { return first_response ? first_response : resolve; }
};

/// A rule's own standard stands instead of the office's as a whole. In review nothing is promised.
[[nodiscard]] Promise promise_of(const Letter& letter, const Decision& decision, const Town& town,
                                 const Calendar& calendar);
/// The same of a standard alone, counted from `from`.
[[nodiscard]] Promise promise_of(const Standard& standard, Time from, const Calendar& calendar);

}  // namespace docket
