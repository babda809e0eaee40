#include "connectors/maildir/receipt.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "config/text.h"
#include "connectors/inbound.h"
#include "connectors/mime/date.h"
#include "connectors/mime/fields.h"

namespace docket::maildir {

Time receipt_time(std::string_view octets, Time modified, Time now) {
  constexpr std::size_t kTop = std::size_t{64} << 10U;
  constexpr std::chrono::hours kOldest{30 * 24};
  mime::Defects ignored;
  const auto top = header_block(octets).substr(0, kTop);
  const auto fields = mime::read_fields(top, {}, "the letter", ignored);
  const auto received = fields.value("Received");
  const auto date =
      mime::parse_date(std::string_view(received).substr(std::min(received.rfind(';') + 1, received.size())));
  if (received.find(';') == std::string::npos || !date) return modified;
  return date->utc <= now && date->utc >= modified - kOldest ? date->utc : modified;
}

}  // namespace docket::maildir
