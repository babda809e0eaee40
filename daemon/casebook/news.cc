#include "daemon/casebook/news.h"

namespace docket {

void tell_resident(const Writing&, const TownNow&, const CaseRow&, News, bool) {}

int tell_waiting_news(const Writing&, const TownNow&) { return 0; }

}  // namespace docket
