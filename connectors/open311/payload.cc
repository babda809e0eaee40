#include "connectors/open311/payload.h"

#include <algorithm>

#include "config/text.h"
#include "connectors/open311/request.h"

namespace docket::open311 {
namespace {

/// A value of a list by its name, anything else as it was sent.
std::string answer_words(const ServiceAttribute* asked, const std::string& value, const std::string& language) {
  if (asked == nullptr) return value;
  for (const auto& [key, name] : asked->values) {
    if (key == value && !name.empty()) return name.in(language, "");
  }
  return value;
}

void add_answers(const Arguments& arguments, const Service* service, const std::string& language,
                 webhook::Payload& payload) {
  for (const auto& [code, values] : arguments.attributes) {
    const auto* const asked = service == nullptr ? nullptr : service->attribute(code);
    std::string words;
    for (const auto& value : values) words += (words.empty() ? "" : ", ") + answer_words(asked, value, language);
    const bool named = asked != nullptr && !asked->description.empty();
    payload.lines.emplace_back(named ? asked->description.in(language, "") : code, words);
  }
}

/// The office reads the text, so the place and the picture stand there too.
void add_place(const Arguments& arguments, webhook::Payload& payload) {
  payload.location.address = arguments.address;
  payload.location.address_id = arguments.address_id;
  const auto latitude = parse_degrees(arguments.latitude, 90);
  const auto longitude = parse_degrees(arguments.longitude, 180);
  if (latitude && longitude) {
    payload.location.latitude = latitude;
    payload.location.longitude = longitude;
    payload.lines.emplace_back("Location", arguments.latitude + ", " + arguments.longitude);
  }
  if (!arguments.address.empty()) payload.lines.emplace_back("Address", arguments.address);
  if (!arguments.address_id.empty()) payload.lines.emplace_back("Address id", arguments.address_id);
  if (!arguments.media_url.empty()) {
    payload.media.push_back(arguments.media_url);
    payload.lines.emplace_back("Picture", arguments.media_url);
  }
}

void add_person(const Arguments& arguments, webhook::Payload& payload) {
  payload.name = arguments.first_name;
  if (!payload.name.empty() && !arguments.last_name.empty()) payload.name += ' ';
  payload.name += arguments.last_name;
  payload.email = arguments.email;
  payload.phone = arguments.phone;
}

/// Nothing of it was checked when the request came another way than through the API (a test, a file read by hand).
void make_valid(webhook::Payload& payload) {
  for (auto* const text :
       {&payload.name, &payload.email, &payload.phone, &payload.subject, &payload.text, &payload.service,
        &payload.language, &payload.location.address, &payload.location.address_id}) {
    *text = to_valid_utf8(*text);
  }
  for (auto& [label, value] : payload.lines) {
    label = to_valid_utf8(label);
    value = to_valid_utf8(value);
  }
  for (auto& url : payload.media) url = to_valid_utf8(url);
}

}  // namespace

webhook::Payload understand(std::string_view octets, const std::vector<Service>& services,
                            const std::string& language) {
  webhook::Payload payload;
  const auto arguments = parse_arguments(octets);
  const auto found = std::find_if(services.begin(), services.end(),
                                  [&](const Service& service) { return service.code == arguments.service_code; });
  const Service* const service = found == services.end() ? nullptr : &*found;
  payload.channel = "open311";
  payload.service = arguments.service_code;
  payload.language = arguments.locale;
  payload.subject = service == nullptr ? arguments.service_code : service->name.in(language, "");
  payload.text = arguments.description;
  payload.lines.emplace_back("Service", arguments.service_code);
  add_answers(arguments, service, language, payload);
  add_place(arguments, payload);
  add_person(arguments, payload);
  if (!arguments.broken.empty()) payload.defects.push_back("no form: " + arguments.broken);
  if (arguments.service_code.empty()) {
    payload.defects.emplace_back("no service_code");
    if (payload.text.empty()) payload.text = to_valid_utf8(octets);  // whatever it is, a person can see it
  }
  make_valid(payload);
  return payload;
}

}  // namespace docket::open311
