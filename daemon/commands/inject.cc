// docket inject FILE|-: hands a letter to the running daemon. Knows only 0 (durable) and 75 (try again later): any
// other code makes a mail server bounce the letter.
#include <iostream>
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {

int run_inject(const Common& common, const InjectOptions& options) {
  const auto octets = read_octets(options.file);
  if (!octets) {
    complain(octets.error());
    return kTryLater;
  }
  std::map<std::string, std::string> query{{"source", options.source}};
  for (const auto& to : options.to) query["to"] += to + "\n";
  if (options.from) query["from"] = *options.from;
  const auto answer = ask_changing(common, "/inject", query, *octets);
  if (!answer) return kTryLater;
  if (common.json) {
    print_json(*answer);
  } else {
    const auto& number = (*answer)["case"];
    std::cout << answer->value("outcome", "") << (number.is_string() ? " " + number.get<std::string>() : "") << "\n";
  }
  return kDone;
}

}  // namespace docket
