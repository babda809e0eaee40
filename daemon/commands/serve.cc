// docket serve: the daemon in the foreground. SIGTERM ends it cleanly, SIGHUP reloads.
#include <fmt/format.h>
#include <pthread.h>
#include <sys/prctl.h>

#include <clocale>
#include <csignal>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/serve/daemon.h"
#include "daemon/serve/log.h"
#include "daemon/serve/notify.h"

namespace docket {
namespace {

constexpr int kInformation = 6;

/// Blocked in every thread before any starts: only the main thread's sigtimedwait takes them.
sigset_t block_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int number : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set, number);
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

void wait_for_the_end(Daemon& daemon, const sigset_t& signals) {
  const auto watchdog = watchdog_interval();
  const auto pause = std::min(watchdog.value_or(std::chrono::seconds(10)), std::chrono::microseconds(10000000));
  const timespec timeout{pause.count() / 1000000, pause.count() % 1000000 * 1000};
  while (true) {
    const int number = sigtimedwait(&signals, nullptr, &timeout);
    if (number == SIGTERM || number == SIGINT) return;
    if (number == SIGHUP) reload(daemon);
    daemon.tick();
    notify((watchdog ? "WATCHDOG=1\nSTATUS=" : "STATUS=") + daemon.status_line());
  }
}

}  // namespace

int run_serve(const Common& common) {
  (void)std::setlocale(LC_ALL, "C.UTF-8");  // libcurl converts IDN domains only under a UTF-8 locale
  prctl(PR_SET_DUMPABLE, 0);                // no core with letters and keys in it
  const auto signals = block_signals();
  const SystemClock clock;
  auto daemon = Daemon::start(common.config, clock);
  if (!daemon) {
    complain(daemon.error().text);
    return daemon.error().exit_code;
  }
  notify("READY=1\nSTATUS=" + (*daemon)->status_line());
  wait_for_the_end(**daemon, signals);
  notify("STOPPING=1");
  (*daemon)->stop();
  return kDone;
}

}  // namespace docket
