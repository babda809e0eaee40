// One daemon per data folder: an exclusive flock on data/lock, held as long as the book is open.
#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

namespace docket {

class DataLock {
 public:
  /// The error names the process that holds the lock.
  [[nodiscard]] static tl::expected<DataLock, std::string> take(const std::filesystem::path& data);
  DataLock(DataLock&& other) noexcept;
  DataLock& operator=(DataLock&& other) noexcept;
  ~DataLock();
  DataLock(const DataLock&) = delete;
  DataLock& operator=(const DataLock&) = delete;

 private:
  explicit DataLock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

}  // namespace docket
