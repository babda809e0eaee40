// The control socket and its client: who asks is known, and what is asked arrives.
#include "daemon/control/client.h"

#include <doctest/doctest.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "config/digest.h"
#include "connectors/http/server.h"

namespace docket {
namespace {

std::filesystem::path fresh_folder() {
  const auto folder = std::filesystem::temp_directory_path() / ("docket-http-" + hex(random_octets(6)));
  std::filesystem::create_directories(folder);
  return folder;
}

HttpResponse answer_nothing(const HttpRequest&) { return {}; }

}  // namespace

TEST_CASE("control socket: a left-over file is replaced, one that somebody listens on is not") {
  const auto folder = fresh_folder();
  const auto path = folder / "control.sock";
  const auto answer = [](const HttpRequest&) { return HttpResponse{}; };
  const auto first = HttpServer::on_unix_socket(path, "", {}, answer);
  CHECK_THROWS_AS(HttpServer::on_unix_socket(path, "", {}, answer), std::runtime_error);
  CHECK(ask_daemon(path, "GET", "/status", {}, {}));
  first->stop();
  CHECK_NOTHROW(HttpServer::on_unix_socket(path, "", {}, answer)->stop());
  std::filesystem::remove_all(folder);
}

TEST_CASE("control socket: the caller's login, path, query and body arrive") {
  const auto folder = fresh_folder();
  const auto path = folder / "run" / "control.sock";
  HttpRequest seen;
  const auto server = HttpServer::on_unix_socket(path, "", {}, [&](const HttpRequest& request) {
    seen = request;
    return HttpResponse{200, "application/json", "{}"};
  });
  const auto answer =
      ask_daemon(path, "POST", "/cases/ex 2026 é/note",
                 {{"to", "ward2@town.example\nmayor@town.example"}, {"from", ""}}, std::string("a\0b\r\n", 5));
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(seen.peer.login == getpwuid(getuid())->pw_name);
  CHECK(seen.path == "/cases/ex 2026 é/note");
  CHECK(seen.query.at("to") == "ward2@town.example\nmayor@town.example");
  CHECK(seen.query.at("from").empty());
  CHECK(seen.body == std::string("a\0b\r\n", 5));
  struct stat info {};
  REQUIRE(stat(path.c_str(), &info) == 0);
  CHECK((info.st_mode & 0777U) == 0600U);
  server->stop();
  std::filesystem::remove_all(folder);
}

TEST_CASE("control socket: nobody listening is told apart from a broken answer") {
  const auto folder = fresh_folder();
  const auto answer = ask_daemon(folder / "none.sock", "GET", "/status", {}, "");
  REQUIRE_FALSE(answer);
  CHECK(answer.error() == ControlError::not_running);
  CHECK_THROWS_AS((void)HttpServer::on_unix_socket(folder / "x.sock", "no-such-group-here", {}, answer_nothing),
                  std::runtime_error);
  std::filesystem::remove_all(folder);
}

}  // namespace docket
