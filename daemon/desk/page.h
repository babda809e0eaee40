// What the public pages share: mustache with HTML escaping, their headers, the language of whoever looks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "config/town.h"
#include "connectors/http/server.h"

namespace docket {

/// `source` rendered with `values`, every value escaped; no script may run, no other site is asked for anything, and
/// where one goes from it the address (which may hold a key) is not told.
[[nodiscard]] HttpResponse html_page(std::string_view source, int status, const nlohmann::json& values);

/// Asked for (`lang`), else the first of Accept-Language that the town offers (its order is the order of liking), else
/// the first of `liked` that it offers, else the town's.
[[nodiscard]] std::string page_language(const HttpRequest& request, const Town& town,
                                        const std::vector<std::string>& liked = {});

/// language, languages (code and name of each), title followed by the town's name, phone_help.
void add_common_values(nlohmann::json& values, const std::string& language, const Town& town);

}  // namespace docket
