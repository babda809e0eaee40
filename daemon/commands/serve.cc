// docket serve: the daemon in the foreground. SIGTERM ends it cleanly, SIGHUP reloads.
#include <fmt/format.h>
#include <pthread.h>
#include <sys/prctl.h>

#include <clocale>
#include <csignal>

#include "config/heartbeat.h"
#include "config/log_fields.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/process.h"
#include "daemon/serve/daemon.h"
#include "daemon/serve/log.h"
#include "daemon/serve/notify.h"

namespace docket {
namespace {

constexpr int kCritical = 2;
constexpr int kNotice = 5;
constexpr int kInformation = 6;
constexpr std::chrono::milliseconds kPace{10'000};

/// Blocked in every thread before any starts: only the main thread's sigtimedwait takes them.
sigset_t block_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGUSR1}) sigaddset(&set, number);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  (void)std::signal(SIGPIPE, SIG_IGN);
  (void)std::signal(SIGXFSZ, SIG_IGN);  // a full quota is an error of one write, not the end
  return set;
}

void reload(Daemon& daemon) {
  notify_reloading();
  const auto result = daemon.reload({"SIGHUP", ReloadOrder::Way::take, ""});
  for (const auto& problem : result.problems) log_line(kInformation, to_string(problem));
  notify("READY=1\nSTATUS=" + daemon.status_line());
}

void log_state(Daemon& daemon) {
  for (const auto& line : daemon.state_lines()) log_line(kNotice, "state: " + line);
}

/// Whether every thread that should have turned has. A thread that waits for the disk is not one: an end of docket
/// would mend no disk.
bool threads_turn() {
  bool turn = true;
  for (const auto& thread : look_at_threads()) {
    if (!thread.overdue) continue;
    turn = false;
    log_line(kCritical,
             fmt::format("thread {} has not turned for {} s: the watchdog is not answered, to be started anew",
                         thread.name, thread.since_turn.count() / 1000) +
                 log_field("thread", thread.name) + log_field("event", "thread-stuck"));
  }
  return turn;
}

/// Only looks and tells: nothing here waits for the disk or for a thread that does. Answers the exit code.
int wait_for_the_end(Daemon& daemon, const sigset_t& signals) {
  const auto watchdog = watchdog_interval();
  const auto pause = std::min<std::chrono::microseconds>(watchdog.value_or(kPace), kPace);
  const timespec timeout{pause.count() / 1000000, pause.count() % 1000000 * 1000};
  while (true) {
    const int number = sigtimedwait(&signals, nullptr, &timeout);
    if (number == SIGTERM || number == SIGINT) return kDone;
    if (number == SIGHUP) daemon.reload_soon();
    if (number == SIGUSR1) log_state(daemon);
    if (const auto damage = daemon.damage()) {
      log_line(kCritical, "the case book is damaged, docket ends: " + *damage +
                              ". Put back a backup (docket restore FILE DIR); keep the damaged file, much of it can be "
                              "read" +
                              log_field("event", "book-damaged"));
      return kWrongUse;
    }
    const bool alive = threads_turn();
    notify((watchdog && alive ? "WATCHDOG=1\nSTATUS=" : "STATUS=") + daemon.status_line());
  }
}

/// How often the rounds are gone: as often as the watchdog is answered.
std::chrono::milliseconds pace() {
  const auto watchdog = watchdog_interval();
  return watchdog ? std::min(std::chrono::duration_cast<std::chrono::milliseconds>(*watchdog), kPace) : kPace;
}

}  // namespace

int run_serve(const Common& common, const ServeOptions& options) {
  if (options.validate_only) return validate_start(common);
  if (const auto level = log_level(options.log_level)) set_log_level(*level);
  (void)std::setlocale(LC_ALL, "C.UTF-8");  // libcurl converts IDN domains only under a UTF-8 locale
  bound_heap();
  prctl(PR_SET_DUMPABLE, 0);  // no core with letters and keys in it
  const auto signals = block_signals();
  const SystemClock clock;
  auto daemon = Daemon::start(common.config, clock);
  if (!daemon) {
    complain(daemon.error().text);
    return daemon.error().exit_code;
  }
  (*daemon)->start_rounds(pace(), [&running = **daemon] { reload(running); });
  notify("READY=1\nSTATUS=" + (*daemon)->status_line());
  const int code = wait_for_the_end(**daemon, signals);
  notify("STOPPING=1");
  (*daemon)->stop();
  log_line(kNotice, "docket stopped" + log_field("event", "stopped"));
  return code;
}

}  // namespace docket
