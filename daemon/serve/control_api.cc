#include "daemon/serve/control_api.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/text.h"
#include "daemon/control/reading.h"

namespace docket {
namespace {

using nlohmann::json;

std::string parameter(const HttpRequest& request, const std::string& name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? std::string() : found->second;
}

HttpResponse done(const tl::expected<void, Refusal>& result) {
  if (result) return {200, "application/json", R"({"done":true})"};
  return error_answer(result.error().exit_code == 1 ? 404 : 409, result.error().exit_code, result.error().text);
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

std::string problems_json(const Problems& problems) {
  auto list = json::array();
  for (const auto& problem : problems) {
    list.push_back({{"file", problem.place.file},
                    {"line", std::max(problem.place.line, 1)},
                    {"column", std::max(problem.place.column, 1)},
                    {"severity", problem.severity == Severity::error ? "error" : "warning"},
                    {"text", problem.text},
                    {"hint", problem.hint}});
  }
  return list.dump(-1, ' ', false, json::error_handler_t::replace);
}

ControlApi::ControlApi(Collaborators collaborators, std::unique_ptr<BookReader> reader)
    : with_(std::move(collaborators)), reader_(std::move(reader)) {}

HttpResponse ControlApi::answer(const HttpRequest& request) {
  if (request.method == "GET") return read(request);
  if (request.method == "POST") return change(request);
  return error_answer(405, 2, "GET or POST");
}

HttpResponse ControlApi::read(const HttpRequest& request) {
  if (request.path == "/status") return {200, "application/json", with_.status()};
  const bool member_records = parameter(request, "member_records") == "1";
  if (member_records) {
    const auto reason = parameter(request, "reason");
    if (trim(reason).empty()) return error_answer(400, 2, "members' records are shown for a reason: --reason TEXT");
    // What was asked for may hold a person's name, as the reason may.
    const auto asked = request.path + " " + parameter(request, "q");
    const auto noted = with_.book.event(request.peer.login, "member_records_read", "", asked + ": " + reason);
    if (!noted) return later(noted.error().text);
  }
  const auto configuration = with_.configuration();
  const std::lock_guard lock(reader_mutex_);
  return answer_reading(request, *reader_, *configuration->town, *configuration->calendar, member_records);
}

HttpResponse ControlApi::change(const HttpRequest& request) {
  const auto parts = split(std::string_view(request.path).substr(1), '/');
  if (request.path == "/inject") return inject(request);
  if (request.path == "/reload") return reload(request);
  if (parts.size() != 3) return error_answer(404, 2, "unknown path");
  const std::string id(parts[1]);
  HttpResponse response = error_answer(404, 2, "unknown path");
  if (parts[0] == "cases") response = change_case(id, parts[2], request);
  if (parts[0] == "outbox") response = change_outbox(id, parts[2], request);
  if (parts[0] == "quarantine") response = change_quarantine(id, parts[2], request);
  if (response.status == 200) with_.wake_outbox();
  return response;
}

HttpResponse ControlApi::change_case(const std::string& number, std::string_view action, const HttpRequest& request) {
  const auto& who = request.peer.login;
  const auto text = parameter(request, "text");
  if (action == "assign") {
    const auto configuration = with_.configuration();
    const auto office = parameter(request, "office");
    if (configuration->town->office(office) == nullptr) return error_answer(400, 2, "there is no office " + office);
    return done(with_.book.assign(number, office, text, who, *configuration->town));
  }
  if (action == "note") return done(with_.book.note(number, text, who));
  if (action == "close") return done(with_.book.close(number, text, who));
  if (action == "reopen") return done(with_.book.reopen(number, text, who));
  return error_answer(404, 2, "unknown action");
}

HttpResponse ControlApi::change_outbox(const std::string& id, std::string_view action, const HttpRequest& request) {
  const auto& who = request.peer.login;
  if (action == "retry") return done(with_.book.outbox_retry(id, who));
  if (action == "resolve") return done(with_.book.outbox_resolve(id, parameter(request, "sent") == "1", who));
  if (action == "discard") return done(with_.book.outbox_discard(id, parameter(request, "text"), who));
  return error_answer(404, 2, "unknown action");
}

HttpResponse ControlApi::change_quarantine(const std::string& id, std::string_view action, const HttpRequest& request) {
  const auto& who = request.peer.login;
  if (action == "discard") return done(with_.book.quarantine_discard(id, parameter(request, "text"), who));
  if (action != "retry") return error_answer(404, 2, "unknown action");
  auto kept = with_.book.quarantine_retry(id, who);
  if (!kept) return done(tl::unexpected(kept.error()));
  return take(std::move(kept->inbound));
}

HttpResponse ControlApi::take(Inbound inbound) {
  const auto taken = with_.intake.take(std::move(inbound)).get();
  if (!taken) return later(taken.error().text);
  const json body{{"outcome", taken->outcome},
                  {"case", taken->number.empty() ? json() : json(taken->number)},
                  {"inbound", taken->inbound}};
  return {200, "application/json", body.dump()};
}

HttpResponse ControlApi::inject(const HttpRequest& request) {
  const auto configuration = with_.configuration();
  Inbound inbound;
  inbound.source = parameter(request, "source");
  const auto* source = configuration->settings->source(inbound.source);
  if (source == nullptr || !std::holds_alternative<PipeSettings>(source->way)) {
    return later("there is no pipe source named '" + inbound.source + "'");
  }
  const auto recipients = parameter(request, "to");
  for (const auto to : split(recipients, '\n')) {
    if (!trim(to).empty()) inbound.envelope.to.emplace_back(trim(to));
  }
  if (request.query.count("from") > 0) inbound.envelope.from = parameter(request, "from");
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
  const auto problems = with_.reload(request.peer.login);
  return {has_errors(problems) ? 409 : 200, "application/json", problems_json(problems)};
}

}  // namespace docket
