#include "daemon/intake/prepare.h"

#include <algorithm>
#include <utility>

#include "connectors/read.h"
#include "daemon/casebook/zstd.h"
#include "daemon/matters/matters.h"
#include "rules/route.h"

namespace docket {
namespace {

constexpr int kMostReceivedLines = 30;  // more is a loop

/// Nobody has judged it but a person: rules put it nowhere, every office written to is still to get it.
void decide_by_hand(Decision& decision, const Town& town, const char* why) {
  decision.outcome = Decision::Outcome::case_;
  decision.ignored.reset();
  decision.review = why;
  decision.decided_by = "by hand";
  const auto office = std::exchange(decision.assign, std::nullopt);
  if (!office || decision.written_to.empty() || town.office(*office) == nullptr) return;
  decision.copies.push_back({*office, "", {}, decision.written_to});
  std::sort(decision.copies.begin(), decision.copies.end(),
            [](const Copy& a, const Copy& b) { return a.office < b.office; });
}

std::optional<std::string> quarantine_reason(const Inbound& inbound, const Letter& letter) {
  if (inbound.by_hand) return std::nullopt;
  if (inbound.unreadable) return "unreadable: " + *inbound.unreadable;
  if (inbound.oversize) return "too large";
  if (letter.received_lines > kMostReceivedLines) return "over 30 Received lines";
  return std::nullopt;
}

}  // namespace

Recording prepare(Inbound inbound, const Configuration& configuration, const std::string& instance, Time now) {
  const auto& settings = *configuration.settings;
  const auto& town = *configuration.town;
  Recording recording;
  recording.letter = read(inbound, read_context(settings, town, inbound.source, instance));
  const Letter& letter = recording.letter;
  inbound.channel = letter.channel;  // a payload may name its own
  auto decisions = route_both(letter, configuration.judging());
  recording.decision = std::move(decisions.new_case);
  recording.if_joined = std::move(decisions.addition);
  const bool ignored = recording.decision.outcome == Decision::Outcome::ignored;
  if (inbound.by_hand) decide_by_hand(recording.decision, town, "out of quarantine, by hand");
  if (inbound.apart && ignored) decide_by_hand(recording.decision, town, "out of another case, by hand");
  recording.acknowledgement =
      plan_acknowledgement(letter, recording.decision, town, *configuration.calendar, settings, false, now);
  recording.promise = promise_of(letter, recording.decision, town, *configuration.calendar);
  recording.quarantine = quarantine_reason(inbound, letter);
  if (inbound.oversize && !inbound.by_hand) recording.acknowledgement.template_name = "too-large";
  recording.compressed = compress(inbound.octets);
  recording.searchable = searchable(letter);
  auto signs =
      matter_signs(letter, recording.if_joined, configuration, recording.searchable.body, recording.searchable.subject);
  recording.sketch = std::move(signs.sketch);
  recording.places = std::move(signs.places);
  recording.town = configuration.town;
  recording.configuration = configuration.version;
  const auto* source = settings.source(inbound.source);
  recording.import_closed = inbound.before_start && (source == nullptr || source->import == Import::closed);
  recording.inbound = std::move(inbound);
  if (may_join(recording)) {
    recording.addition =
        plan_acknowledgement(letter, recording.if_joined, town, *configuration.calendar, settings, true, now);
  }
  write_out(recording);
  return recording;
}

}  // namespace docket
