// An eventfd that ends every wait of a source's thread once stop is requested.
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

  /// From any thread, for good: the descriptor stays readable.
  void call() noexcept;
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// Returns when called or when the time has passed.
  void wait(std::chrono::milliseconds time) const;

 private:
  int descriptor_;
};

}  // namespace docket
