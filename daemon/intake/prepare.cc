#include "daemon/intake/prepare.h"

#include "connectors/read.h"
#include "daemon/casebook/zstd.h"
#include "rules/route.h"

namespace docket {
namespace {

constexpr int kMostReceivedLines = 30;  // more is a loop

std::optional<std::string> quarantine_reason(const Inbound& inbound, const Letter& letter) {
  if (inbound.unreadable) return "unreadable: " + *inbound.unreadable;
  if (inbound.oversize) return "too large";
  if (letter.received_lines > kMostReceivedLines) return "over 30 Received lines";
  return std::nullopt;
}

}  // namespace

Recording prepare(Inbound inbound, const Configuration& configuration, const std::string& instance) {
  const auto& settings = *configuration.settings;
  const auto& town = *configuration.town;
  Recording recording;
  recording.letter = read(inbound, read_context(settings, town, inbound.source, instance));
  const Letter& letter = recording.letter;
  const auto judging = configuration.judging();
  recording.decision = route(letter, judging);
  recording.if_joined = route_addition(letter, judging);
  recording.acknowledgement =
      plan_acknowledgement(letter, recording.decision, town, *configuration.calendar, settings, false);
  recording.addition = plan_acknowledgement(letter, recording.if_joined, town, *configuration.calendar, settings, true);
  recording.due = first_due(letter, recording.decision, town, *configuration.calendar);
  recording.quarantine = quarantine_reason(inbound, letter);
  if (inbound.oversize) recording.acknowledgement.template_name = "too-large";
  recording.compressed = compress(inbound.octets);
  recording.searchable = searchable(letter);
  recording.town = configuration.town;
  recording.configuration = configuration.version;
  const auto* source = settings.source(inbound.source);
  recording.import_closed = inbound.before_start && (source == nullptr || source->import == Import::closed);
  recording.inbound = std::move(inbound);
  return recording;
}

}  // namespace docket
