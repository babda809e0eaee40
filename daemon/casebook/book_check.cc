#include "daemon/casebook/book_check.h"

#include <utility>

#include "config/heartbeat.h"
#include "daemon/casebook/sqlite.h"

namespace docket {
namespace {

constexpr std::chrono::milliseconds kBusyTimeout{5000};

}  // namespace

BookCheck::BookCheck(std::filesystem::path file, std::function<void()> whole)
    : file_(std::move(file)), whole_(std::move(whole)), thread_([this] { run(); }) {}

BookCheck::~BookCheck() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    if (db_) db_->interrupt();
  }
  thread_.join();
}

std::optional<std::string> BookCheck::damage() const {
  const std::lock_guard lock(mutex_);
  return damage_;
}

void BookCheck::run() {
  const Heartbeat beat("book check", Heartbeat::kLimitedElsewhere);
  try {
    auto db = std::make_shared<sqlite::Connection>(file_, sqlite::Access::read, kBusyTimeout);
    {
      const std::lock_guard lock(mutex_);
      if (stopping_) return;
      db_ = db;
    }
    const std::string answer = db->text("PRAGMA quick_check(1)").value_or("no answer");
    if (answer == "ok") return whole_();
    const std::lock_guard lock(mutex_);
    damage_ = answer;
  } catch (const sqlite::Error& error) {
    const std::lock_guard lock(mutex_);
    if (error.is_damage()) damage_ = error.what();
  }
}

}  // namespace docket
