// The examples of rules and the tests of whole letters that clerks write beside their rules.
#pragma once

#include <string>
#include <vector>

#include "config/problem.h"
#include "rules/route.h"

namespace docket {

struct ExampleResult {
  std::string name;  ///< "20-roads.yaml:31 example 2 of Roads"
  bool passed = false;
  Place place;
  std::string expected;
  std::string actual;
};

/// Runs them all, in file order.
[[nodiscard]] std::vector<ExampleResult> run_examples(const Judging& judging);
/// Every failing one as an error with expected and actual.
[[nodiscard]] Problems problems_of(const std::vector<ExampleResult>& results);

}  // namespace docket
