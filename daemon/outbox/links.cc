#include "daemon/outbox/links.h"

#include <nlohmann/json.hpp>

namespace docket {
namespace {

using nlohmann::json;

/// "https://letters.town.example/settled?key=TOKEN", in the language of the letter around it.
class Links {
 public:
  Links(const std::string& url, const std::string& number, const Keys& keys)
      : url_(url.substr(0, url.find_last_not_of('/') + 1)), number_(number), keys_(keys) {}

  void add(json& vars, const std::string& language, const std::string& made_for, const char* yes,
           const char* no) const {
    const std::string begin = url_ + "/settled?key=" + keys_.token(number_, Purpose::settled, made_for);
    const std::string end = "&lang=" + language;
    vars[yes] = begin + "&answer=yes" + end;
    vars[no] = begin + "&answer=not-yet" + end;
  }

 private:
  std::string url_;
  std::string number_;
  const Keys& keys_;
};

std::string text_in(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::string with_links(const std::string& facts, const std::string& number, const Keys& keys,
                       const Settings& settings) {
  if (number.empty() || !settings.desk_public || settings.desk_public_url.empty()) return facts;
  auto all = json::parse(facts, nullptr, false);
  if (!all.is_object()) return facts;
  const Links links(settings.desk_public_url, number, keys);
  const auto closing = text_in(all, "closing");
  const auto consent = text_in(all, "consent");
  for (auto& [language, vars] : all.items()) {
    if (!vars.is_object()) continue;
    if (!closing.empty()) links.add(vars, language, closing, "settled_yes", "settled_not_yet");
    if (!consent.empty()) links.add(vars, language, "consent:" + consent, "consent_yes", "consent_no");
    if (!text_in(vars, "ready_answer").empty()) links.add(vars, language, "answer", "answered_yes", "answered_no");
  }
  return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace docket
