#include "connectors/maildir/source.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <set>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "config/heartbeat.h"
#include "config/log_fields.h"
#include "connectors/backoff.h"
#include "connectors/maildir/maildir.h"
#include "connectors/maildir/receipt.h"
#include "connectors/wake.h"

namespace docket::maildir {

namespace {

/// What waits for the disk or the intake is not in it.
constexpr std::chrono::minutes kLongestTurn{5};

/// Tells that something came into a folder; where inotify does not work, only the clock does.
class Arrivals {
 public:
  Arrivals() : descriptor_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}
  ~Arrivals() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Arrivals(const Arrivals&) = delete;
  Arrivals& operator=(const Arrivals&) = delete;

  /// Again before every look: the folder may have been made anew; the same one is only watched once.
  void watch(const std::filesystem::path& folder) const {
    if (descriptor_ >= 0) ::inotify_add_watch(descriptor_, folder.c_str(), IN_MOVED_TO | IN_CLOSE_WRITE | IN_CREATE);
  }

  void wait(const Wake& wake, Pace::Duration time) const {
    std::array<pollfd, 2> waits{{{wake.descriptor(), POLLIN, 0}, {descriptor_, POLLIN, 0}}};
    {
      const Heartbeat::Waiting waiting("work", time);
      ::poll(waits.data(), waits.size(), static_cast<int>(time.count()));
    }
    std::array<char, 4096> events{};
    while (descriptor_ >= 0 && ::read(descriptor_, events.data(), events.size()) > 0) continue;
  }

 private:
  int descriptor_;
};

class MaildirSource final : public Source {
 public:
  MaildirSource(const SourceSettings& settings, Mode mode, Intake& intake, const Clock& clock, LogLine log,
                const Pace& pace)
      : settings_(settings),
        mode_(mode),
        intake_(intake),
        clock_(clock),
        log_(log),
        pace_(pace),
        maildir_(std::get<MaildirSettings>(settings.way).path) {}

  void run(std::stop_token stop) override;
  [[nodiscard]] SourceHealth health() const override {
    const std::lock_guard lock(mutex_);
    return health_;
  }
  [[nodiscard]] const std::string& name() const override { return settings_.name; }

 private:
  struct OnTheWay {
    std::string name;
    std::size_t octets = 0;
    std::future<tl::expected<Taken, Trouble>> outcome;
    [[nodiscard]] bool has_outcome() const {
      return outcome.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
    }
  };

  void look(const std::stop_token& stop);
  bool take(std::span<const std::string> names, const std::stop_token& stop);
  void offer(const std::string& name, File file);
  void take_outcomes(std::uint64_t most_octets, const std::stop_token& stop);
  bool wait_for(const OnTheWay& letter, const std::stop_token& stop);
  void settle(OnTheWay letter);
  void finish(const std::string& name);
  [[nodiscard]] bool touches_nothing() const { return mode_ == Mode::shadow; }
  void trouble(const std::string& text) {
    if (trouble_.empty()) trouble_ = text;
  }
  void show();

  const SourceSettings settings_;
  const Mode mode_;
  Intake& intake_;
  const Clock& clock_;
  const LogLine log_;
  const Pace pace_;
  const Maildir maildir_;
  std::set<std::string> done_;  ///< names with an outcome that stay in new/ (shadow)
  std::deque<OnTheWay> on_the_way_;
  std::uint64_t octets_ = 0;                                      ///< of those on the way
  std::optional<std::chrono::steady_clock::time_point> drained_;  ///< until when a stop waits for commits
  bool listed_ = false;                                           ///< the book knows all that lies in new/
  bool later_ = false;                                            ///< something is still being written
  std::string trouble_;                                           ///< of this look
  mutable std::mutex mutex_;
  SourceHealth health_;
};

void MaildirSource::run(std::stop_token stop) {
  try {
    Wake wake;
    const std::stop_callback on_stop(stop, [&wake] { wake.call(); });
    const Arrivals arrivals;
    Backoff backoff(pace_.retry, pace_.longest_retry);
    Heartbeat beat("source " + settings_.name, kLongestTurn);
    while (!stop.stop_requested()) {
      beat.turn();
      trouble_.clear();
      later_ = false;
      if (!touches_nothing()) {
        if (const auto made = maildir_.create(); !made) trouble(made.error().text);
      }
      arrivals.watch(maildir_.arrivals());
      look(stop);
      if (stop.stop_requested()) break;
      show();
      if (trouble_.empty()) backoff.reset();
      constexpr Pace::Duration kSoon = std::chrono::seconds{1};
      const auto pause = trouble_.empty() ? pace_.scan : std::min(pace_.scan, backoff.next());
      arrivals.wait(wake, later_ ? std::min(pause, kSoon) : pause);
    }
  } catch (const std::exception& error) {
    trouble(fmt::format("the source ended: {}", error.what()));
    show();
  }
}

void MaildirSource::look(const std::stop_token& stop) {
  try {
    on_the_way_.clear();  // of a look that broke: the book is asked about them
    octets_ = 0;
    auto names = maildir_.waiting();
    if (!names) return trouble(names.error().text);
    std::erase_if(done_, [&](const auto& name) { return !std::binary_search(names->begin(), names->end(), name); });
    std::erase_if(*names, [this](const std::string& name) { return done_.contains(name); });
    bool listed = true;
    for (std::size_t first = 0; first < names->size() && !stop.stop_requested(); first += pace_.batch) {
      listed = take(std::span(*names).subspan(first, std::min(pace_.batch, names->size() - first)), stop) && listed;
    }
    take_outcomes(0, stop);
    listed_ = listed;
  } catch (const std::exception& error) {
    trouble(fmt::format("trouble inside docket: {}", error.what()));
  }
}

/// False when the book could not be told of them.
bool MaildirSource::take(std::span<const std::string> names, const std::stop_token& stop) {
  std::vector<std::string> keys;
  for (const std::string& name : names) keys.push_back(key_of(name));
  const auto listed = intake_.list(settings_.name, keys);
  if (!listed) {
    trouble("the book takes nothing: " + listed.error().text);
    return false;
  }
  const std::set<std::string> open(listed->begin(), listed->end());

  std::vector<std::string> gone;
  for (const std::string& name : names) {
    if (stop.stop_requested()) break;
    if (!open.contains(key_of(name))) {
      finish(name);  // a crash came between the commit and the move
      continue;
    }
    auto file = maildir_.read(name, settings_.max_size);
    if (file) {
      offer(name, std::move(*file));
      take_outcomes(pace_.batch_octets, stop);
    } else if (file.error().kind == Missing::gone) {
      gone.push_back(key_of(name));
    } else if (file.error().kind == Missing::being_written) {
      later_ = true;
    } else {
      trouble("a file in new/ cannot be read: " + file.error().text);
    }
  }
  if (gone.empty()) return true;
  if (const auto told = intake_.vanished(settings_.name, gone); !told) trouble(told.error().text);
  return true;
}

void MaildirSource::offer(const std::string& name, File file) {
  Inbound inbound;
  inbound.source = settings_.name;
  inbound.delivery_key = key_of(name);
  inbound.received = receipt_time(file.octets, file.modified, clock_.now());
  if (file.size > settings_.max_size) {
    inbound.oversize = file.size;
    file.octets.resize(header_block(file.octets).size());
  }
  const std::size_t octets = file.octets.size() + sizeof(Inbound);
  inbound.octets = std::move(file.octets);
  on_the_way_.push_back({name, octets, intake_.take(std::move(inbound))});
  octets_ += octets;
}

/// In the order of their turn: those that have an outcome, and more until no more octets than so are on their way.
void MaildirSource::take_outcomes(std::uint64_t most_octets, const std::stop_token& stop) {
  while (!on_the_way_.empty() && (octets_ > most_octets || on_the_way_.front().has_outcome())) {
    if (!wait_for(on_the_way_.front(), stop)) return;
    octets_ -= on_the_way_.front().octets;
    settle(std::move(on_the_way_.front()));
    on_the_way_.pop_front();
  }
}

/// False when we are asked to stop and it takes too long.
bool MaildirSource::wait_for(const OnTheWay& letter, const std::stop_token& stop) {
  const Heartbeat::Waiting waiting("the intake");
  while (letter.outcome.wait_for(std::chrono::milliseconds{100}) == std::future_status::timeout) {
    if (!stop.stop_requested()) continue;
    if (!drained_) drained_ = clock_.steady() + pace_.drain;
    if (clock_.steady() >= *drained_) return false;
  }
  return true;
}

void MaildirSource::settle(OnTheWay letter) {
  try {
    const auto outcome = letter.outcome.get();
    if (outcome) {
      finish(letter.name);
    } else {
      trouble(outcome.error().text);
    }
  } catch (const std::exception&) {
    trouble("the intake gave no answer");
  }
}

void MaildirSource::finish(const std::string& name) {
  if (touches_nothing()) {
    done_.insert(name);
    return;
  }
  if (const auto finished = maildir_.finish(name); !finished) trouble(finished.error().text);
}

void MaildirSource::show() {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    if (health_.trouble != trouble_) {
      log_(trouble_.empty() ? 5 : 4,
           fmt::format("source {}: {}", settings_.name, trouble_.empty() ? "all is well again" : "trouble") +
               log_field("source", settings_.name) + (trouble_.empty() ? "" : log_field("trouble", trouble_)));
    }
    health_.trouble = trouble_;
    if (trouble_.empty() && !later_) health_.last_success = clock_.now();
    first = listed_ && !std::exchange(health_.caught_up, true);
  }
  if (first) intake_.caught_up(settings_.name);
}

}  // namespace

std::unique_ptr<Source> make_maildir_source(const SourceSettings& settings, Mode mode, Intake& intake,
                                            const Clock& clock, LogLine log, const Pace& pace) {
  return std::make_unique<MaildirSource>(settings, mode, intake, clock, log, pace);
}

}  // namespace docket::maildir
