#include "tests/connectors/smtp/receiver.h"
#include "tests/source_dir.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace docket::testing {
namespace {

/// `output`: the descriptor that becomes its standard output, or -1 for nowhere.
pid_t spawn(const std::vector<std::string>& words, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (output >= 0) {
    posix_spawn_file_actions_adddup2(&actions, output, 1);
  } else {
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  }
  std::vector<char*> arguments;
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t pid = -1;
  const int failed = posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + words.front());
  return pid;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "docket-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() { std::filesystem::remove_all(path_); }

int run_program(const std::vector<std::string>& words) {
  int status = 0;
  ::waitpid(spawn(words, -1), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void make_certificate(const std::filesystem::path& folder) {
  const int code = run_program({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                                "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout",
                                (folder / "key.pem").string(), "-out", (folder / "cert.pem").string()});
  if (code != 0) throw std::runtime_error("openssl req failed");
}

Receiver::Receiver(const std::vector<std::string>& options) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe2 failed");
  std::vector<std::string> words{"python3", docket::source_dir() + "/tests/e2e/smtp_receiver.py",
                                 folder_.path().string()};
  words.insert(words.end(), options.begin(), options.end());
  pid_ = spawn(words, pipe[1]);
  ::close(pipe[1]);
  std::string line;
  for (char c = 0; ::read(pipe[0], &c, 1) == 1 && c != '\n';) line += c;
  ::close(pipe[0]);
  if (line.empty()) throw std::runtime_error("the receiver did not start");
  port_ = static_cast<std::uint16_t>(std::stoi(line));
}

Receiver::~Receiver() {
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, nullptr, 0);
}

std::vector<std::string> Receiver::kept(const std::string& address) const {
  std::vector<std::filesystem::path> files;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path() / address / "new", none)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> letters;
  std::transform(files.begin(), files.end(), std::back_inserter(letters), read_file);
  return letters;
}

std::string Receiver::log() const { return read_file(folder_.path() / "log.jsonl"); }

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace docket::testing
