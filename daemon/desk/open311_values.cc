#include "daemon/desk/open311_values.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "config/office_words.h"
#include "config/text.h"
#include "daemon/letters/wording.h"

namespace docket::open311 {
namespace {

using Json = nlohmann::ordered_json;
using Type = ServiceAttribute::Type;

bool french(const Wording& wording) { return wording.language == "fr"; }

/// Of a text in the town's languages; null where there is none.
Json words(const Translated& text, const Wording& wording) {
  const auto& found = text.in(wording.language, wording.town.default_language);
  return found.empty() ? Json() : Json(found);
}

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json or_null(const std::optional<double>& number) { return number ? Json(*number) : Json(); }
Json or_null(const std::optional<Time>& time) { return time ? Json(rfc3339(*time)) : Json(); }

const char* datatype(Type type) {
  switch (type) {
    case Type::string:
      return "string";
    case Type::number:
      return "number";
    case Type::datetime:
      return "datetime";
    case Type::text:
      return "text";
    case Type::singlevaluelist:
      return "singlevaluelist";
    case Type::multivaluelist:
      break;
  }
  return "multivaluelist";
}

/// How to write an answer, where that is not plain.
Json datatype_description(Type type, const Wording& wording) {
  if (type == Type::number) {
    return french(wording) ? "un nombre, avec un point décimal au besoin" : "a number, with a decimal point if needed";
  }
  if (type == Type::datetime) {
    return french(wording) ? "une date et une heure : 2026-11-23T10:00:00-05:00"
                           : "a date and a time: 2026-11-23T10:00:00-05:00";
  }
  return nullptr;
}

Json attribute_value(const ServiceAttribute& attribute, int order, const Wording& wording) {
  Json value{{"variable", true},
             {"code", attribute.code},
             {"datatype", datatype(attribute.type)},
             {"required", attribute.required},
             {"datatype_description", datatype_description(attribute.type, wording)},
             {"order", order},
             {"description", words(attribute.description, wording)}};
  if (attribute.values.empty()) return value;
  auto values = Json::array();
  for (const auto& [key, name] : attribute.values) values.push_back({{"key", key}, {"name", words(name, wording)}});
  value["values"] = std::move(values);
  return value;
}

const Office* office_of(const ServiceRequest& request, const Wording& wording) {
  return request.office ? wording.town.office(*request.office) : nullptr;
}

std::string due_words(const ServiceRequest& request, const Wording& wording) {
  if (!request.due || *request.due < wording.now) return "";
  const auto local = wording.calendar.local(*request.due);
  const auto year = wording.calendar.local(wording.now).date.year();
  const auto day = letters::day_words(wording.language, local, local.date.year() != year);
  return fmt::format(fmt::runtime(french(wording) ? " Une première réponse est attendue au plus tard {}."
                                                  : " A first answer is due by {}."),
                     day);
}

}  // namespace

Json services_value(const Wording& wording, bool realtime) {
  auto list = Json::array();
  for (const auto& service : wording.town.services) {
    list.push_back({{"service_code", service.code},
                    {"service_name", words(service.name, wording)},
                    {"description", words(service.description, wording)},
                    {"metadata", !service.attributes.empty()},
                    {"type", realtime ? "realtime" : "batch"},
                    {"keywords", or_null(fmt::format("{}", fmt::join(service.keywords, ",")))},
                    {"group", words(service.group, wording)}});
  }
  return list;
}

Json definition_value(const Service& service, const Wording& wording) {
  auto attributes = Json::array();
  int order = 0;
  for (const auto& attribute : service.attributes) attributes.push_back(attribute_value(attribute, ++order, wording));
  return {{"service_code", service.code}, {"attributes", std::move(attributes)}};
}

Json request_value(const ServiceRequest& request, const Wording& wording, bool extended) {
  const auto* const service = wording.town.service(request.service);
  const auto* const office = office_of(request, wording);
  Json value{{"service_request_id", request.number},
             {"status", request.status == "closed" ? "closed" : "open"},
             {"status_notes", nullptr},
             {"service_name", service == nullptr ? Json() : words(service->name, wording)},
             {"service_code", request.service},
             {"description", nullptr},  // the resident's own words are theirs and the office's
             {"agency_responsible", office == nullptr ? Json() : words(office->name, wording)},
             {"service_notice", notice(request, wording)},
             {"requested_datetime", rfc3339(request.requested)},
             {"updated_datetime", rfc3339(request.closed.value_or(request.updated))},
             {"expected_datetime", or_null(request.due)},
             {"address", or_null(request.location.address)},
             {"address_id", or_null(request.location.address_id)},
             {"zipcode", nullptr},
             {"lat", or_null(request.location.latitude)},
             {"long", or_null(request.location.longitude)},
             {"media_url", or_null(request.media_url)}};
  if (extended) value["extended_attributes"] = {{"channel", "open311"}, {"detailed_status", request.status}};
  return value;
}

Json update_value(const ServiceRequestUpdate& update, const Wording& wording) {
  const char* const closed = french(wording) ? "La demande a été fermée." : "The request was closed.";
  const char* const reopened = french(wording) ? "La demande a été rouverte." : "The request was opened again.";
  return {{"update_id", update.id},
          {"service_request_id", update.number},
          {"status", update.closed ? "closed" : "open"},
          {"updated_datetime", rfc3339(update.at)},
          {"description", update.closed ? closed : reopened},
          {"media_url", nullptr}};
}

Json discovery_value(const Wording& wording, const std::string& url, Mode mode, Time changed) {
  const auto& town = wording.town;
  const auto contact = fmt::format("{}: {}{}{}", town.name.in(wording.language, town.default_language),
                                   town.clerk_address, town.clerk_phone.empty() ? "" : ", ", town.clerk_phone);
  const auto key = fmt::format(
      fmt::runtime(french(wording) ? "Pour obtenir une clé d'API, écrivez à {}." : "For an API key write to {}."),
      town.clerk_address);
  Json endpoint{{"specification", "http://wiki.open311.org/GeoReport_v2"},
                {"url", url},
                {"changeset", rfc3339(changed)},
                {"type", mode == Mode::live ? "production" : "test"},
                {"formats", {"text/xml", "application/json"}}};
  return {{"changeset", rfc3339(changed)},
          {"contact", contact},
          {"key_service", key},
          {"endpoints", Json::array({std::move(endpoint)})}};
}

std::string notice(const ServiceRequest& request, const Wording& wording) {
  if (request.status == "closed") return french(wording) ? "Cette demande est fermée." : "This request is closed.";
  const auto* const office = office_of(request, wording);
  if (office == nullptr) {
    return french(wording) ? "Une personne du greffe décide quel bureau reçoit cette demande."
                           : "A person at the Town Clerk's office decides which office gets this request.";
  }
  const auto& other = wording.town.default_language;
  const auto name = office_words(wording.language, office->name.in(wording.language, other));
  return fmt::format(fmt::runtime(french(wording) ? "{} s'occupe de cette demande; {} en répond."
                                                  : "{} has this request; {} answers for it."),
                     name.start, office->accountable.in(wording.language, other)) +
         due_words(request, wording);
}

std::string notice_without_case(const Wording& wording) {
  return french(wording) ? "Votre demande a été reçue. Une personne l'examine avant qu'elle reçoive un numéro."
                         : "Your request was received. A person looks at it before it gets a number.";
}

}  // namespace docket::open311
