#include "daemon/desk/page.h"

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "config/text.h"
#include "daemon/desk/write_words.h"

namespace docket {
namespace {

using nlohmann::json;
namespace mustache = kainjow::mustache;

mustache::data to_data(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? mustache::data::type::bool_true : mustache::data::type::bool_false;
  if (value.is_array()) {
    mustache::data list{mustache::data::type::list};
    for (const auto& item : value) list.push_back(to_data(item));
    return list;
  }
  mustache::data data{mustache::data::type::object};
  for (const auto& [key, item] : value.items()) {
    if (!(item.is_string() && item.get_ref<const std::string&>().empty())) data.set(key, to_data(item));
  }
  return data;
}

bool offers(const Town& town, const std::string& language) {
  return std::find(town.languages.begin(), town.languages.end(), language) != town.languages.end();
}

}  // namespace

HttpResponse html_page(std::string_view source, int status, const json& values) {
  mustache::mustache form{std::string(source)};
  HttpResponse response{status, "text/html; charset=utf-8", form.render(to_data(values))};
  response.headers["Content-Security-Policy"] =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; "
      "base-uri 'none'";
  response.headers["X-Content-Type-Options"] = "nosniff";
  response.headers["Referrer-Policy"] = "no-referrer";
  return response;
}

std::string page_language(const HttpRequest& request, const Town& town, const std::vector<std::string>& liked) {
  const auto asked = request.query.find("lang");
  if (asked != request.query.end() && offers(town, asked->second)) return asked->second;
  for (const auto part : split(request.header("accept-language"), ',')) {
    const auto language = ascii_lower(trim(part).substr(0, 2));
    if (offers(town, language)) return language;
  }
  const auto known = std::find_if(liked.begin(), liked.end(), [&](const auto& one) { return offers(town, one); });
  return known != liked.end() ? *known : town.default_language;
}

void add_common_values(json& values, const std::string& language, const Town& town) {
  values["language"] = language;
  values["languages"] = json::array();
  for (const auto& code : town.languages) {
    values["languages"].push_back({{"code", code}, {"name", language_name(code)}});
  }
  values["title"] = values["title"].get<std::string>() + " – " + town.name.in(language, town.default_language);
  values["phone_help"] = town.help_phone.empty() ? town.clerk_phone : town.help_phone;
}

}  // namespace docket
