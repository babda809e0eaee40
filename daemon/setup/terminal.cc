#include "daemon/setup/terminal.h"

#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <iostream>

#include "daemon/commands/ask.h"

namespace docket::setup {
namespace {

constexpr char kInterrupt = '\x03';  // Ctrl-C

/// No echo, and Ctrl-C ends the line instead of the program, which would leave the terminal without its echo. What was
/// typed before it was asked for is thrown away: it has been shown.
class Unseen {
 public:
  Unseen() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    auto unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL | ISIG);
    unseen.c_lflag |= ICANON;
    unseen.c_cc[VEOL] = static_cast<cc_t>(kInterrupt);
    set_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen) == 0;
  }
  ~Unseen() {
    if (set_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

  [[nodiscard]] bool is_set() const { return set_; }

 private:
  termios before_{};
  bool set_ = false;
};

/// Octet by octet up to the line's end; nullopt: Ctrl-C, Ctrl-D or a terminal that is gone.
std::optional<std::string> typed_line() {
  std::string line;
  for (std::array<char, 1> octet{};;) {
    const auto got = read(STDIN_FILENO, octet.data(), octet.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0 || octet[0] == kInterrupt) return std::nullopt;
    if (octet[0] == '\n') return line;
    line += octet[0];
  }
}

}  // namespace

Terminal::Terminal(bool ask) : attended_(ask && isatty(STDIN_FILENO) != 0) {}

// On standard error: with --json standard output is for data. What servers say passes here too.
void Terminal::say(const std::string& text) { std::cerr << shown(text) << std::flush; }

std::optional<std::string> Terminal::line(const std::string& prompt) {
  say(prompt);
  std::string answer;
  if (!std::getline(std::cin, answer)) return std::nullopt;
  return answer;
}

// By hand, as OpenSSL's reader asks first and turns the echo off after that: who types at once would be seen.
std::optional<std::string> Terminal::secret(const std::string& prompt) {
  const Unseen unseen;
  if (!unseen.is_set()) return std::nullopt;
  say(prompt);
  auto answer = typed_line();
  say("\n");
  return answer;
}

}  // namespace docket::setup
