#include "config/heartbeat.h"

#include <algorithm>
#include <list>
#include <mutex>
#include <utility>

#include "config/failpoint.h"

namespace docket {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

struct Living {
  std::mutex mutex;
  std::list<Heartbeat*> all;
};

Living& living() {
  // Not destroyed: a reader that was given up may outlive main().
  static auto* const all = new Living;  // NOLINT(cppcoreguidelines-owning-memory)
  return *all;
}

thread_local Heartbeat* own = nullptr;

std::int64_t steady_now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(Heartbeat::Clock::now().time_since_epoch()).count();
}

std::int64_t after(std::int64_t now, std::chrono::milliseconds span) {
  // Beyond a year nobody waits; and the sum must not overflow.
  if (span > std::chrono::hours(24 * 365)) return kNever;
  return now + std::chrono::nanoseconds(span).count();
}

}  // namespace

Heartbeat::Heartbeat(std::string name, std::chrono::milliseconds bound)
    : name_(std::move(name)), failpoint_("turn-" + name_), bound_(bound), due_(kNever), turned_(steady_now()) {
  expect(turned_, std::chrono::milliseconds(0));
  own = this;
  auto& others = living();
  const std::lock_guard lock(others.mutex);
  others.all.push_back(this);
}

Heartbeat::~Heartbeat() {
  own = nullptr;
  auto& others = living();
  const std::lock_guard lock(others.mutex);
  others.all.remove(this);
}

void Heartbeat::turn() {
  const auto now = steady_now();
  turned_ = now;
  ++turns_;
  expect(now, std::chrono::milliseconds(0));
  (void)failpoint(failpoint_.c_str());
}

void Heartbeat::expect(std::int64_t now, std::chrono::milliseconds within) {
  const bool never = bound_ == kLimitedElsewhere || within == kLimitedElsewhere;
  due_ = never ? kNever : after(now, within + bound_);
}

Heartbeat::Waiting::Waiting(const char* what, std::chrono::milliseconds at_most) {
  if (own == nullptr) return;
  due_before_ = own->due_;
  before_ = own->waits_for_.exchange(what);
  own->expect(at_most == kLimitedElsewhere ? 0 : steady_now(), at_most);
}

Heartbeat::Waiting::~Waiting() {
  if (own == nullptr) return;
  own->waits_for_ = before_;
  if (before_ != nullptr) {
    own->due_ = due_before_;
    return;
  }
  const auto now = steady_now();
  own->turned_ = now;
  own->expect(now, std::chrono::milliseconds(0));
}

std::vector<ThreadSign> look_at_threads() {
  auto& others = living();
  const std::lock_guard lock(others.mutex);
  std::vector<ThreadSign> signs;
  const auto now = steady_now();
  for (const Heartbeat* one : others.all) {
    const char* waits_for = one->waits_for_;
    const auto since = std::chrono::nanoseconds(std::max<std::int64_t>(0, now - one->turned_));
    signs.push_back({one->name_, waits_for == nullptr ? "" : waits_for, one->turns_,
                     std::chrono::duration_cast<std::chrono::milliseconds>(since), now > one->due_});
  }
  return signs;
}

}  // namespace docket
