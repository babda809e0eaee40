#include "daemon/serve/by_hand.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/heartbeat.h"
#include "connectors/phone.h"
#include "daemon/control/reading.h"

namespace docket {
namespace {

using nlohmann::json;

std::string member(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_by_hand(const std::string& channel) { return channel == "phone" || channel == "counter"; }

}  // namespace

tl::expected<Taken, Trouble> wait_for(std::future<tl::expected<Taken, Trouble>> outcome) {
  const Heartbeat::Waiting waiting("the intake");
  return outcome.get();
}

HttpResponse open_by_hand(const HttpRequest& request, Intake& intake, CaseBook& book, const Clock& clock) {
  const auto body = json::parse(request.body, nullptr, false);
  if (!body.is_object() || !is_by_hand(member(body, "channel"))) {
    return error_answer(400, 2, "the channel is phone or counter");
  }
  if (member(body, "text").empty()) return error_answer(400, 2, "what was said is missing: --text");
  Inbound inbound;
  inbound.source = kDeskSource;
  inbound.delivery_key = hex(random_octets(16));
  inbound.octets = request.body;
  inbound.format = "json";
  inbound.media_type = "application/json";
  inbound.channel = member(body, "channel");
  inbound.received = clock.now();
  inbound.joins = parameter(request, "joins").value_or("");
  const bool added = !inbound.joins.empty();
  const auto taken = wait_for(intake.take(std::move(inbound)));
  if (!taken) return error_answer(503, 75, taken.error().text);
  // In the timeline stands who wrote it down; what was said is the letter.
  const auto noted =
      book.note(taken->number, added ? "added at the desk" : "taken down at the desk", request.peer.login);
  if (!noted) return error_answer(503, noted.error().exit_code, noted.error().text);
  const json answer{{"outcome", taken->outcome}, {"case", taken->number}, {"inbound", taken->inbound}};
  return {200, "application/json", answer.dump()};
}

HttpResponse cases_of_person(const HttpRequest& request, CaseBook& book, BookReader& reader, const Town& town) {
  const auto from = json::parse(request.body, nullptr, false);
  if (!from.is_object()) return error_answer(400, 2, "an object with email and phone");
  const auto phone = normalised(member(from, "phone"), region_of(town.time_zone));
  const auto numbers = book.open_cases_of(member(from, "email"), phone.value_or(""));
  if (!numbers) return error_answer(503, numbers.error().exit_code, numbers.error().text);
  json cases = json::array();
  for (const auto& number : *numbers) {
    if (auto line = reader.case_line(number, town, false)) cases.push_back(std::move(*line));
  }
  return {200, "application/json", json{{"cases", cases}}.dump()};
}

}  // namespace docket
