#include "daemon/doctor/systemd.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>

#include "config/text.h"

namespace docket::doctor {
namespace {

/// A program that writes into a pipe of ours; it is ended with this.
class Program {
 public:
  explicit Program(std::vector<std::string> words) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
    output_ = ends[0];
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    if (::posix_spawn(&process_, arguments.front(), &actions, nullptr, arguments.data(), environ) != 0) process_ = -1;
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
  }
  ~Program() {
    if (output_ >= 0) ::close(output_);
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);  // one that has ended is not waited for yet: its number is nobody else's
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) continue;
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// What it wrote until it ended, or until the time is over.
  std::string output(std::chrono::milliseconds limit) const {
    constexpr std::size_t kMost = std::size_t{256} << 10U;
    const auto end = std::chrono::steady_clock::now() + limit;
    std::string text;
    std::array<char, 4096> buffer{};
    while (output_ >= 0 && text.size() < kMost) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
      pollfd waiting{output_, POLLIN, 0};
      if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) break;
      const auto count = ::read(output_, buffer.data(), buffer.size());
      if (count <= 0) break;
      text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text;
  }

 private:
  pid_t process_ = -1;
  int output_ = -1;
};

}  // namespace

std::string unit_of(const std::filesystem::path& config) {
  const auto folder = std::filesystem::absolute(config / "").lexically_normal().parent_path();
  const auto name = folder.filename().string();
  const bool plain =
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._") == std::string::npos;
  return folder.parent_path() == "/etc/docket" && plain ? "docket@" + name + ".service" : "docket.service";
}

UnitFacts read_unit(const std::string& name, const std::string& shown) {
  UnitFacts facts;
  facts.unit.name = name;
  for (const auto row : split(shown, '\n')) {
    const auto equals = row.find('=');
    if (equals == std::string_view::npos) continue;
    const auto key = row.substr(0, equals);
    const std::string value(trim(row.substr(equals + 1)));
    if (key == "LoadState") facts.unit.loaded = value == "loaded";
    if (key == "FragmentPath") facts.unit.fragment = value;
    if (key == "NeedDaemonReload") facts.unit.needs_reload = value == "yes";
    auto* list = key == "DropInPaths" ? &facts.unit.drop_ins : key == "LoadCredential" ? &facts.credentials : nullptr;
    for (const auto word : split(list == nullptr ? std::string_view() : std::string_view(value), ' ')) {
      if (!word.empty()) list->emplace_back(word);
    }
  }
  return facts;
}

UnitFacts ask_systemd(const std::string& name) {
  if (::access("/run/systemd/system", F_OK) != 0) return read_unit(name, "");  // sd_booted(3)
  constexpr std::chrono::seconds kPatience{5};
  const Program systemctl({"/usr/bin/systemctl", "show", name, "-p", "LoadState", "-p", "FragmentPath", "-p",
                           "DropInPaths", "-p", "NeedDaemonReload", "-p", "LoadCredential"});
  return read_unit(name, systemctl.output(kPatience));
}

std::string credentials_folder(const std::string& unit) { return "/run/credentials/" + unit; }

}  // namespace docket::doctor
