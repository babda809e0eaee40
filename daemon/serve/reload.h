// A reload: what lies on disk, built beside what runs, compared with it over the newest letters, and taken whole.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "config/problem.h"
#include "daemon/compare/comparison.h"
#include "daemon/configuration.h"

namespace docket {

struct ReloadOrder {
  enum class Way {
    take,     ///< whatever it changes (SIGHUP): nobody is there to ask
    compare,  ///< take it unless someone should look first
    insist,   ///< compare, and take it
  };
  std::string who;  ///< login name
  Way way = Way::take;
  std::string version;  ///< insist on this one only: on another it is as `compare`
};

struct ReloadResult {
  Problems problems;  ///< with an error: refused, what ran runs on
  bool taken = false;
  std::string version;                          ///< of what lies on disk, when it can be used
  std::optional<Comparison> comparison;         ///< with what runs, over the newest letters
  std::shared_ptr<const Configuration> next{};  ///< what was built; null: refused
};

/// {"taken", "refused", "version", "problems", "comparison": as to_json(Comparison), or null}
[[nodiscard]] nlohmann::json to_json(const ReloadResult& result, const Town& town);

/// Over the last 200 letters; nullopt, and the reason in the log, when the book cannot be read.
[[nodiscard]] std::optional<Comparison> compare_newest(const Configuration& running, const Configuration& next);

}  // namespace docket
