#include "connectors/webhook/json.h"

#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <vector>

namespace docket::webhook {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kDepth = 32;
constexpr std::size_t kKeys = 1000;
constexpr std::size_t kValues = 100000;

struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Looks at every event of the parser; throws Refused out of it.
class Bounds {
 public:
  void see(Json::parse_event_t event, const Json& parsed) {
    using Event = Json::parse_event_t;
    if (event == Event::object_start || event == Event::array_start) {
      if (keys_.size() == kDepth) throw Refused("it is nested too deeply");
      keys_.emplace_back();
    } else if (event == Event::object_end || event == Event::array_end) {
      keys_.pop_back();
    } else if (event == Event::key) {
      if (!keys_.back().insert(parsed.get_ref<const std::string&>()).second) throw Refused("a key stands there twice");
      if (keys_.back().size() > kKeys) throw Refused("an object has too many keys");
    }
    if (++events_ > kValues) throw Refused("it holds too many values");
  }

 private:
  std::vector<std::set<std::string>> keys_;  ///< of the objects that are open
  std::size_t events_ = 0;
};

}  // namespace

tl::expected<Json, std::string> parse_json(std::string_view text) {
  // The parser takes a NUL for the end, whatever follows.
  if (text.find('\0') != std::string_view::npos) return tl::unexpected<std::string>("it is no JSON");
  try {
    Bounds bounds;
    return Json::parse(text, [&](int, Json::parse_event_t event, Json& parsed) {
      bounds.see(event, parsed);
      return true;
    });
  } catch (const Refused& refused) {
    return tl::unexpected<std::string>(refused.what());
  } catch (const Json::exception&) {
    // Its own words would repeat what stands in the letter.
    return tl::unexpected<std::string>("it is no JSON");
  }
}

const Json& member(const Json& object, const char* key) {
  static const Json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(key);
  return found == object.end() ? kNull : *found;
}

std::string text_of(const Json& object, const char* key) {
  const auto& value = member(object, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

}  // namespace docket::webhook
