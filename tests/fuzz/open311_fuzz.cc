// The arguments of an Open311 request and of a search: any octets are refused in words, or are a clean payload; every
// answer is well-formed XML and JSON.
#include <libxml/parser.h>

#include <nlohmann/json.hpp>

#include "config/town.h"
#include "connectors/http/form.h"
#include "connectors/open311/answer.h"
#include "connectors/open311/payload.h"
#include "connectors/open311/request.h"
#include "daemon/desk/open311_search.h"
#include "tests/fuzz/properties.h"

namespace {

using docket::fuzz::must;

const docket::Town& town() {
  static const docket::Town kTown = [] {
    using Type = docket::ServiceAttribute::Type;
    const auto text = [](const char* words) { return docket::Translated{{{"", words}}}; };
    docket::Service service;
    service.code = "pothole";
    service.name = text("Pothole");
    service.is_public = true;
    service.attributes = {{"size", Type::singlevaluelist, true, text("How large?"), {{"s", text("Small")}}},
                          {"lane", Type::multivaluelist, false, text("Where?"), {{"car", text("Car")}}},
                          {"depth", Type::number, false, text("How deep?"), {}},
                          {"seen", Type::datetime, false, text("When?"), {}}};
    docket::Town made;
    made.services = {service};
    return made;
  }();
  return kTown;
}

void check_answer(const docket::HttpResponse& response) {
  must(docket::is_utf8(response.body));
  if (response.type.starts_with("application/json")) {
    must(nlohmann::json::accept(response.body));
    return;
  }
  auto* const document = xmlReadMemory(response.body.data(), static_cast<int>(response.body.size()), nullptr, nullptr,
                                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  must(document != nullptr);
  xmlFreeDoc(document);
}

void check_errors(const std::vector<docket::open311::Error>& errors) {
  if (errors.empty()) return;
  check_answer(docket::open311::answer(errors, docket::open311::Format::xml));
  check_answer(docket::open311::answer(errors, docket::open311::Format::json));
}

void check_payload(const docket::webhook::Payload& payload) {
  for (const auto* text : {&payload.name, &payload.email, &payload.phone, &payload.subject, &payload.text,
                           &payload.service, &payload.location.address, &payload.location.address_id}) {
    must(docket::is_utf8(*text) && text->find('\0') == std::string::npos);
  }
  for (const auto& [label, value] : payload.lines) must(docket::is_utf8(label) && docket::is_utf8(value));
  must(payload.location.latitude.has_value() == payload.location.longitude.has_value());
  if (payload.location.latitude) must(*payload.location.latitude >= -90 && *payload.location.latitude <= 90);
}

void check_search(std::string_view input) {
  docket::HttpRequest request;
  if (const auto form = docket::parse_urlencoded(input)) {
    for (const auto& field : form->fields) request.query.emplace(field.name, std::string(field.value));
  }
  const auto now = *docket::parse_rfc3339("2026-11-25T14:00:00Z");
  const auto filter = docket::open311::parse_search(request, town(), now);
  if (!filter) {
    check_errors({filter.error()});
    return;
  }
  must(filter->since <= filter->until && filter->limit >= 1 && filter->limit <= 1000 && filter->offset >= 0);
  if (filter->numbers.empty()) must(filter->until - filter->since <= std::chrono::hours(24 * 90));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto body = docket::fuzz::view(data, size);
  const auto arguments = docket::open311::parse_arguments(body);
  const auto errors = docket::open311::check(arguments, town());
  check_errors(errors);
  const auto kept = docket::open311::without_key(body);
  const auto kept_arguments = docket::open311::parse_arguments(kept);
  must(kept_arguments.api_key.empty());
  if (arguments.broken.empty()) {
    must(kept_arguments.broken.empty() && kept_arguments.service_code == arguments.service_code &&
         kept_arguments.description == arguments.description && kept_arguments.attributes == arguments.attributes);
  }
  check_payload(docket::open311::understand(kept, town().services, "en"));
  if (errors.empty()) must(arguments.service_code == "pothole" && arguments.attribute("size") != nullptr);
  check_search(body);
  return 0;
}
