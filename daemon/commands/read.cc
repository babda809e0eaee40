// docket read FILE|-: what a letter is understood to be.
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "config/load.h"
#include "connectors/letter_json.h"
#include "connectors/read.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {
namespace {

/// The town's addresses and forms; nothing when a configuration was named that cannot be used.
std::optional<ReadContext> context_of(const Common& common, Problems& problems) {
  if (!common.config_named) return ReadContext{};
  const auto settings_file = read_settings_file(common.config, problems);
  const auto town_files = read_town_files(common.config, problems);
  if (!settings_file || !town_files) return std::nullopt;
  const auto settings = load_settings(*settings_file, common.config, problems);
  const auto town = load_town(town_files->town, SystemClock().now(), problems);
  if (!settings || !town) return std::nullopt;
  return read_context(*settings, *town, "", "");
}

}  // namespace

int run_read(const Common& common, const std::string& file) {
  auto octets = read_octets(file);
  if (!octets) {
    complain(octets.error());
    return kWrongUse;
  }
  Problems problems;
  const auto context = context_of(common, problems);
  if (!context) {
    print_problems(problems);
    return kWrongUse;
  }
  Inbound inbound;
  inbound.octets = std::move(*octets);
  auto letter = read(inbound, *context);
  letter.received.reset();  // a file does not say when it arrived
  const auto value = to_json(letter);
  if (common.json) {
    print_json(value);
    return kDone;
  }
  print_members(value, {"from", "to", "recipients", "resident", "date", "subject", "language", "automatic",
                        "attachments", "defects", "gist"});
  std::cout << "\n" << shown(letter.new_text) << "\n";
  return kDone;
}

}  // namespace docket
