// docket case open: a call or a visit, written down. Shows the person's open cases before it opens another.
#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "config/text.h"
#include "connectors/mime/address.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {
namespace {

using nlohmann::json;

bool looks_like_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789+-(). /x") == std::string::npos;
}

/// "Ana <ana@example.org>", "ana@example.org", "613-555-0142" or "Ana".
json person_of(const OpenOptions& options) {
  json person{{"name", ""}, {"email", ""}, {"phone", options.phone}};
  const std::string from(trim(options.from));
  if (looks_like_number(from)) {
    if (options.phone.empty()) person["phone"] = from;
  } else if (from.find('@') != std::string::npos) {
    const auto addresses = mime::parse_addresses(from, 1).addresses;
    if (!addresses.empty()) person["email"] = addresses.front().address;
    if (!addresses.empty()) person["name"] = addresses.front().name;
  } else {
    person["name"] = from;
  }
  return person;
}

/// What to do beside the person's open cases: the number to join, "" to open another, nullopt to leave it.
std::optional<std::string> asked(const json& cases) {
  std::cerr << "Open cases of the same address or number:\n";
  for (const auto& one : cases) {
    const auto subject = one.value("subject", json());
    std::cerr << fmt::format("  {}  {}  {}\n", one.value("number", ""), one.value("opened", ""),
                             subject.is_string() ? shown(subject.get<std::string>()) : "(not shown)");
  }
  if (isatty(STDIN_FILENO) == 0) return "";
  std::cerr << "Its number to add this to one, y to open another, anything else to leave it: ";
  std::string line;
  std::getline(std::cin, line);
  const std::string answer(trim(line));
  if (answer == "y" || answer == "Y") return "";
  return answer.find_first_of("0123456789") == std::string::npos ? std::nullopt : std::optional(answer);
}

json body_of(const OpenOptions& options, const json& person, const std::string& text) {
  json body{{"channel", options.channel}, {"from", person}, {"subject", options.subject}, {"text", text}};
  if (!options.to.empty()) body["to"] = options.to;
  if (!options.location.empty()) body["location"] = {{"address", options.location}};
  if (!options.language.empty()) body["language"] = options.language;
  return body;
}

}  // namespace

int run_open(const Common& common, const OpenOptions& options) {
  auto text = options.text == "-" ? read_octets("-") : options.text;
  if (!text) {
    complain(text.error());
    return kWrongUse;
  }
  const json person = person_of(options);
  std::map<std::string, std::string> query;
  if (!options.joins.empty()) query["joins"] = options.joins;
  const bool look = options.joins.empty() && !options.another;
  if (look && (person["email"] != "" || person["phone"] != "")) {
    const auto found = ask_changing(common, "/people", {}, person.dump());
    if (!found) return found.error();
    const auto& cases = (*found)["cases"];
    const auto choice = cases.empty() ? std::optional<std::string>("") : asked(cases);
    if (!choice) return kNo;
    if (!choice->empty()) query["joins"] = *choice;
  }
  const auto body = body_of(options, person, *text).dump(-1, ' ', false, json::error_handler_t::replace);
  const auto answer = ask_changing(common, "/open", query, body);
  if (!answer) return answer.error();
  if (common.json) {
    print_json(*answer);
  } else {
    std::cout << answer->value("outcome", "") << " " << answer->value("case", "") << "\n";
  }
  return kDone;
}

}  // namespace docket
