// One line of `docket doctor`: what was looked at, how it is, and what to do next. Everything the doctor does comes
// down to these; the files beside this one judge, one group of checks each, from facts that others gathered.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "config/clock.h"

namespace docket::doctor {

enum class State { ok, warning, broken };

struct Line {
  std::string check;  ///< "source council", "disk /var/lib/docket"
  State state = State::ok;
  std::string text;  ///< what was found; no secret, no letter's words
  std::string next;  ///< what to do; empty where there is nothing to do
};
using Lines = std::vector<Line>;

[[nodiscard]] inline Line ok(std::string check, std::string text, std::string next = {}) {
  return {std::move(check), State::ok, std::move(text), std::move(next)};
}
[[nodiscard]] inline Line warning(std::string check, std::string text, std::string next) {
  return {std::move(check), State::warning, std::move(text), std::move(next)};
}
[[nodiscard]] inline Line broken(std::string check, std::string text, std::string next) {
  return {std::move(check), State::broken, std::move(text), std::move(next)};
}
[[nodiscard]] inline Line line(State state, std::string check, std::string text, std::string next) {
  return {std::move(check), state, std::move(text), std::move(next)};
}

/// Until when a certificate is good: a warning 30 days before, broken past it. `next`: how it is renewed.
[[nodiscard]] Line judge_end(const std::string& check, const std::string& what, Time end, Time now,
                             const std::string& next);
/// "2.5 GiB", "310 MiB", "12 KiB".
[[nodiscard]] std::string size_words(std::uintmax_t octets);
/// "3 days", "26 hours", "5 minutes".
[[nodiscard]] std::string span_words(Time::duration span);

}  // namespace docket::doctor
