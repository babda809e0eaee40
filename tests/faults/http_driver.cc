// An HttpServer by itself, for tests/faults/http_test.py: prints its port, counts the requests that reach the handler,
// ends with its standard input. Arguments are NAME=NUMBER, of HttpLimits; times in milliseconds.
#include <sys/resource.h>

#include <atomic>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>

#include "connectors/http/server.h"

namespace {

using docket::HttpRequest;
using docket::HttpResponse;

std::atomic<int> handled{0};

HttpResponse answer(const HttpRequest& request) {
  if (request.path == "/count") return {200, "text/plain", std::to_string(handled.load())};
  ++handled;
  if (request.path == "/throw") throw std::runtime_error("secret of the inside");
  if (request.path == "/large") return {200, "text/plain", std::string(std::size_t{1} << 20U, 'a')};
  if (request.path == "/slow") std::this_thread::sleep_for(std::chrono::milliseconds(300));
  const bool known = request.path == "/" || request.path == "/slow" || request.path == "/hook";
  return {known ? 200 : 404, "text/plain", request.method + " " + std::to_string(request.body.size()) + "\n"};
}

void set(docket::HttpLimits& limits, const std::string& name, int value) {
  const auto size = static_cast<std::size_t>(value);
  if (name == "deadline") limits.deadline = std::chrono::milliseconds(value);
  if (name == "answer") limits.answer_deadline = std::chrono::milliseconds(value);
  if (name == "connections") limits.connections = value;
  if (name == "per_peer") limits.per_peer = value;
  if (name == "handlers") limits.handlers = value;
  if (name == "waiting") limits.waiting = value;
  if (name == "answers") limits.answers = size;
  if (name == "body") limits.body = size;
  if (name == "descriptors") {
    const rlimit most{size, size};
    setrlimit(RLIMIT_NOFILE, &most);
  }
}

}  // namespace

int main(int argc, char** argv) {
  docket::HttpLimits limits;
  limits.handlers = 8;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const auto equals = argument.find('=');
    set(limits, argument.substr(0, equals), std::stoi(argument.substr(equals + 1)));
  }
  const auto server = docket::HttpServer::on_tcp("127.0.0.1", 0, limits, answer);
  std::cout << server->port() << std::endl;
  for (std::string line; std::getline(std::cin, line);) continue;
  server->stop();
  return 0;
}
