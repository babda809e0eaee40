#include "daemon/alarms/pager.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace docket {
namespace {

constexpr int kWarning = 4;
constexpr int kNotice = 5;
constexpr std::chrono::seconds kLongest{60};
constexpr std::size_t kMostRunning = 8;
constexpr std::size_t kMostText = 4000;  // less than any pipe holds: writing it never waits

/// What the child starts with: standard input from `input`, nothing else of ours, no signal blocked.
class Start {
 public:
  explicit Start(int input) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
    sigset_t ignored;
    sigemptyset(&ignored);
    sigaddset(&ignored, SIGPIPE);
    sigaddset(&ignored, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes_, &ignored);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~Start() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;

  /// The errno of what failed, or 0.
  int run(std::vector<std::string> words, pid_t& process) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::string path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    std::string language = "LANG=C.UTF-8";
    std::array<char*, 3> environment{path.data(), language.data(), nullptr};
    return posix_spawn(&process, words.front().c_str(), &actions_, &attributes_, arguments.data(), environment.data());
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

}  // namespace

Pager::~Pager() {
  for (const auto& running : running_) (void)look_after(running, true);
}

void Pager::page(const std::string& kind, const std::string& title, const std::string& text) {
  look_after();
  if (running_.size() >= kMostRunning) return log_(kWarning, "alarms.command is not run: too many still do");
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return log_(kWarning, "alarms.command is not run: no pipe");
  Running running{0, kind, clock_.steady()};
  const int failed = Start(ends[0]).run({command_, kind, title}, running.process);
  // While our own end for reading is open: a command that has ended already breaks no pipe.
  if (failed == 0) (void)!::write(ends[1], text.data(), std::min(text.size(), kMostText));
  ::close(ends[0]);
  ::close(ends[1]);
  if (failed != 0) {
    return log_(kWarning, fmt::format("alarms.command cannot be run: {}", std::generic_category().message(failed)));
  }
  running_.push_back(running);
}

void Pager::look_after() {
  const auto now = clock_.steady();
  std::erase_if(running_,
                [&](const Running& running) { return look_after(running, now - running.started > kLongest); });
}

bool Pager::look_after(const Running& running, bool end_now) {
  int status = 0;
  const pid_t ended = waitpid(running.process, &status, WNOHANG);
  if (ended == 0 && !end_now) return false;
  if (ended == 0) {
    ::kill(-running.process, SIGKILL);
    while (waitpid(running.process, &status, 0) < 0 && errno == EINTR) {
    }
    log_(kWarning, fmt::format("alarms.command for {} took too long and was ended", running.kind));
  } else if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
    log_(kNotice, fmt::format("alarms.command was told: {}", running.kind));
  } else {
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    log_(kWarning, fmt::format("alarms.command for {} failed with {}", running.kind, code));
  }
  return true;
}

}  // namespace docket
