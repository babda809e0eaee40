#include "tests/bench/bare/post.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "tests/bench/bare/socket.h"

namespace bare {
namespace {

/// The first line of the answer is enough; whatever breaks is no good answer.
bool is_taken(std::uint16_t port, const std::string& request) {
  const int socket = connect_to(port);
  std::vector<char> buffer(4096);
  std::string answer;
  try {
    send_all(socket, request);
    while (answer.find("\r\n") == std::string::npos) answer.append(buffer.data(), receive_some(socket, buffer));
  } catch (const std::runtime_error&) {
    answer.clear();
  }
  close_socket(socket);
  return answer.starts_with("HTTP/1.1 2");
}

}  // namespace

std::vector<std::string> requests_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<std::string> requests;
  for (std::string line; std::getline(in, line);) {
    std::string request(std::stoul(line), '\0');
    in.read(request.data(), static_cast<std::streamsize>(request.size()));
    requests.push_back(std::move(request));
  }
  return requests;
}

Answers post(std::uint16_t port, const std::vector<std::string>& requests, int connections,
             std::chrono::milliseconds pause) {
  Answers answers;
  std::mutex mutex;
  std::atomic<std::size_t> next = 0;
  const auto deliver = [&] {
    for (auto at = next++; at < requests.size(); at = next++) {
      const auto begun = std::chrono::steady_clock::now();
      if (!is_taken(port, requests[at])) continue;
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
      {
        const std::lock_guard lock(mutex);
        answers.seconds.push_back(took.count());
      }
      std::this_thread::sleep_for(pause);
    }
  };
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < connections; ++i) threads.emplace_back(deliver);
  }
  answers.good = answers.seconds.size();
  std::sort(answers.seconds.begin(), answers.seconds.end());
  return answers;
}

}  // namespace bare
