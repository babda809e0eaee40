// Looks through a large book for damage after an unclean stop, while the daemon runs: ten gigabytes take minutes, and a
// start must not.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace docket {

namespace sqlite {
class Connection;
}

class BookCheck {
 public:
  /// `whole` is called on the check's own thread when no damage was found. Throws nothing; a book that cannot be opened
  /// is tried again by the next start.
  BookCheck(std::filesystem::path file, std::function<void()> whole);
  /// Breaks it off; the next start begins anew.
  ~BookCheck();
  BookCheck(const BookCheck&) = delete;
  BookCheck& operator=(const BookCheck&) = delete;

  /// What is damaged, in SQLite's words; nullopt: nothing found so far. From any thread.
  [[nodiscard]] std::optional<std::string> damage() const;

 private:
  void run();

  const std::filesystem::path file_;
  const std::function<void()> whole_;
  mutable std::mutex mutex_;
  std::shared_ptr<sqlite::Connection> db_;
  bool stopping_ = false;
  std::optional<std::string> damage_;
  std::thread thread_;
};

}  // namespace docket
