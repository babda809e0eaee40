// The control socket: who asks is known, framing is strict, a hostile or slow client harms nobody else.
#include "connectors/http/server.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <future>
#include <stdexcept>

#include "config/digest.h"
#include "daemon/control/client.h"

namespace docket {
namespace {

std::filesystem::path fresh_folder() {
  const auto folder = std::filesystem::temp_directory_path() / ("docket-http-" + hex(random_octets(6)));
  std::filesystem::create_directories(folder);
  return folder;
}

/// A raw TCP client: sends octets, reads to the end.
std::string exchange(unsigned short port, const std::string& octets) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  (void)send(fd, octets.data(), octets.size(), MSG_NOSIGNAL);
  std::string answer;
  char buffer[4096];
  for (ssize_t n = 0; (n = recv(fd, buffer, sizeof buffer, 0)) > 0;) answer.append(buffer, static_cast<std::size_t>(n));
  close(fd);
  return answer;
}

HttpResponse echo(const HttpRequest& request) {
  if (request.path == "/throw") throw std::runtime_error("secret of the inside");
  return {200, "text/plain", request.method + " " + request.path + " " + request.body};
}

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
  CHECK_THROWS_AS((void)HttpServer::on_unix_socket(folder / "x.sock", "no-such-group-here", {}, echo),
                  std::runtime_error);
  std::filesystem::remove_all(folder);
}

TEST_CASE("http: framing that smuggles requests is refused, once") {
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, {}, echo);
  struct Row {
    const char* name;
    std::string request;
    const char* status;
  };
  const Row rows[] = {
      {"plain", "GET /a HTTP/1.1\r\nHost: x\r\n\r\n", "200"},
      {"chunked", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n", "200"},
      {"no host", "GET /a HTTP/1.1\r\n\r\n", "400"},
      {"two hosts", "GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "400"},
      {"unknown transfer coding", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n", "400"},
      {"two lengths", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "400"},
      {"length and chunked",
       "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"},
      {"encoded body", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\na", "400"},
      {"absolute form", "GET http://y/a HTTP/1.1\r\nHost: x\r\n\r\n", "400"},
      {"bare LF", "GET /a HTTP/1.1\nHost: x\n\n", "400"},
      {"not HTTP", "hello\r\n\r\n", "400"},
      {"negative length", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "400"},
      {"long header", "GET /a HTTP/1.1\r\nHost: x\r\nX: " + std::string(40000, 'a') + "\r\n\r\n", "431"},
      {"too large", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n", "413"},
      {"pipelined second request gets no answer",
       "GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n", "200"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto answer = exchange(server->port(), row.request);
    CHECK(answer.substr(0, 12) == std::string("HTTP/1.1 ") + row.status);
    CHECK(answer.find("HTTP/1.1", 1) == std::string::npos);
  }
  server->stop();
}

TEST_CASE("http: what a handler throws stays inside") {
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, {}, echo);
  const auto answer = exchange(server->port(), "GET /throw HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(answer.find("500") != std::string::npos);
  CHECK(answer.find("secret") == std::string::npos);
  server->stop();
}

TEST_CASE("http: a client that drips is cut at the one deadline while others are served") {
  HttpLimits limits;
  limits.deadline = std::chrono::seconds(1);
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, limits, echo);
  auto dripping = std::async(std::launch::async, [&] { return exchange(server->port(), "GET /a HTTP/1.1\r\nHo"); });
  CHECK(exchange(server->port(), "GET /a HTTP/1.1\r\nHost: x\r\n\r\n").find("200") != std::string::npos);
  CHECK(dripping.get().find("200") == std::string::npos);  // returns: the server closed it
  server->stop();
}

}  // namespace docket
