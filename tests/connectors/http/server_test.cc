// The HTTP server: framing is strict, a hostile or slow client harms nobody else.
#include "connectors/http/server.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <condition_variable>
#include <future>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "connectors/http/sockets.h"

namespace docket {
namespace {

/// A raw TCP client of 127.0.0.1.
int connected(unsigned short port) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  return fd;
}

void say(int fd, const std::string& octets) { (void)send(fd, octets.data(), octets.size(), MSG_NOSIGNAL); }

/// To the end; closes.
std::string hear(int fd) {
  std::string answer;
  char buffer[4096];
  for (ssize_t n = 0; (n = recv(fd, buffer, sizeof buffer, 0)) > 0;) answer.append(buffer, static_cast<std::size_t>(n));
  close(fd);
  return answer;
}

std::string exchange(unsigned short port, const std::string& octets) {
  const int fd = connected(port);
  say(fd, octets);
  return hear(fd);
}

std::string post(const std::string& path, std::size_t length, const std::string& more = "") {
  return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(length) + "\r\n" + more + "\r\n";
}

std::string status_of(const std::string& answer) { return answer.size() < 12 ? answer : answer.substr(9, 3); }

/// A handler that waits until it is let go, and counts.
struct Held {
  std::mutex mutex;
  std::condition_variable changed;
  int inside = 0;
  bool free = false;
  HttpResponse operator()(const HttpRequest& request) {
    std::unique_lock lock(mutex);
    ++inside;
    changed.notify_all();
    changed.wait(lock, [this] { return free; });
    return {200, "text/plain", request.peer.address};
  }
  void wait_for(int count) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return inside >= count; });
  }
  void let_go() {
    const std::lock_guard lock(mutex);
    free = true;
    changed.notify_all();
  }
};

HttpResponse echo(const HttpRequest& request) {
  if (request.path == "/throw") throw std::runtime_error("secret of the inside");
  return {200, "text/plain", request.method + " " + request.path + " " + request.body};
}

}  // namespace

TEST_CASE("http: framing that smuggles requests is refused, once") {
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, {}, echo);
  struct Row {
    std::string name;
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
      {"encoded body", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\na", "415"},
      {"absolute form", "GET http://y/a HTTP/1.1\r\nHost: x\r\n\r\n", "400"},
      {"bare LF", "GET /a HTTP/1.1\nHost: x\n\n", "400"},
      {"not HTTP", "hello\r\n\r\n", "400"},
      {"negative length", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "400"},
      {"hexadecimal length", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 0x10\r\n\r\n", "400"},
      {"negative chunk", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\nhi\r\n0\r\n\r\n",
       "400"},
      {"chunk of 0x2", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0x2\r\nhi\r\n0\r\n\r\n",
       "400"},
      {"chunk that is longer than it says",
       "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhiho\r\n0\r\n\r\n", "400"},
      {"chunks over the limit", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\nhi",
       "413"},
      {"space before the colon", "GET /a HTTP/1.1\r\nHost : x\r\n\r\n", "400"},
      {"field without a name", "GET /a HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n", "400"},
      {"line without a colon", "GET /a HTTP/1.1\r\nHost: x\r\nhello\r\n\r\n", "400"},
      {"folded", "GET /a HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n", "400"},
      {"two blanks in the request line", "GET  /a HTTP/1.1\r\nHost: x\r\n\r\n", "400"},
      {"no version", "GET /a\r\nHost: x\r\n\r\n", "400"},
      {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400"},
      {"expectation", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nExpect: tea\r\n\r\n", "417"},
      {"many fields",
       "GET /a HTTP/1.1\r\nHost: x\r\n" +
           [] {
             std::string fields;
             for (int i = 0; i < 200; ++i) fields += "a: b\r\n";
             return fields;
           }() +
           "\r\n",
       "431"},
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

TEST_CASE("http: a client that reads slowly is cut at the answer's deadline") {
  HttpLimits limits;
  limits.answer_deadline = std::chrono::milliseconds(200);
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, limits, [](const HttpRequest&) {
    return HttpResponse{200, "text/plain", std::string(std::size_t{32} << 20U, 'a')};
  });
  const int fd = connected(server->port());
  say(fd, "GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  pollfd closed{fd, POLLRDHUP, 0};
  REQUIRE(poll(&closed, 1, 10'000) == 1);  // reads nothing until the server has given up, which it does with a reset
  CHECK(hear(fd).size() < std::size_t{32} << 20U);
  server->stop();
}

TEST_CASE("http: each path has its own limit, asked before the body is read") {
  HttpLimits limits;
  limits.body_of = [](const std::string& path) {
    return path == "/hooks/a b" ? std::size_t{100'000} : std::size_t{10};
  };
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, limits, echo);
  CHECK(status_of(exchange(server->port(), post("/hooks/a%20b?x=1", 90'000) + std::string(90'000, 'a'))) == "200");
  CHECK(status_of(exchange(server->port(), post("/hooks/a%20b", 100'001))) == "413");
  CHECK(status_of(exchange(server->port(), post("/other", 11))) == "413");
  CHECK(status_of(exchange(server->port(), post("/other", 10) + "0123456789")) == "200");
  server->stop();
}

TEST_CASE("http: a refusal reaches a client that goes on sending its body") {
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, {}, echo);
  for (int i = 0; i < 20; ++i) {
    const auto answer = exchange(server->port(), post("/a", 2'000'000) + std::string(500'000, 'a'));
    CHECK(status_of(answer) == "413");
  }
  server->stop();
}

TEST_CASE("http: a client that waits is told to go on, once its request may come") {
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, {}, echo);
  const int fd = connected(server->port());
  say(fd, post("/a", 2, "Expect: 100-continue\r\n"));
  char buffer[64];
  const auto size = recv(fd, buffer, sizeof buffer, 0);
  REQUIRE(size > 0);
  CHECK(std::string(buffer, static_cast<std::size_t>(size)) == "HTTP/1.1 100 Continue\r\n\r\n");
  say(fd, "hi");
  CHECK(hear(fd).find("POST /a hi") != std::string::npos);
  CHECK(status_of(exchange(server->port(), post("/a", 9'999'999, "Expect: 100-continue\r\n"))) == "413");
  const auto at_once = exchange(server->port(), post("/a", 2, "Expect: 100-continue\r\n") + "hi");
  CHECK(status_of(at_once) == "200");  // no 100 for who did not wait
  server->stop();
}

TEST_CASE("http: HEAD gets the head of the answer, 204 nothing more") {
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, {}, [](const HttpRequest& request) {
    return HttpResponse{request.path == "/none" ? 204 : 200, "text/plain", "twelve octets"};
  });
  const auto head = exchange(server->port(), "HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(head.find("Content-Length: 13\r\n") != std::string::npos);
  CHECK(head.ends_with("\r\n\r\n"));
  CHECK(exchange(server->port(), "GET /none HTTP/1.1\r\nHost: x\r\n\r\n").ends_with("\r\n\r\n"));
  server->stop();
}

TEST_CASE("http: fields of a trailer are no headers; a handler's line ends make no second answer") {
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, {}, [](const HttpRequest& request) {
    HttpResponse response{200, "text/plain", request.headers.contains("x-signature") ? "signed" : "plain"};
    if (request.path == "/split") response.headers["Location"] = "/\r\n\r\nHTTP/1.1 200 OK";
    return response;
  });
  const auto answer = exchange(server->port(),
                               "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                               "2\r\nhi\r\n0\r\nX-Signature: good\r\n\r\n");
  CHECK(answer.ends_with("plain"));
  const auto split = exchange(server->port(), "GET /split HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(split) == "500");
  CHECK(split.find("HTTP/1.1", 1) == std::string::npos);
  server->stop();
}

TEST_CASE("http: when full, who has waited longest gives way, and who is served stays") {
  HttpLimits limits;
  limits.connections = 3;
  Held held;
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, limits, std::ref(held));
  auto served =
      std::async(std::launch::async, [&] { return exchange(server->port(), "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"); });
  held.wait_for(1);
  const int first = connected(server->port());
  const int second = connected(server->port());
  auto third =
      std::async(std::launch::async, [&] { return exchange(server->port(), "GET /b HTTP/1.1\r\nHost: x\r\n\r\n"); });
  CHECK(hear(first).empty());  // returns: it was closed
  held.let_go();
  CHECK(status_of(served.get()) == "200");
  CHECK(status_of(third.get()) == "200");
  say(second, "GET /c HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(hear(second)) == "200");
  server->stop();
}

TEST_CASE("http: more requests than may wait are answered at once, and told when to come again") {
  HttpLimits limits;
  limits.handlers = 1;
  limits.waiting = 1;
  Held held;
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, limits, std::ref(held));
  const auto ask = [&] { return exchange(server->port(), "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"); };
  auto first = std::async(std::launch::async, ask);
  held.wait_for(1);
  std::vector<std::future<std::string>> others;
  for (int i = 0; i < 3; ++i) others.push_back(std::async(std::launch::async, ask));
  std::vector<std::string> busy;
  while (busy.size() < 2) {  // one of the three waits for its turn
    for (auto& other : others) {
      if (other.valid() && other.wait_for(std::chrono::milliseconds(10)) == std::future_status::ready)
        busy.push_back(other.get());
    }
  }
  for (const auto& answer : busy) {
    CHECK(status_of(answer) == "503");
    CHECK(answer.find("Retry-After: ") != std::string::npos);
  }
  held.let_go();
  CHECK(status_of(first.get()) == "200");
  for (auto& other : others) {
    if (other.valid()) CHECK(status_of(other.get()) == "200");
  }
  server->stop();
}

TEST_CASE("http: bodies in memory have one budget; small ones and the only one fit") {
  HttpLimits limits;
  limits.in_flight = 300'000;
  Held held;
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, limits, std::ref(held));
  const auto large = post("/a", 250'000);
  auto first =
      std::async(std::launch::async, [&] { return exchange(server->port(), large + std::string(250'000, 'a')); });
  held.wait_for(1);
  CHECK(status_of(exchange(server->port(), large)) == "503");  // before it sends any of its body
  auto small = std::async(std::launch::async, [&] { return exchange(server->port(), post("/b", 2) + "hi"); });
  held.wait_for(2);
  held.let_go();
  CHECK(status_of(first.get()) == "200");
  CHECK(status_of(small.get()) == "200");
  CHECK(status_of(exchange(server->port(), large + std::string(250'000, 'a'))) == "200");
  server->stop();
}

TEST_CASE("http: behind a proxy the peer is whom the proxy names, and each has its part") {
  HttpDoor door;
  door.listen.address = "127.0.0.1";
  door.behind_proxy = true;
  HttpLimits limits;
  limits.per_peer = 1;
  Held held;
  const auto server = HttpServer::listen(door, limits, std::ref(held));
  const auto ask = [&](const std::string& peer) {
    return exchange(server->port(), "GET /a HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 127.0.0.9, " + peer + "\r\n\r\n");
  };
  auto first = std::async(std::launch::async, [&] { return ask("198.51.100.7"); });
  held.wait_for(1);
  CHECK(status_of(ask("198.51.100.7")) == "503");
  auto other = std::async(std::launch::async, [&] { return ask("198.51.100.8"); });
  held.wait_for(2);
  held.let_go();
  CHECK(first.get().ends_with("198.51.100.7"));
  CHECK(other.get().ends_with("198.51.100.8"));
  server->stop();
}

TEST_CASE("http: a socket that was opened by someone else is served, one that does not listen refused") {
  http::Socket given = http::listen_on({{}, "127.0.0.1", 0}, "", false);
  HttpDoor door;
  door.given = given.release();
  const auto server = HttpServer::listen(door, {}, echo);
  CHECK(status_of(exchange(server->port(), "GET /a HTTP/1.1\r\nHost: x\r\n\r\n")) == "200");
  server->stop();
  door.given = socket(AF_INET, SOCK_STREAM, 0);
  CHECK_THROWS_AS((void)HttpServer::listen(door, {}, echo), std::runtime_error);
}

TEST_CASE("http: at the end who is served gets its answer, who only waits is closed") {
  Held held;
  const auto server = HttpServer::on_tcp("127.0.0.1", 0, {}, std::ref(held));
  const int waiting = connected(server->port());
  auto served =
      std::async(std::launch::async, [&] { return exchange(server->port(), "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"); });
  held.wait_for(1);
  auto stopped = std::async(std::launch::async, [&] { server->stop(); });
  held.let_go();
  CHECK(status_of(served.get()) == "200");
  CHECK(hear(waiting).empty());
  stopped.get();
}

}  // namespace docket
