#include "daemon/outbox/pause.h"

#include <algorithm>

namespace docket {

using std::chrono::minutes;
using std::chrono::seconds;

void Pause::account_refused(const std::string& why, Moment now) {
  if (on_ && !account_) length_ = seconds(0);
  begin(why, now, longer(minutes(1), minutes(30)));
  account_ = true;
  domain_.clear();
}

void Pause::recipient_refused(const std::string& domain, const std::string& why, Moment now) {
  if (on_ && account_ && domain_.empty()) return account_refused(why, now);
  if (on_ && !account_) length_ = seconds(0);
  const bool again = account_ && domain == domain_;
  begin(why, now, again ? length_ : longer(seconds(5), minutes(30)));
  account_ = true;
  domain_ = domain;
}

void Pause::unreachable(const std::string& why, Moment now) {
  // A server that refused our account and now is gone has not taken us back.
  if (on_ && account_) return begin(why, now, longer(minutes(1), minutes(30)));
  begin(why, now, longer(seconds(5), minutes(5)));
}

seconds Pause::longer(seconds first, seconds longest) const { return std::clamp(length_ * 2, first, longest); }

void Pause::begin(const std::string& why, Moment now, seconds length) {
  why_ = why;
  // Several connections hear the same refusal at once: that is one refusal.
  if (on_ && length_ > seconds(0) && now < until_) return;
  on_ = true;
  length_ = length;
  until_ = now + length_;
}

}  // namespace docket
