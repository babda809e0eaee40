#include "connectors/open311/request.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "config/address.h"
#include "config/text.h"
#include "connectors/http/form.h"

namespace docket::open311 {
namespace {

using Type = ServiceAttribute::Type;

constexpr std::size_t kMostDescription = 4000;  // GeoReport v2
constexpr std::size_t kMostText = 4000;
constexpr std::size_t kMostWords = 500;  // a name, an address
constexpr std::size_t kMostUrl = 2048;
constexpr std::size_t kMostRepeated = 100;  // of what was sent in an error

struct Field {
  const char* name;
  std::string Arguments::*into;
  std::size_t most;  ///< characters
};
constexpr std::array<Field, 16> kFields{{{"api_key", &Arguments::api_key, kMostWords},
                                         {"service_code", &Arguments::service_code, kMostWords},
                                         {"lat", &Arguments::latitude, kMostWords},
                                         {"long", &Arguments::longitude, kMostWords},
                                         {"address_string", &Arguments::address, kMostWords},
                                         {"address_id", &Arguments::address_id, kMostWords},
                                         {"email", &Arguments::email, kMostWords},
                                         {"first_name", &Arguments::first_name, kMostWords},
                                         {"last_name", &Arguments::last_name, kMostWords},
                                         {"phone", &Arguments::phone, kMostWords},
                                         {"device_id", &Arguments::device_id, kMostWords},
                                         {"account_id", &Arguments::account_id, kMostWords},
                                         {"description", &Arguments::description, kMostDescription},
                                         {"media_url", &Arguments::media_url, kMostUrl},
                                         {"locale", &Arguments::locale, kMostWords},
                                         // What some clients call the address.
                                         {"address", &Arguments::address, kMostWords}}};

/// "attribute[CODE]" or "attribute[CODE][]" → CODE.
std::optional<std::string> attribute_code(std::string_view name) {
  constexpr std::string_view kStart = "attribute[";
  if (!name.starts_with(kStart)) return std::nullopt;
  name.remove_prefix(kStart.size());
  if (name.ends_with("[]")) name.remove_suffix(2);
  if (!name.ends_with(']')) return std::nullopt;
  name.remove_suffix(1);
  if (name.empty()) return std::nullopt;
  return std::string(name);
}

void add_attribute(Arguments& arguments, const std::string& code, std::string value) {
  const auto found = std::find_if(arguments.attributes.begin(), arguments.attributes.end(),
                                  [&](const auto& attribute) { return attribute.first == code; });
  auto& values = found == arguments.attributes.end()
                     ? arguments.attributes.emplace_back(code, std::vector<std::string>{})
                     : *found;
  values.second.push_back(std::move(value));
}

void add_field(Arguments& arguments, const std::string& name, std::string_view value) {
  if (const auto code = attribute_code(name)) {
    add_attribute(arguments, *code, std::string(value));
    return;
  }
  const auto* const field =
      std::find_if(kFields.begin(), kFields.end(), [&](const Field& known) { return known.name == name; });
  if (field == kFields.end()) return;
  std::string& into = arguments.*field->into;
  if (into.empty()) into = std::string(trim(value));
}

/// What was sent, short enough and fit to stand in an error.
std::string shown(std::string_view text) {
  auto valid = to_valid_utf8(text.substr(0, kMostText));
  return std::string(first_characters(valid, kMostRepeated));
}

void check_fields(const Arguments& arguments, std::vector<Error>& errors) {
  for (const auto& field : kFields) {
    const std::string& value = arguments.*field.into;
    if (!is_utf8(value) || value.find('\0') != std::string::npos) {
      errors.push_back({400, fmt::format("{} is not UTF-8 text", field.name)});
    } else if (count_characters(value) > field.most) {
      errors.push_back({400, fmt::format("{} is longer than {} characters", field.name, field.most)});
    }
  }
}

void check_location(const Arguments& arguments, std::vector<Error>& errors) {
  const bool has_latitude = !arguments.latitude.empty();
  const bool has_longitude = !arguments.longitude.empty();
  if (has_latitude != has_longitude) {
    errors.push_back(
        {400, fmt::format("{} was not provided: lat and long belong together", has_latitude ? "long" : "lat")});
  } else if (!has_latitude && arguments.address.empty() && arguments.address_id.empty()) {
    errors.push_back({400, "no location was provided: send lat and long, or address_string, or address_id"});
  }
  if (has_latitude && !parse_degrees(arguments.latitude, 90)) {
    errors.push_back({400, fmt::format("lat '{}' is no number from -90 to 90", shown(arguments.latitude))});
  }
  if (has_longitude && !parse_degrees(arguments.longitude, 180)) {
    errors.push_back({400, fmt::format("long '{}' is no number from -180 to 180", shown(arguments.longitude))});
  }
}

bool is_number(std::string_view text) {
  double value = 0;
  const auto trimmed = trim(text);
  const auto* const end = trimmed.data() + trimmed.size();
  const auto [stop, error] = std::from_chars(trimmed.data(), end, value, std::chars_format::fixed);
  return error == std::errc() && stop == end && std::isfinite(value);
}

bool is_key(const ServiceAttribute& asked, const std::string& value) {
  return std::any_of(asked.values.begin(), asked.values.end(), [&](const auto& one) { return one.first == value; });
}

/// What is wrong with one value; empty: nothing.
std::string value_problem(const ServiceAttribute& asked, const std::string& value) {
  if (!is_utf8(value) || value.find('\0') != std::string::npos) return "is not UTF-8 text";
  if (count_characters(value) > kMostText) return fmt::format("is longer than {} characters", kMostText);
  switch (asked.type) {
    case Type::number:
      return is_number(value) ? "" : fmt::format("'{}' is no number", shown(value));
    case Type::datetime:
      return parse_rfc3339(value) ? "" : fmt::format("'{}' is no time: write 2026-11-23T10:00:00-05:00", shown(value));
    case Type::singlevaluelist:
    case Type::multivaluelist:
      return is_key(asked, value) ? "" : fmt::format("'{}' is none of its values", shown(value));
    case Type::string:
    case Type::text:
      break;
  }
  return "";
}

void check_attribute(const ServiceAttribute& asked, const Arguments& arguments, std::vector<Error>& errors) {
  const auto* const values = arguments.attribute(asked.code);
  if (values == nullptr) {
    if (!asked.required) return;
    errors.push_back({400, fmt::format("attribute[{}] was not provided, and it is required", asked.code)});
    return;
  }
  if (values->size() > 1 && asked.type != Type::multivaluelist) {
    errors.push_back({400, fmt::format("attribute[{}] takes one value, {} were sent", asked.code, values->size())});
  }
  for (const auto& value : *values) {
    const auto problem = value_problem(asked, value);
    if (!problem.empty()) errors.push_back({400, fmt::format("attribute[{}] {}", asked.code, problem)});
  }
}

/// What no service asked for is an app's mistake, and would otherwise be lost without a word.
void check_unasked(const Service& service, const Arguments& arguments, std::vector<Error>& errors) {
  for (const auto& [code, values] : arguments.attributes) {
    if (service.attribute(code) != nullptr) continue;
    errors.push_back({400, fmt::format("attribute[{}] is not asked for by service {}", shown(code), service.code)});
  }
}

void check_person(const Arguments& arguments, std::vector<Error>& errors) {
  if (!arguments.email.empty() && !address_key(arguments.email)) {
    errors.push_back({400, fmt::format("email '{}' is not a mail address", shown(arguments.email))});
  }
  const auto& url = arguments.media_url;
  const bool is_url =
      ascii_lower(url.substr(0, 8)).starts_with("https://") || ascii_lower(url.substr(0, 7)) == "http://";
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7F && c != '"' && c != '<' && c != '>';
  });
  if (!url.empty() && !(is_url && plain)) {
    errors.push_back({400, fmt::format("media_url '{}' is no http or https address", shown(url))});
  }
}

}  // namespace

const std::vector<std::string>* Arguments::attribute(const std::string& code) const {
  for (const auto& [name, values] : attributes) {
    if (name == code) return &values;
  }
  return nullptr;
}

std::string without_key(std::string_view body) {
  std::string kept;
  bool first = true;
  for (const auto pair : split(body, '&')) {
    if (decode_percent(pair.substr(0, pair.find('='))) == "api_key") continue;
    if (!first) kept += '&';
    kept += pair;
    first = false;
  }
  return kept;
}

Arguments parse_arguments(std::string_view body) {
  Arguments arguments;
  const auto form = parse_urlencoded(body);
  if (!form) {
    arguments.broken = form.error();
    return arguments;
  }
  for (const auto& sent : form->fields) {
    if (!trim(sent.value).empty()) add_field(arguments, sent.name, sent.value);
  }
  return arguments;
}

std::optional<double> parse_degrees(std::string_view text, double most) {
  text = trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (error != std::errc() || stop != end || !(std::fabs(value) <= most)) return std::nullopt;
  return value;
}

std::vector<Error> check(const Arguments& arguments, const Town& town) {
  std::vector<Error> errors;
  if (!arguments.broken.empty()) return {{400, "the body is no form: " + arguments.broken}};
  if (arguments.service_code.empty()) return {{400, "service_code was not provided"}};
  const auto* const service = town.service(arguments.service_code);
  if (service == nullptr) return {{404, fmt::format("there is no service '{}'", shown(arguments.service_code))}};
  check_fields(arguments, errors);
  check_location(arguments, errors);
  check_person(arguments, errors);
  for (const auto& asked : service->attributes) check_attribute(asked, arguments, errors);
  check_unasked(*service, arguments, errors);
  return errors;
}

}  // namespace docket::open311
