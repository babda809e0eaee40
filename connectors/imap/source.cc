#include "connectors/imap/source.h"

#include <algorithm>
#include <exception>
#include <list>
#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "config/heartbeat.h"
#include "config/log_fields.h"
#include "connectors/backoff.h"
#include "connectors/imap/connection.h"
#include "connectors/imap/folder.h"
#include "connectors/imap/session.h"
#include "connectors/wake.h"

namespace docket::imap {

namespace {

/// Connecting has a limit of its own, shorter; what waits for the server or the intake is not in it.
constexpr std::chrono::minutes kLongestTurn{10};

class ImapSource final : public Source {
 public:
  ImapSource(const SourceSettings& settings, Mode mode, Intake& intake, const Clock& clock, LogLine log,
             oauth2::Tokens& tokens, const Pace& pace)
      : settings_(settings),
        pace_(pace),
        with_{settings_, std::get<ImapSettings>(settings_.way), mode, intake, clock, log, pace_, tokens},
        backoff_(pace.first_backoff, pace.longest_backoff) {
    for (const std::string& name : with_.imap.folders) folders_.emplace_back(with_, name);
  }

  void run(std::stop_token stop) override;
  void look_now() override { told_.call(); }
  [[nodiscard]] SourceHealth health() const override {
    const std::lock_guard lock(mutex_);
    return health_;
  }
  [[nodiscard]] const std::string& name() const override { return settings_.name; }

 private:
  Pace::Duration rest_after(const Failure& failure);
  /// One connection from the login to its end.
  Failure visit(const Wake& wake, const std::stop_token& stop);
  static Failure leave(Session& session, Failure why);
  Result<void> look_at_all(Session& session);
  Result<Looked> look_at(Folder& folder, Session& session, Look look);
  Result<void> wait_for_letters(Session& session, Pace::Duration until_next_look);
  Result<void> wait_once(Session& session, Pace::Duration time);
  void show(const std::string& trouble);
  void show_look();

  const SourceSettings settings_;
  const Pace pace_;
  const Surroundings with_;
  std::list<Folder> folders_;
  Backoff backoff_;
  const Wake* wake_ = nullptr;  ///< while run() runs
  Wake told_;                   ///< somebody knows of news
  std::optional<Time> first_start_;
  bool idle_refused_ = false;
  bool all_listed_ = false;
  bool all_complete_ = false;
  mutable std::mutex mutex_;
  SourceHealth health_;
};

void ImapSource::run(std::stop_token stop) {
  try {
    Wake wake;
    wake_ = &wake;
    const std::stop_callback on_stop(stop, [&wake] { wake.call(); });
    Heartbeat beat("source " + settings_.name, kLongestTurn);
    while (!stop.stop_requested()) {
      beat.turn();
      const Failure failure = visit(wake, stop);
      if (stop.stop_requested()) break;
      show(failure.text);
      wake.wait(rest_after(failure));
    }
  } catch (const std::exception& error) {
    show(fmt::format("the source ended: {}", clean(error.what())));
  }
  wake_ = nullptr;
}

Pace::Duration ImapSource::rest_after(const Failure& failure) {
  if (failure.kind == Failure::Kind::no_secret) return pace_.retry;
  return backoff_.next(failure.kind == Failure::Kind::login ? pace_.login_backoff : Pace::Duration{0});
}

Failure ImapSource::visit(const Wake& wake, const std::stop_token& stop) {
  try {
    if (!first_start_) {
      const auto start = with_.intake.first_start(settings_.name);
      if (!start) return {Failure::Kind::intake, "the book takes nothing: " + start.error().text, {}};
      first_start_ = std::chrono::floor<std::chrono::seconds>(*start);
    }
    Connection connection(with_.clock, wake, stop);
    auto opened = connection.open(with_.imap.server, with_.imap.login, pace_, with_.tokens);
    if (!opened) return opened.error();
    {
      const std::lock_guard lock(mutex_);
      health_.certificate_ends = connection.certificate_ends();
    }
    ReaderLimits limits;
    limits.literal = settings_.max_size;
    Session session(connection, pace_, limits);
    if (auto started = session.start(); !started) return started.error();
    while (true) {
      if (auto looked = look_at_all(session); !looked) return leave(session, looked.error());
      backoff_.reset();
      const auto poll = std::chrono::duration_cast<Pace::Duration>(with_.imap.poll);
      const auto waited = wait_for_letters(session, all_complete_ ? poll : std::min(poll, pace_.retry));
      if (!waited) return leave(session, waited.error());
    }
  } catch (const std::exception& error) {
    return {Failure::Kind::lost, fmt::format("trouble inside docket: {}", clean(error.what())), {}};
  }
}

Failure ImapSource::leave(Session& session, Failure why) {
  if (why.kind == Failure::Kind::stopped) session.log_out();
  return why;
}

Result<void> ImapSource::look_at_all(Session& session) {
  std::string trouble;
  all_listed_ = all_complete_ = true;
  for (Folder& folder : folders_) {
    const auto looked = look_at(folder, session, Look::full);
    if (!looked) return tl::unexpected(looked.error());
    if (!looked->trouble.empty() && trouble.empty()) trouble = folder.name() + ": " + looked->trouble;
    all_listed_ = all_listed_ && looked->listed;
    all_complete_ = all_complete_ && looked->complete;
  }
  show(trouble);
  show_look();
  return {};
}

/// A folder that the server refuses stops no other folder.
Result<Looked> ImapSource::look_at(Folder& folder, Session& session, Look look) {
  auto looked = folder.look(session, look, *first_start_);
  if (!looked && looked.error().kind == Failure::Kind::refused) return Looked{false, false, looked.error().text};
  return looked;
}

Result<void> ImapSource::wait_for_letters(Session& session, Pace::Duration until_next_look) {
  const auto end = with_.clock.steady() + until_next_look;
  Folder& first = folders_.front();
  if (folders_.size() > 1) {
    // What came to it while the others were looked at shows in this look.
    if (auto looked = look_at(first, session, Look::news); !looked) return tl::unexpected(looked.error());
  }
  while (true) {
    if (session.news()) {
      const auto looked = look_at(first, session, Look::news);
      if (!looked) return tl::unexpected(looked.error());
      if (!looked->complete) return {};
      if (session.news()) continue;
    }
    const auto now = with_.clock.steady();
    if (now >= end) return {};
    if (auto waited = wait_once(session, std::chrono::ceil<Pace::Duration>(end - now)); !waited) return waited;
    if (told_.take_back()) return {};
  }
}

Result<void> ImapSource::wait_once(Session& session, Pace::Duration time) {
  if (with_.imap.idle && !idle_refused_ && session.can("IDLE")) {
    auto idled = session.idle(std::min(time, pace_.idle), told_);
    if (idled || idled.error().kind != Failure::Kind::refused) return idled;
    idle_refused_ = true;
  }
  wake_->wait(std::min(time, with_.imap.idle ? pace_.noop : pace_.keep_alive), &told_);
  if (session.stop_requested()) return fail(Failure::Kind::stopped, "asked to stop");
  return session.noop();
}

void ImapSource::show(const std::string& trouble) {
  const std::lock_guard lock(mutex_);
  if (health_.trouble == trouble) return;
  health_.trouble = trouble;
  if (trouble.empty()) {
    with_.log(5, fmt::format("source {}: all is well again", settings_.name) + log_field("source", settings_.name));
  } else {
    with_.log(4, fmt::format("source {}: trouble", settings_.name) + log_field("source", settings_.name) +
                     log_field("trouble", trouble));
  }
}

void ImapSource::show_look() {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    if (all_complete_) health_.last_success = with_.clock.now();
    first = all_listed_ && !std::exchange(health_.caught_up, true);
  }
  if (first) with_.intake.caught_up(settings_.name);
}

}  // namespace

std::unique_ptr<Source> make_imap_source(const SourceSettings& settings, Mode mode, Intake& intake, const Clock& clock,
                                         LogLine log, oauth2::Tokens& tokens, const Pace& pace) {
  return std::make_unique<ImapSource>(settings, mode, intake, clock, log, tokens, pace);
}

}  // namespace docket::imap
