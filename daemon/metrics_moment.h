// The gauges of one moment as families of prometheus-cpp. Private: daemon/metrics*.cc only.
#pragma once

#include <prometheus/metric_family.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "daemon/metrics.h"

namespace docket {

using MetricLabels = std::vector<std::pair<std::string, std::string>>;

/// A gauge, or a counter, with one value for each set of labels.
[[nodiscard]] prometheus::MetricFamily metric_family(std::string_view name, std::string_view help,
                                                     prometheus::MetricType type,
                                                     const std::vector<std::pair<MetricLabels, double>>& values);
[[nodiscard]] std::vector<prometheus::MetricFamily> families_of(const MetricsMoment& moment);

}  // namespace docket
