#include "daemon/setup/terminal.h"

#include <openssl/crypto.h>
#include <openssl/ui.h>
#include <unistd.h>

#include <array>
#include <iostream>

#include "daemon/commands/ask.h"

namespace docket::setup {

Terminal::Terminal(bool ask) : attended_(ask && isatty(STDIN_FILENO) != 0) {}

// On standard error: with --json standard output is for data. What servers say passes here too.
void Terminal::say(const std::string& text) { std::cerr << shown(text) << std::flush; }

std::optional<std::string> Terminal::line(const std::string& prompt) {
  say(prompt);
  std::string answer;
  if (!std::getline(std::cin, answer)) return std::nullopt;
  return answer;
}

// OpenSSL's reader: no echo, and after Ctrl-C the terminal is as it was.
std::optional<std::string> Terminal::secret(const std::string& prompt) {
  std::cerr << std::flush;
  std::array<char, 4096> typed{};
  const int failed = UI_UTIL_read_pw_string(typed.data(), static_cast<int>(typed.size()) - 1, prompt.c_str(), 0);
  std::string answer(typed.data());
  OPENSSL_cleanse(typed.data(), typed.size());
  if (failed != 0) return std::nullopt;
  return answer;
}

}  // namespace docket::setup
