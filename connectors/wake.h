// An eventfd that ends the waits of a source's thread: for good once stop is requested, or once when there is news.
#pragma once

#include <chrono>

namespace docket {

class Wake {
 public:
  /// Throws std::system_error when the process is out of descriptors.
  Wake();
  ~Wake();
  Wake(const Wake&) = delete;
  Wake& operator=(const Wake&) = delete;

  /// From any thread: the descriptor stays readable, until take_back().
  void call() noexcept;
  /// Whether it was called since; it is not called any more.
  bool take_back() noexcept;
  [[nodiscard]] bool is_called() const noexcept;
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// Returns when this or `other` is called or when the time has passed.
  void wait(std::chrono::milliseconds time, const Wake* other = nullptr) const;

 private:
  int descriptor_;
};

}  // namespace docket
