// docket rules restore VERSION: an earlier accepted set back into the configuration folder, then taken as by reload.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "config/replace_files.h"
#include "daemon/casebook/files_json.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/commands/comparing.h"

namespace docket {

// On disk first: what runs and what lies in the folder must be the same, or the next start would undo it.
int restore_rules(const Common& common, const RulesOptions& options) {
  const auto set = ask_reading(common, "/versions/" + options.version, {});
  if (!set) return set.error();
  const auto files = other_files_from(*set);
  if (!files || !files->town) {
    complain("the book's answer cannot be understood");
    return kInternal;
  }
  const auto replaced = replace_town_files(common.config, files->over({}), SystemClock().now());
  if (!replaced) {
    complain(replaced.error());
    return kWrongUse;
  }
  const int code = reload_asking(common, options.yes);
  if (code == kDone || code == kDaemonNeeded) {
    if (!common.json) {
      std::cout << fmt::format("{} is in {}; what it replaced is in {}\n", set->value("version", ""),
                               common.config.string(), replaced->string());
      if (code == kDaemonNeeded) std::cout << "docket takes it when it starts\n";
    }
    return kDone;
  }
  if (const auto back = put_back_town_files(common.config, *replaced); !back) complain(back.error());
  return code;
}

}  // namespace docket
