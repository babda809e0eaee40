// A DNS server on the loopback with the records a test gives it (UDP only).
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace docket::testing {

class FakeDns {
 public:
  FakeDns();
  ~FakeDns();
  FakeDns(const FakeDns&) = delete;
  FakeDns& operator=(const FakeDns&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  void mx(const std::string& name, int preference, const std::string& host);
  void txt(const std::string& name, const std::vector<std::string>& strings);
  void srv(const std::string& name, int priority, int weight, int port, const std::string& host);
  /// Whatever is asked of this name is answered with these octets (the question's id is put in front).
  void octets(const std::string& name, const std::string& answer);

 private:
  void serve();
  std::string answer(const std::string& question);

  int socket_ = -1;
  std::uint16_t port_ = 0;
  std::mutex mutex_;
  std::multimap<std::pair<std::string, int>, std::string> records_;  ///< by name and type: the data
  std::map<std::string, std::string> octets_;
  std::jthread thread_;
};

}  // namespace docket::testing
