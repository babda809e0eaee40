#include "daemon/serve/control_api.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/quantity.h"
#include "config/text.h"
#include "daemon/compare/again.h"
#include "daemon/control/reading.h"
#include "daemon/serve/by_hand.h"
#include "daemon/serve/staff_door.h"

namespace docket {
namespace {

using nlohmann::json;

std::string text_of(const HttpRequest& request, const std::string& name) {
  return parameter(request, name).value_or("");
}

HttpResponse done(const tl::expected<void, Refusal>& result) {
  if (result) return {200, "application/json", R"({"done":true})"};
  return error_answer(result.error().exit_code == 1 ? 404 : 409, result.error().exit_code, result.error().text);
}

HttpResponse answer_of(const Taken& taken) {
  const json body{{"outcome", taken.outcome},
                  {"case", taken.number.empty() ? json() : json(taken.number)},
                  {"inbound", taken.inbound}};
  return {200, "application/json", body.dump()};
}

HttpResponse later(const std::string& why) { return error_answer(503, 75, why); }

/// The same letter handed over for other recipients is another delivery; `letter_key` joins them.
std::string pipe_key(const std::string& octets, std::vector<std::string> recipients) {
  auto key = sha256_hex(octets);
  std::sort(recipients.begin(), recipients.end());
  for (const auto& recipient : recipients) key += " " + recipient;
  return recipients.empty() ? key : sha256_hex(key);
}

}  // namespace

ControlApi::ControlApi(Collaborators collaborators, std::unique_ptr<BookReader> reader)
    : with_(std::move(collaborators)), reader_(std::move(reader)) {}

HttpResponse ControlApi::answer(const HttpRequest& request) {
  if (request.method == "GET" || request.path == "/phrases") return read(request);
  if (request.method == "POST") return change(request);
  return error_answer(405, 2, "GET or POST");
}

HttpResponse ControlApi::read(const HttpRequest& request) {
  if (request.path == "/status") return {200, "application/json", with_.status()};
  if (request.path == "/metrics") return metrics_answer(with_.metrics());
  const bool member_records = text_of(request, "member_records") == "1";
  if (member_records) {
    const auto reason = text_of(request, "reason");
    if (trim(reason).empty()) return error_answer(400, 2, "members' records are shown for a reason: --reason TEXT");
    // What was asked for may hold a person's name, as the reason may.
    const auto asked = request.path + " " + text_of(request, "q");
    const auto noted = with_.book.event(request.peer.login, "member_records_read", "", asked + ": " + reason);
    if (!noted) return later(noted.error().text);
  }
  const auto parts = split(std::string_view(request.path).substr(1), '/');
  const bool full =
      parts.size() == 3 && parts[0] == "cases" && parts[2] == "explain" && text_of(request, "full") == "1";
  if (full) return explain_fully(std::string(parts[1]));
  const auto configuration = with_.configuration();
  if (request.path == "/report") return report(request, *configuration);
  const std::lock_guard lock(reader_mutex_);
  return answer_reading(request, *reader_, *configuration->town, *configuration->calendar, with_.clock.now(),
                        member_records);
}

/// Years of cases take their time: nobody else waits for the reader meanwhile.
HttpResponse ControlApi::report(const HttpRequest& request, const Configuration& configuration) {
  const auto book = BookReader::open(configuration.settings->data);
  if (!book) return later(book.error());
  return answer_reading(request, **book, *configuration.town, *configuration.calendar, with_.clock.now(), false);
}

HttpResponse ControlApi::change(const HttpRequest& request) {
  const auto parts = split(std::string_view(request.path).substr(1), '/');
  if (request.path == "/inject") return inject(request);
  if (request.path == "/reload") return reload(request);
  if (request.path == "/compare") return compare(request);
  if (request.path == "/assign-again") return assign_again(request);
  if (request.path == "/open") return opened(request);
  if (request.path == "/backed-up") return backed_up(request);
  if (request.path == "/people") {
    const std::lock_guard lock(reader_mutex_);
    return cases_of_person(request, with_.book, *reader_, *with_.configuration()->town);
  }
  if (parts.size() != 3) return error_answer(404, 2, "unknown path");
  const std::string id(parts[1]);
  HttpResponse response = error_answer(404, 2, "unknown path");
  if (parts[0] == "cases") response = change_case(id, parts[2], request);
  if (parts[0] == "outbox") response = change_outbox(id, parts[2], request);
  if (parts[0] == "quarantine") response = change_quarantine(id, parts[2], request);
  if (parts[0] == "recurring") response = judge_recurring(id, parts[2], request);
  if (response.status == 200) with_.wake_outbox();
  return response;
}

HttpResponse ControlApi::change_case(const std::string& number, std::string_view action, const HttpRequest& request) {
  const auto& who = request.peer.login;
  const auto text = text_of(request, "text");
  const auto configuration = with_.configuration();
  const TownNow now{*configuration->town, *configuration->calendar};
  if (action == "assign") {
    const auto office = text_of(request, "office");
    if (configuration->town->office(office) == nullptr) return error_answer(400, 2, "there is no office " + office);
    return done(with_.book.assign(number, office, text, who, now));
  }
  if (action == "note") return done(with_.book.note(number, text, who));
  if (action == "close") return done(with_.book.close(number, text, who, now));
  if (action == "reopen") return done(with_.book.reopen(number, text, who, now));
  if (action == "link") return done(with_.book.link(number, text_of(request, "other"), who));
  if (action == "merge") {
    const bool of_two_people = text_of(request, "other_person") == "1";
    return done(with_.book.merge(number, text_of(request, "other"), text, who, now, of_two_people));
  }
  if (action == "split") return split_case(number, request);
  return change_time(number, action, request, now);
}

/// What is promised, and whether the clock runs.
HttpResponse ControlApi::change_time(const std::string& number, std::string_view action, const HttpRequest& request,
                                     const TownNow& now) {
  const auto& who = request.peer.login;
  const auto text = text_of(request, "text");
  if (action == "resume") return done(with_.book.resume(number, text, who, now));
  if (action != "pause" && action != "due") return error_answer(404, 2, "unknown action");
  const auto written = text_of(request, "day");
  const auto day = parse_date(written);
  if (!day) return error_answer(400, 2, "'" + written + "' is not a day: write 2026-12-24");
  if (action == "pause") return done(with_.book.pause(number, *day, text, who, now));
  return done(with_.book.extend(number, *day, text, who, now));
}

/// The letter is read and judged anew, as one that came now.
HttpResponse ControlApi::split_case(const std::string& number, const HttpRequest& request) {
  auto kept = with_.book.split(number, text_of(request, "inbound"), text_of(request, "text"), request.peer.login);
  if (!kept) return done(tl::unexpected(kept.error()));
  return take(std::move(kept->inbound));
}

HttpResponse ControlApi::change_outbox(const std::string& id, std::string_view action, const HttpRequest& request) {
  const auto& who = request.peer.login;
  if (action == "retry") return done(with_.book.outbox_retry(id, who));
  if (action == "resolve" && id == "restored") {
    const auto resolved = with_.book.outbox_resolve_restored(text_of(request, "sent") == "1", who);
    if (!resolved) return done(tl::unexpected(resolved.error()));
    return json_answer({{"done", true}, {"letters", *resolved}});
  }
  if (action == "resolve") return done(with_.book.outbox_resolve(id, text_of(request, "sent") == "1", who));
  if (action == "discard") return done(with_.book.outbox_discard(id, text_of(request, "text"), who));
  return error_answer(404, 2, "unknown action");
}

HttpResponse ControlApi::judge_recurring(const std::string& id, std::string_view action, const HttpRequest& request) {
  if (action != "confirm" && action != "dismiss") return error_answer(404, 2, "unknown action");
  const auto configuration = with_.configuration();
  return done(with_.book.judge_recurring(id, action == "confirm", request.peer.login, *configuration->town));
}

HttpResponse ControlApi::change_quarantine(const std::string& id, std::string_view action, const HttpRequest& request) {
  const auto& who = request.peer.login;
  if (action == "discard") return done(with_.book.quarantine_discard(id, text_of(request, "text"), who));
  if (action == "assign") return assign_quarantined(id, request);
  if (action != "retry") return error_answer(404, 2, "unknown action");
  auto kept = with_.book.quarantine_retry(id, who);
  if (!kept) return done(tl::unexpected(kept.error()));
  return take(std::move(kept->inbound));
}

/// It opens a case as it is, without rules, and goes where the clerk says.
HttpResponse ControlApi::assign_quarantined(const std::string& id, const HttpRequest& request) {
  const auto configuration = with_.configuration();
  const auto office = text_of(request, "office");
  if (configuration->town->office(office) == nullptr) return error_answer(400, 2, "there is no office " + office);
  auto kept = with_.book.quarantine_retry(id, request.peer.login, true);
  if (!kept) return done(tl::unexpected(kept.error()));
  const auto taken = wait_for(with_.intake.take(std::move(kept->inbound)));
  if (!taken) return later(taken.error().text);
  if (taken->outcome == "case") {
    const auto assigned = with_.book.assign(taken->number, office, text_of(request, "text"), request.peer.login,
                                            {*configuration->town, *configuration->calendar});
    if (!assigned) return done(assigned);
  }
  return answer_of(*taken);
}

HttpResponse ControlApi::opened(const HttpRequest& request) {
  if (const auto joins = text_of(request, "joins"); !joins.empty()) {
    const std::lock_guard lock(reader_mutex_);
    if (!reader_->case_line(joins, *with_.configuration()->town, false))
      return error_answer(404, 1, "no case " + joins);
  }
  auto response = open_by_hand(request, with_.intake, with_.book, with_.clock);
  if (response.status == 200) with_.wake_outbox();
  return response;
}

HttpResponse ControlApi::backed_up(const HttpRequest& request) {
  const auto told = json::parse(request.body, nullptr, false);
  const auto at = told.is_object() ? parse_rfc3339(told.value("at", "")) : std::nullopt;
  if (!at) return error_answer(400, 2, "what was backed up is not told");
  Backup backup{*at, told.value("head", ""), told.value("events", std::int64_t{0}),
                told.value("letters", std::int64_t{0}), told.value("size", std::uint64_t{0})};
  return done(with_.book.backed_up(backup, told.value("file", ""), request.peer.login));
}

HttpResponse ControlApi::take(Inbound inbound) {
  const auto taken = wait_for(with_.intake.take(std::move(inbound)));
  return taken ? answer_of(*taken) : later(taken.error().text);
}

HttpResponse ControlApi::inject(const HttpRequest& request) {
  const auto configuration = with_.configuration();
  Inbound inbound;
  inbound.source = text_of(request, "source");
  const auto* source = configuration->settings->source(inbound.source);
  if (source == nullptr || !std::holds_alternative<PipeSettings>(source->way)) {
    return later("there is no pipe source named '" + inbound.source + "'");
  }
  const auto recipients = text_of(request, "to");
  for (const auto to : split(recipients, '\n')) {
    if (!trim(to).empty()) inbound.envelope.to.emplace_back(trim(to));
  }
  if (request.query.count("from") > 0) inbound.envelope.from = text_of(request, "from");
  inbound.received = with_.clock.now();
  inbound.delivery_key = pipe_key(request.body, inbound.envelope.to);
  inbound.octets = request.body;
  if (inbound.octets.size() > source->max_size) {
    inbound.oversize = inbound.octets.size();
    inbound.octets.resize(header_block(inbound.octets).size());
  }
  const auto listed = with_.intake.list(inbound.source, {&inbound.delivery_key, 1});
  if (!listed) return later(listed.error().text);
  return take(std::move(inbound));
}

HttpResponse ControlApi::reload(const HttpRequest& request) {
  if (text_of(request, "saved") == "1") {
    const auto result = with_.saved();
    return json_answer(to_json(result, *with_.configuration()->town));
  }
  ReloadOrder order{request.peer.login, ReloadOrder::Way::compare, text_of(request, "version")};
  if (text_of(request, "yes") == "1") order.way = ReloadOrder::Way::insist;
  const auto result = with_.reload(order);
  return json_answer(to_json(result, *with_.configuration()->town));
}

HttpResponse ControlApi::compare(const HttpRequest& request) {
  const auto configuration = with_.configuration();
  const auto book = BookReader::open(configuration->settings->data);
  if (!book) return later(book.error());
  return answer_comparing(request, **book, *configuration, other_set_, with_.clock.now());
}

HttpResponse ControlApi::assign_again(const HttpRequest& request) {
  const auto configuration = with_.configuration();
  const auto book = BookReader::open(configuration->settings->data);
  if (!book) return later(book.error());
  auto response = answer_assigning_again(request, **book, with_.book, *configuration);
  if (response.status == 200) with_.wake_outbox();
  return response;
}

HttpResponse ControlApi::explain_fully(const std::string& number) {
  const auto configuration = with_.configuration();
  const auto book = BookReader::open(configuration->settings->data);
  if (!book) return later(book.error());
  return answer_full_explanation(number, **book, *configuration, with_.clock.now());
}

}  // namespace docket
