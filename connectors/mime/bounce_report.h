// The fields of delivery reports (RFC 3464) and read receipts (RFC 8098), as mail systems write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "connectors/letter.h"

namespace docket {

/// Names in lower case, values unfolded, in order; of at most 256 KiB. `first_group`: only up to the first empty line.
using ReportFields = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] ReportFields report_fields(std::string_view content, bool first_group = false);
/// The first value of that name, or "".
[[nodiscard]] std::string_view report_value(const ReportFields& fields, std::string_view name);

/// Of several recipients those with the worst action are told. Empty lines may be missing or too many, types and
/// actions too; what nothing is said of stays empty.
[[nodiscard]] Bounce read_delivery_report(std::string_view content);
/// A line of it names a recipient as only a report does: some systems send one as plain text.
[[nodiscard]] bool is_delivery_report(std::string_view content);
[[nodiscard]] Bounce read_receipt(std::string_view content);

}  // namespace docket
