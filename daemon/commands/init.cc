// docket init DIR: a working copy of the sample town.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "config/sample.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"

namespace docket {
namespace {

/// docket.yaml stands in the sample once for each kind of mailbox: "docket.imap.yaml" becomes docket.yaml.
std::string target_of(const std::string& path, const std::string& kind) {
  if (!path.starts_with("docket.")) return path;
  const auto wanted = kind.empty() ? std::string("docket.yaml") : "docket." + kind + ".yaml";
  return path == wanted ? "docket.yaml" : "";
}

bool write(const std::filesystem::path& path, std::string_view text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.flush();
  return out.good();
}

}  // namespace

int run_init(const Common& common, const InitOptions& options) {
  if (options.guided) return run_guided(common, options);
  const std::filesystem::path folder(options.folder);
  std::error_code ignored;
  if (std::filesystem::exists(folder / "docket.yaml", ignored)) {
    complain(fmt::format("{} is there already: nothing was written", (folder / "docket.yaml").string()));
    return kWrongUse;
  }
  std::vector<std::string> written;
  try {
    for (const auto& file : sample_files()) {
      const auto target = target_of(file.path, options.kind);
      if (target.empty()) continue;
      written.push_back(target);
      if (!write(folder / target, file.text)) {
        complain("cannot write " + (folder / target).string());
        return kInternal;
      }
    }
    if (options.kind.empty()) {
      for (const auto* box : {"in", "out"}) {
        for (const auto* part : {"tmp", "new", "cur"}) std::filesystem::create_directories(folder / box / part);
      }
    }
  } catch (const std::filesystem::filesystem_error& error) {
    complain(error.what());
    return kWrongUse;
  }
  if (common.json) {
    print_json({{"folder", options.folder}, {"written", written}});
    return kDone;
  }
  std::cout << fmt::format("A sample town is in {}.\nNext: docket -c {} check, then docket -c {} serve.\n",
                           options.folder, options.folder, options.folder);
  return kDone;
}

}  // namespace docket
