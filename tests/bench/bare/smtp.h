// The least an SMTP client can be: some connections in one thread, one letter after the other on each, no pipelining.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bare {

/// Octets as they go over the wire, dots stuffed, "\r\n.\r\n" at the end.
using Ready = std::shared_ptr<const std::string>;

[[nodiscard]] Ready made_ready(const std::string& octets);
/// A letter of about so many octets.
[[nodiscard]] Ready letter_of(std::size_t octets);

class Sender {
 public:
  /// What goes next; nullptr: nothing just now. `at_end`: nothing will come any more.
  struct Next {
    Ready letter;
    bool at_end = false;
  };

  Sender(std::uint16_t port, int connections);
  ~Sender();
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

  /// Until the end, each letter taken by the server (250); how many. Throws std::runtime_error at anything else.
  std::uint64_t run(const std::function<Next()>& next);
  /// There is something to send again. From any thread.
  void wake() const;

 private:
  struct Line;
  void begin_where_free(const std::function<Next()>& next);
  void answered(Line& line);

  int poll_ = -1;
  int woken_ = -1;
  std::vector<std::unique_ptr<Line>> lines_;
  std::uint64_t sent_ = 0;
  bool at_end_ = false;
};

}  // namespace bare
