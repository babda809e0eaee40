#include "daemon/desk/taking.h"

#include <fmt/format.h>

#include <utility>

#include "config/failpoint.h"
#include "config/heartbeat.h"

namespace docket {
namespace {

constexpr int kWarning = 4;
constexpr std::chrono::minutes kCareful{30};

}  // namespace

Taking::Taking(Collaborators collaborators)
    : with_(std::move(collaborators)), careful_until_(with_.clock.now() + kCareful) {}

std::optional<Taken> Taking::operator()(Inbound inbound) const {
  const std::string source = inbound.source;
  const auto later = [&](const std::string& why) {
    with_.log(kWarning, fmt::format("source {}: to come again: {}", source, why));
    return std::nullopt;
  };
  if (with_.careful && with_.clock.now() < careful_until_) {
    const auto listed = with_.intake.list(source, {&inbound.delivery_key, 1});
    if (!listed) return later(listed.error().text);
  }
  auto outcome = with_.intake.take(std::move(inbound));
  const Heartbeat::Waiting waiting("the intake");
  if (outcome.wait_for(with_.patience) != std::future_status::ready) return later("not durable in time");
  auto taken = outcome.get();
  if (!taken) return later(taken.error().text);
  failpoint("before-answer");
  return std::move(*taken);
}

}  // namespace docket
