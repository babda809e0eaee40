#include "connectors/webhook/letter_object.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/mime/file_name.h"
#include "connectors/mime/transfer.h"
#include "connectors/webhook/json.h"
#include "connectors/webhook/media_type.h"

namespace docket::webhook {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kAttachments = 100;

/// Reads one object, and notes what is not as it should be. Nothing in it throws on strange input.
class Reading {
 public:
  explicit Reading(LetterObject& into) : into_(into) {}

  void letter(const Json& object) {
    auto& payload = into_.payload;
    text(object, "channel", payload.channel);
    from(member(object, "from"));
    to(member(object, "to"));
    text(object, "subject", payload.subject);
    text(object, "text", payload.text);
    text(object, "language", payload.language);
    fields(member(object, "fields"));
    location(member(object, "location"));
    attachments(member(object, "attachments"));
    timestamp(member(object, "timestamp"));
    tell_of_others(object);
  }

  void timestamp(const Json& value) {
    if (value.is_null()) return;
    if (value.is_string()) {
      into_.payload.written = parse_rfc3339(value.get_ref<const std::string&>());
    } else if (value.is_number_integer() && value.get<std::int64_t>() >= 0 && value.get<std::int64_t>() < kLatest) {
      into_.payload.written = Time(std::chrono::seconds(value.get<std::int64_t>()));
    }
    if (!into_.payload.written) wrong("timestamp: expected a time of RFC 3339, or seconds since 1970");
  }

 private:
  static constexpr std::int64_t kLatest = 253402300800;  // the year 10000

  void wrong(const std::string& text) { into_.wrong.push_back(text); }

  void text(const Json& object, const char* key, std::string& into, const std::string& where = "") {
    const auto& value = member(object, key);
    if (value.is_string()) {
      into = value.get<std::string>();
    } else if (!value.is_null()) {
      wrong(where + key + ": expected text");
    }
  }

  void from(const Json& value) {
    auto& payload = into_.payload;
    if (value.is_string()) {
      payload.email = value.get<std::string>();
    } else if (value.is_object()) {
      text(value, "name", payload.name, "from.");
      text(value, "email", payload.email, "from.");
      text(value, "phone", payload.phone, "from.");
    } else if (!value.is_null()) {
      wrong("from: expected an object with name, email and phone");
    }
  }

  void to(const Json& value) {
    if (value.is_null()) return;
    if (value.is_string()) {
      into_.payload.to.push_back(value.get<std::string>());
    } else if (value.is_array() &&
               std::all_of(value.begin(), value.end(), [](const Json& one) { return one.is_string(); })) {
      for (const auto& one : value) into_.payload.to.push_back(one.get<std::string>());
    } else {
      wrong("to: expected an address or a list of addresses");
    }
  }

  /// One line for a field, whatever a form builder makes of a checkbox or a choice of several.
  static std::optional<std::string> words(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
    if (value.is_number()) return value.dump();
    if (!value.is_array()) return std::nullopt;
    std::string all;
    for (const auto& one : value) {
      if (one.is_array()) return std::nullopt;
      const auto part = words(one);
      if (!part) return std::nullopt;
      all += (all.empty() ? "" : ", ") + *part;
    }
    return all;
  }

  void fields(const Json& value) {
    if (value.is_null()) return;
    if (!value.is_object()) return wrong("fields: expected an object");
    for (const auto& [label, answer] : value.items()) {
      if (answer.is_null()) continue;
      if (auto line = words(answer)) {
        into_.payload.lines.emplace_back(label, *std::move(line));
      } else {
        wrong("fields: expected texts, numbers, true or false, or lists of them");
      }
    }
  }

  void location(const Json& value) {
    if (value.is_null()) return;
    if (!value.is_object()) return wrong("location: expected an object");
    auto& location = into_.payload.location;
    text(value, "address", location.address, "location.");
    text(value, "address_id", location.address_id, "location.");
    const auto& latitude = member(value, "latitude");
    const auto& longitude = member(value, "longitude");
    if (latitude.is_null() && longitude.is_null()) return;
    if (within(latitude, 90) && within(longitude, 180)) {
      location.latitude = latitude.get<double>();
      location.longitude = longitude.get<double>();
    } else {
      wrong("location: expected latitude and longitude in degrees");
    }
  }

  static bool within(const Json& value, double most) {
    return value.is_number() && value.get<double>() >= -most && value.get<double>() <= most;
  }

  void attachments(const Json& value) {
    if (value.is_null()) return;
    if (!value.is_array() || value.size() > kAttachments) return wrong("attachments: expected a list of at most 100");
    for (const auto& one : value) {
      const auto& content = member(one, "content");
      if (!content.is_string()) {
        wrong("attachments: expected content in base64");
        continue;
      }
      std::string name;
      std::string type;
      text(one, "name", name, "attachments.");
      text(one, "type", type, "attachments.");
      auto decoded = mime::decode_base64(content.get_ref<const std::string&>());
      if (decoded.broken) wrong("attachments: the content is not base64");
      Attachment file;
      file.name = mime::safe_file_name(to_valid_utf8(name));
      file.type = media_type_or_octets(type);
      file.content = std::move(decoded.octets);
      file.sha256 = sha256_hex(file.content);
      into_.payload.attachments.push_back(std::move(file));
    }
  }

  /// A form builder that calls its text "message" should learn it at once, and a person who reads the letter too.
  void tell_of_others(const Json& object) {
    static constexpr std::array kKnown{"channel", "from",     "to",          "subject",   "text", "language",
                                       "fields",  "location", "attachments", "timestamp", "type", "data"};
    std::size_t others = 0;
    for (const auto& [key, value] : object.items()) {
      if (std::find(kKnown.begin(), kKnown.end(), key) == kKnown.end()) ++others;
    }
    if (others > 0) into_.payload.defects.push_back(std::to_string(others) + " keys of the JSON object were not read");
  }

  LetterObject& into_;
};

bool says_something(const Payload& payload) {
  return !trim(payload.text).empty() || !trim(payload.subject).empty() || !payload.lines.empty() ||
         !payload.attachments.empty();
}

}  // namespace

LetterObject read_letter_object(std::string_view json) {
  LetterObject result;
  const auto root = parse_json(json);
  if (!root || !root->is_object()) {
    result.wrong.push_back(root ? "expected an object" : root.error());
    return result;
  }
  result.readable = true;
  const auto& data = member(*root, "data");
  Reading reading(result);
  reading.letter(data.is_object() ? data : *root);
  if (data.is_object() && member(data, "timestamp").is_null()) reading.timestamp(member(*root, "timestamp"));
  if (result.wrong.empty() && !says_something(result.payload)) {
    result.wrong.push_back("expected text, subject, fields or attachments");
  }
  return result;
}

}  // namespace docket::webhook
