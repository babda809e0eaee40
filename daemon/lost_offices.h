// An office that still has open cases must not vanish from town.yaml: nobody would answer them.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "config/load.h"
#include "config/problem.h"

namespace docket {

/// An error at `offices:` of that file for each office with so many open cases; answers how many there are.
std::size_t add_lost_offices(const std::map<std::string, int>& open_cases, const TextFile& town, Problems& problems);

}  // namespace docket
