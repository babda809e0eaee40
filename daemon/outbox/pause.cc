#include "daemon/outbox/pause.h"

#include <algorithm>

namespace docket {

using std::chrono::minutes;
using std::chrono::seconds;

void Pause::account_refused(const std::string& why, Moment now) {
  if (on_ && !account_) length_ = seconds(0);
  begin(why, now, minutes(1), minutes(30));
  account_ = true;
}

void Pause::unreachable(const std::string& why, Moment now) {
  // A server that refused our account and now is gone has not taken us back.
  if (on_ && account_) return begin(why, now, minutes(1), minutes(30));
  begin(why, now, seconds(5), minutes(5));
}

void Pause::begin(const std::string& why, Moment now, seconds first, seconds longest) {
  why_ = why;
  // Several connections hear the same refusal at once: that is one refusal.
  if (on_ && length_ > seconds(0) && now < until_) return;
  on_ = true;
  length_ = std::clamp(length_ * 2, first, longest);
  until_ = now + length_;
}

}  // namespace docket
