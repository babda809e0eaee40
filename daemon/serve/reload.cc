#include "daemon/serve/reload.h"

#include <nlohmann/json.hpp>

#include "daemon/casebook/reader.h"
#include "daemon/control/reading.h"
#include "daemon/serve/log.h"

namespace docket {
namespace {

constexpr int kWarning = 4;
constexpr int kNewest = 200;

}  // namespace

nlohmann::json to_json(const ReloadResult& result, const Town& town) {
  return {{"taken", result.taken},
          {"refused", has_errors(result.problems)},
          {"version", result.version.empty() ? nlohmann::json() : nlohmann::json(result.version)},
          {"problems", problems_json(result.problems)},
          {"comparison", result.comparison ? to_json(*result.comparison, town) : nlohmann::json()}};
}

std::optional<Comparison> compare_newest(const Configuration& running, const Configuration& next) {
  auto book = BookReader::open(running.settings->data);
  if (!book) {
    log_line(kWarning, "a reload could not be compared: " + book.error());
    return std::nullopt;
  }
  JudgedFilter filter;
  filter.newest = kNewest;
  try {
    return compare(**book, (*book)->judged(filter), running, next);
  } catch (const std::exception& error) {
    log_line(kWarning, std::string("a reload could not be compared: ") + error.what());
    return std::nullopt;
  }
}

}  // namespace docket
