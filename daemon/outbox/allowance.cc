#include "daemon/outbox/allowance.h"

#include <algorithm>

namespace docket {

int Allowance::take(int wanted, Moment now) {
  forget(now);
  const int count = std::clamp(limit_ - taken_, 0, std::max(wanted, 0));
  if (count == 0) return 0;
  const auto width = std::chrono::duration_cast<Moment::duration>(span_) / 60;
  if (slots_.empty() || now - slots_.back().start >= width) slots_.push_back({now, 0});
  slots_.back().count += count;
  taken_ += count;
  return count;
}

void Allowance::put_back(int count) {
  while (count > 0 && !slots_.empty()) {
    const int part = std::min(count, slots_.back().count);
    slots_.back().count -= part;
    taken_ -= part;
    count -= part;
    if (slots_.back().count == 0) slots_.pop_back();
  }
}

Allowance::Moment Allowance::next(Moment now) const {
  if (taken_ < limit_ || slots_.empty()) return now;
  // A slot is forgotten a slot's width late, so that what was taken at its end has had the whole span too.
  return slots_.front().start + span_ + std::chrono::duration_cast<Moment::duration>(span_) / 60;
}

void Allowance::forget(Moment now) {
  const auto kept = std::chrono::duration_cast<Moment::duration>(span_) * 61 / 60;
  while (!slots_.empty() && now - slots_.front().start >= kept) {
    taken_ -= slots_.front().count;
    slots_.pop_front();
  }
}

}  // namespace docket
