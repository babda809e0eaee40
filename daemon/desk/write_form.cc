#include "daemon/desk/write_form.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "config/digest.h"
#include "config/office_words.h"
#include "config/text.h"
#include "connectors/http/peer.h"
#include "connectors/webhook/payload.h"
#include "daemon/desk/page.h"
#include "daemon/desk/pages.h"
#include "daemon/desk/write_words.h"
#include "daemon/letters/reply_words.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr int kMostLetters = 10;
constexpr std::chrono::minutes kSpan{10};
constexpr std::size_t kMostPeers = 10000;
constexpr std::size_t kIdLength = 32;

HttpResponse page(int status, const json& values) { return html_page(pages::write(), status, values); }

json common_values(const std::string& language, const Town& town) {
  json values = write_words(language);
  add_common_values(values, language, town);
  return values;
}

json form_values(const std::string& language, const Town& town, const webhook::Payload& written) {
  const auto words = [&](const Translated& text) { return text.in(language, town.default_language); };
  json values = common_values(language, town);
  values["form"] = true;
  values["form_id"] = hex(random_octets(kIdLength / 2));
  values["text"] = written.text;
  values["location"] = written.location.address;
  values["name"] = written.name;
  values["email"] = written.email;
  values["phone"] = written.phone;
  values["danger"] = town.emergency_danger;
  values["always_readers"] = words(town.always_readers);
  values["kept"] = words(town.privacy_kept);
  values["authority"] = words(town.privacy_authority);
  values["contact"] = town.privacy_contact;
  values["offices"] = json::array();
  for (const auto& [address, id] : town.addresses) {
    const Office* office = town.office(id);
    if (office == nullptr) continue;
    const bool chosen = !written.to.empty() && written.to.front() == address;
    values["offices"].push_back(
        {{"address", address}, {"office_name", words(office->name) + " (" + address + ")"}, {"chosen", chosen}});
  }
  return values;
}

HttpResponse refused(const std::string& language, const Town& town, const webhook::Payload& written,
                     WriteProblem problem, int status) {
  json values = form_values(language, town, written);
  values["problem"] = problem_words(language, problem);
  values["in_text"] = problem == WriteProblem::no_text;
  return page(status, values);
}

HttpResponse thanks(const std::string& language, const Town& town, const Taken& taken) {
  json values = common_values(language, town);
  values["done"] = true;
  values["number"] = taken.number;
  values["mailed"] = taken.acknowledgement.starts_with("ack ") && !taken.acknowledgement.starts_with("ack withheld") &&
                     !taken.acknowledgement.ends_with(letters::kInReply);
  const Office* office = taken.offices.empty() ? nullptr : town.office(taken.offices.front());
  if (office != nullptr) {
    values["office"] = office_words(language, office->name.in(language, town.default_language)).name;
  }
  return page(200, values);
}

/// The page's own, so that a second click is the same letter; of a form made elsewhere the body.
std::string delivery_key(const webhook::Payload& written, const std::string& body) {
  const auto& id = written.form_id;
  const bool ours = id.size() == kIdLength && id.find_first_not_of("0123456789abcdef") == std::string::npos;
  return ours ? "form/" + id : "body/" + sha256_hex(body);
}

}  // namespace

WriteForm::WriteForm(const SourceSettings& source, const Clock& clock, Take take)
    : source_(source), clock_(clock), take_(std::move(take)) {}

HttpResponse WriteForm::answer(const HttpRequest& request, const Configuration& configuration) {
  const Town& town = *configuration.town;
  const auto language = page_language(request, town);
  if (request.method == "POST") return post(request, language, town);
  if (request.method != "GET" && request.method != "HEAD")
    return {405, "text/plain", "GET or POST\n", {{"Allow", "GET, POST"}}};
  return page(200, form_values(language, town, {}));
}

HttpResponse WriteForm::post(const HttpRequest& request, const std::string& language, const Town& town) {
  const auto& media_type = request.header("content-type");
  const auto written = webhook::understand(request.body, "write", media_type);
  if (trim(written.text).empty() && written.attachments.empty()) {
    return refused(language, town, written, WriteProblem::no_text, 400);
  }
  if (!may_write(request.peer.address)) {
    auto response = refused(language, town, written, WriteProblem::too_often, 429);
    response.headers["Retry-After"] = "600";
    return response;
  }
  Inbound inbound;
  inbound.source = source_.name;
  inbound.delivery_key = delivery_key(written, request.body);
  inbound.octets = request.body;
  inbound.format = "write";
  inbound.media_type = media_type;
  inbound.channel = "form";
  inbound.received = clock_.now();
  const auto taken = take_(std::move(inbound));
  return taken ? thanks(language, town, *taken) : refused(language, town, written, WriteProblem::later, 503);
}

bool WriteForm::may_write(const std::string& peer) {
  const auto now = clock_.steady();
  const std::lock_guard lock(mutex_);
  std::erase_if(counts_, [&](const auto& one) { return now - one.second.since >= kSpan; });
  if (counts_.size() >= kMostPeers) return false;
  auto& count = counts_.try_emplace(http::counted_as(peer), Count{now, 0}).first->second;
  return ++count.letters <= kMostLetters;
}

}  // namespace docket
