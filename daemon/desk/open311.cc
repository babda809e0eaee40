#include "daemon/desk/open311.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/text.h"
#include "daemon/control/reading.h"
#include "daemon/desk/open311_search.h"
#include "daemon/desk/open311_values.h"

namespace docket {
namespace {

using Json = nlohmann::ordered_json;
using open311::Error;
using open311::Format;
using open311::Wording;

constexpr std::chrono::minutes kRepeat{1};
constexpr const char* kForm = "application/x-www-form-urlencoded";

std::string without_slash(std::string path) {
  while (path.ends_with('/')) path.pop_back();
  return path;
}

/// The town's language that was asked for, else its default.
std::string language_for(const std::string& wanted, const Town& town) {
  const auto lower = ascii_lower(wanted.substr(0, wanted.find_first_of("-_")));
  const bool offered = std::find(town.languages.begin(), town.languages.end(), lower) != town.languages.end();
  return offered ? lower : town.default_language;
}

HttpResponse refusal(int status, const std::string& description, Format format) {
  return open311::answer(std::vector<Error>{{status, description}}, format);
}

HttpResponse later(Format format) {
  auto response = refusal(503, "the request could not be recorded just now: send it again in half a minute", format);
  response.headers["Retry-After"] = "30";
  return response;
}

bool is_form(const HttpRequest& request) {
  const std::string_view type = request.header("content-type");
  return ascii_lower(trim(type.substr(0, type.find(';')))) == kForm;
}

/// How apps reach the public listener; without desk.public_url only from this machine is known.
std::string base_url(const Settings& settings) {
  if (!settings.desk_public_url.empty()) return settings.desk_public_url;
  if (!settings.desk_public || settings.desk_public->is_unix()) return "http://localhost";
  const auto& address = settings.desk_public->address;
  const bool six = address.find(':') != std::string::npos;
  return fmt::format(fmt::runtime(six ? "http://[{}]:{}" : "http://{}:{}"), address, settings.desk_public->port);
}

struct KeyCheck {
  std::optional<std::size_t> key;  ///< which of the source's
  bool unsure = false;             ///< one of them could not be read
};

/// Every key is compared, so that the time does not tell how near a wrong one came.
KeyCheck check_key(const WebhookSettings& settings, const std::string& offered) {
  KeyCheck result;
  for (std::size_t i = 0; i < settings.secrets.size(); ++i) {
    const auto secret = read_secret(settings.secrets[i]);
    if (!secret || secret->empty()) {
      result.unsure = true;
    } else if (equal_constant_time(*secret, offered)) {
      result.key = i;
    }
  }
  return result;
}

std::string minute_key(const std::string& hash, std::chrono::minutes minute) {
  return fmt::format("{}@{}", hash, minute.count());
}

}  // namespace

struct Open311Api::Call {
  const HttpRequest& request;
  std::shared_ptr<const Configuration> configuration;
  const SourceSettings& source;
  const WebhookSettings& settings;
  open311::Resource resource;
  Time now{};

  [[nodiscard]] Format format() const { return resource.format; }
  [[nodiscard]] const Town& town() const { return *configuration->town; }
  [[nodiscard]] Wording wording(const std::string& locale) const {
    return {town(), *configuration->calendar, language_for(locale, town()), now};
  }
  [[nodiscard]] Wording wording() const { return wording(parameter(request, "locale").value_or("")); }
};

Open311Api::Open311Api(Collaborators collaborators, std::string source, std::unique_ptr<BookReader> reader)
    : with_(std::move(collaborators)), source_(std::move(source)), reader_(std::move(reader)) {}

HttpResponse Open311Api::answer(const HttpRequest& request) {
  auto configuration = with_.configuration();
  const auto* const source = configuration->settings->source(source_);
  const auto* const settings = source == nullptr ? nullptr : std::get_if<WebhookSettings>(&source->way);
  const auto path = settings == nullptr ? "" : without_slash(settings->path);
  const bool below = settings != nullptr && request.path.starts_with(path + "/");
  const auto resource =
      below ? open311::parse_resource(std::string_view(request.path).substr(path.size() + 1)) : std::nullopt;
  if (!resource) {
    return refusal(404, "there is no such resource: see discovery.xml; paths end in .xml or .json", Format::xml);
  }
  const Call call{request, std::move(configuration), *source, *settings, *resource, with_.clock.now()};
  HttpResponse response;
  if (request.method == "GET") {
    response = get(call);
    // Whoever may read it may show it on a page of their own.
    response.headers["Access-Control-Allow-Origin"] = "*";
  } else if (request.method == "POST" && resource->name == "requests") {
    response = post(call);
  } else {
    response = refusal(405,
                       fmt::format("{} is not possible here; requests are sent by POST to requests.xml or "
                                   "requests.json, everything else is read by GET",
                                   request.method),
                       call.format());
    response.headers["Allow"] = resource->name == "requests" ? "GET, POST" : "GET";
  }
  return response;
}

HttpResponse Open311Api::get(const Call& call) {
  const auto& name = call.resource.name;
  const auto slash = name.find('/');
  const auto room = name.substr(0, slash);
  const bool one = slash != std::string::npos;
  const auto id = one ? name.substr(slash + 1) : "";
  if (room == "discovery" && !one) return discovery(call);
  if (room == "services" && !one) {
    return open311::answer(services_value(call.wording(), !call.settings.tokens), "services", call.format());
  }
  if (room == "services") {
    const auto* const service = call.town().service(id);
    if (service == nullptr) return refusal(404, "there is no such service", call.format());
    return open311::answer(definition_value(*service, call.wording()), "service_definition", call.format());
  }
  if (room == "requests") return requests(call, id);
  if (room == "servicerequestupdates" && !one) return updates(call);
  if (room == "tokens" && one) return token(call, id);
  return refusal(404, "there is no such resource: see discovery", call.format());
}

HttpResponse Open311Api::requests(const Call& call, const std::string& number) {
  auto search = call.request;
  if (!number.empty()) search.query["service_request_id"] = number;
  const auto filter = open311::parse_search(search, call.town(), call.now);
  if (!filter) return open311::answer({filter.error()}, call.format());
  std::vector<ServiceRequest> found;
  {
    const std::lock_guard lock(reader_mutex_);
    found = reader_->service_requests(*filter, call.town());
  }
  if (found.empty() && !filter->numbers.empty()) return refusal(404, "there is no such public request", call.format());
  const auto wording = call.wording();
  const bool extended = parameter(call.request, "extensions") == "true";
  auto list = Json::array();
  for (const auto& request : found) list.push_back(request_value(request, wording, extended));
  return open311::answer(list, "service_requests", call.format());
}

HttpResponse Open311Api::updates(const Call& call) {
  const auto filter = open311::parse_search(call.request, call.town(), call.now);
  if (!filter) return open311::answer({filter.error()}, call.format());
  const auto wording = call.wording();
  auto list = Json::array();
  const std::lock_guard lock(reader_mutex_);
  for (const auto& update : reader_->service_request_updates(*filter, call.town())) {
    list.push_back(update_value(update, wording));
  }
  return open311::answer(list, "service_request_updates", call.format());
}

HttpResponse Open311Api::token(const Call& call, const std::string& token) {
  std::optional<std::string> number;
  {
    const std::lock_guard lock(reader_mutex_);
    number = reader_->service_token(token);
  }
  if (!number) return refusal(404, "there is no such token", call.format());
  const Json one{{"service_request_id", number->empty() ? Json() : Json(*number)}, {"token", token}};
  return open311::answer(Json::array({one}), "service_requests", call.format());
}

HttpResponse Open311Api::discovery(const Call& call) {
  const auto& settings = *call.configuration->settings;
  const auto url = without_slash(base_url(settings)) + without_slash(call.settings.path);
  const auto value = discovery_value(call.wording(), url, settings.mode, changed(call.configuration->version));
  auto response = open311::answer(value, "discovery", call.format());
  // Validators compare the whole header: here without a charset.
  response.type = response.type.substr(0, response.type.find(';'));
  return response;
}

/// When the town's files last changed, as far as this run knows; in whole seconds and never in the future.
Time Open311Api::changed(const std::string& version) {
  const std::lock_guard lock(mutex_);
  if (version_.first != version) version_ = {version, std::chrono::floor<std::chrono::seconds>(with_.clock.now())};
  return version_.second;
}

HttpResponse Open311Api::post(const Call& call) {
  if (!is_form(call.request)) return refusal(400, fmt::format("the Content-Type must be {}", kForm), call.format());
  const auto arguments = open311::parse_arguments(call.request.body);
  if (!arguments.broken.empty()) return open311::answer(open311::check(arguments, call.town()), call.format());
  if (arguments.api_key.empty()) return refusal(403, "api_key was not provided", call.format());
  const auto checked = check_key(call.settings, arguments.api_key);
  if (!checked.key && checked.unsure) return later(call.format());
  if (!checked.key) return refusal(403, "api_key is not valid", call.format());
  if (call.request.body.size() > call.source.max_size) return refusal(400, "the request is too large", call.format());
  const auto errors = open311::check(arguments, call.town());
  if (!errors.empty()) return open311::answer(errors, call.format());
  return take(call, arguments, *checked.key);
}

HttpResponse Open311Api::take(const Call& call, const open311::Arguments& arguments, std::size_t key) {
  Inbound inbound;
  inbound.source = call.source.name;
  // The evidence is the body as it came, but for the key: a secret never stands in the book.
  inbound.octets = open311::without_key(call.request.body);
  inbound.format = call.settings.format;
  inbound.media_type = call.request.headers.at("content-type");
  inbound.channel = "open311";
  inbound.received = call.now;
  const auto& address = call.town().service(arguments.service_code)->address;
  if (!address.empty()) inbound.envelope.to = {address};
  inbound.delivery_key = delivery_key(inbound.octets, key, call.now);
  const auto result = with_.take(std::move(inbound));
  return result ? taken(call, *result, arguments.locale) : later(call.format());
}

HttpResponse Open311Api::taken(const Call& call, const Taken& taken, const std::string& locale) {
  std::optional<ServiceRequest> request;
  if (!taken.number.empty()) {
    const std::lock_guard lock(reader_mutex_);
    request = reader_->service_request(taken.number, call.town());
  }
  const auto wording = call.wording(locale);
  Json one = Json::object();
  if (call.settings.tokens || taken.number.empty()) {
    one["token"] = taken.inbound;
  } else {
    one["service_request_id"] = taken.number;
  }
  one["service_notice"] = request ? notice(*request, wording) : notice_without_case(wording);
  one["account_id"] = nullptr;
  return open311::answer(Json::array({one}), "service_requests", call.format());
}

/// GeoReport has no ids of deliveries, so an app that heard no answer sends the same octets again. Within a minute that
/// is a repeat and gets the key of the first; later it is somebody's next pothole. The key holds the minute of the
/// first, so that the book knows it too when docket was started anew in between.
std::string Open311Api::delivery_key(const std::string& octets, std::size_t key, Time now) {
  const auto hash = sha256_hex(fmt::format("{} {}", key, octets));
  const auto minute = std::chrono::floor<std::chrono::minutes>(now.time_since_epoch());
  const std::lock_guard lock(mutex_);
  std::erase_if(recent_, [&](const auto& entry) { return now - entry.second.first >= kRepeat; });
  if (const auto known = recent_.find(hash); known != recent_.end()) return known->second.second;
  auto chosen = minute_key(hash, minute);
  auto since = now;
  const auto before = minute_key(hash, minute - kRepeat);
  {
    const std::lock_guard reading(reader_mutex_);
    const auto received = reader_->delivered(source_, before);
    if (received && now - *received < kRepeat) {
      chosen = before;
      since = *received;
    }
  }
  recent_[hash] = {since, chosen};
  return chosen;
}

}  // namespace docket
