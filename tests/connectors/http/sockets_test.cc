// Sockets given by systemd, and the modes of those made here.
#include "connectors/http/sockets.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "config/digest.h"

namespace docket::http {
namespace {

std::filesystem::path fresh_folder() {
  const auto folder = std::filesystem::temp_directory_path() / ("docket-sockets-" + hex(random_octets(6)));
  std::filesystem::create_directories(folder);
  return folder;
}

/// What take_given_sockets() finds in a child with these variables ("self" is its process id), as "name=fd …"; a "!"
/// when it left a variable behind or a descriptor for children.
std::string found_by_child(const std::string& pid, const std::string& count, const char* names) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    for (int fd = 3; fd < 5; ++fd) {
      if (fd != ends[1]) dup2(0, fd);
    }
    const int out = ends[1] < 10 ? fcntl(ends[1], F_DUPFD, 10) : ends[1];
    setenv("LISTEN_PID", pid == "self" ? std::to_string(getpid()).c_str() : pid.c_str(), 1);
    setenv("LISTEN_FDS", count.c_str(), 1);
    names == nullptr ? unsetenv("LISTEN_FDNAMES") : setenv("LISTEN_FDNAMES", names, 1);
    std::string text;
    for (const auto& [name, fd] : take_given_sockets()) {
      text += name + "=" + std::to_string(fd) + " ";
      if ((fcntl(fd, F_GETFD) & FD_CLOEXEC) == 0) text += "!";
    }
    if (getenv("LISTEN_PID") != nullptr || getenv("LISTEN_FDS") != nullptr) text += "!";
    _exit(write(out, text.data(), text.size()) < 0 ? 1 : 0);
  }
  close(ends[1]);
  std::string text;
  char buffer[256];
  for (ssize_t n = 0; (n = read(ends[0], buffer, sizeof buffer)) > 0;) text.append(buffer, static_cast<std::size_t>(n));
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return text;
}

}  // namespace

TEST_CASE("sockets: systemd's are found by name, and only those for this process") {
  CHECK(found_by_child("self", "2", "public:staff") == "public=3 staff=4 ");
  CHECK(found_by_child("self", "2", "staff:public") == "public=4 staff=3 ");
  CHECK(found_by_child("self", "1", "public:staff") == "public=3 ");
  CHECK(found_by_child("self", "1", nullptr) == "unknown=3 ");
  CHECK(found_by_child("1", "2", "public:staff") == "");
  CHECK(found_by_child("self", "0", "") == "");
  CHECK(found_by_child("self", "-1", "public") == "");
  CHECK(found_by_child("self", "2x", "public") == "");
  CHECK(found_by_child("", "", nullptr) == "");
}

TEST_CASE("sockets: who may connect to a Unix socket") {
  const auto folder = fresh_folder();
  const auto mode = [](const std::filesystem::path& path) {
    struct stat info {};
    REQUIRE(stat(path.c_str(), &info) == 0);
    return info.st_mode & 0777U;
  };
  const auto own = listen_on({folder / "own.sock", "", 0}, "", false);
  CHECK(mode(folder / "own.sock") == 0600U);
  const auto for_all = listen_on({folder / "all.sock", "", 0}, "", true);
  CHECK(mode(folder / "all.sock") == 0666U);
  CHECK_THROWS_AS((void)listen_on({folder / "own.sock", "", 0}, "", false), std::runtime_error);
  std::filesystem::remove_all(folder);
}

TEST_CASE("sockets: a file that is no socket is never removed") {
  const auto folder = fresh_folder();
  std::ofstream(folder / "notes") << "mine";
  CHECK_THROWS_AS((void)listen_on({folder / "notes", "", 0}, "", false), std::runtime_error);
  CHECK(std::filesystem::is_regular_file(folder / "notes"));
  std::filesystem::remove_all(folder);
}

TEST_CASE("sockets: why one cannot listen is said with the address") {
  const auto first = listen_on({{}, "127.0.0.1", 0}, "", false);
  const Listen same{{}, "127.0.0.1", port_of(first.get())};
  CHECK_THROWS_WITH_AS((void)listen_on(same, "", false),
                       ("cannot listen on 127.0.0.1:" + std::to_string(same.port) + ": Address already in use").c_str(),
                       std::runtime_error);
}

}  // namespace docket::http
