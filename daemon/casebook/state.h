// What a CaseBook holds while it is open, shared by the files that implement it. Private: daemon/casebook only.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "config/heartbeat.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/lock.h"
#include "daemon/casebook/sqlite.h"

namespace docket {

struct CaseBook::State {
  State(BookOptions given_options, const Clock& given_clock, DataLock given_lock, Keys given_keys)
      : options(std::move(given_options)),
        clock(given_clock),
        lock(std::move(given_lock)),
        keys(std::move(given_keys)) {}

  BookOptions options;
  const Clock& clock;
  DataLock lock;
  Keys keys;
  std::mutex mutex;
  std::unique_ptr<sqlite::Connection> db;  ///< null after a failure: the next use opens a fresh one
  bool unclean = false;
  bool unchecked = false;
  bool unsure = false;           ///< the disk refused something: what was written may look written and not be on it
  bool room_was_made = false;    ///< after the last failure: it is worth another try
  std::optional<Time> restored;  ///< when the book was put back from a backup
  std::optional<sqlite::Place> place;  ///< of the files opened first

  [[nodiscard]] std::filesystem::path file() const { return options.data / "docket.db"; }

  /// Whoever has it works on the book and shows by a heartbeat of its own whether it gets on.
  [[nodiscard]] std::unique_lock<std::mutex> locked() {
    const Heartbeat::Waiting waiting("the book");
    return std::unique_lock(mutex);
  }
  /// Throws sqlite::Error while the file cannot be opened, or is another one than was opened first.
  sqlite::Connection& connection();

  /// Runs `work` in one transaction. After any failure the connection is dropped: what a commit that failed has left
  /// behind is unknown until the file is opened anew. Where room could be made on a full disk it is run once more:
  /// SQLite says that the disk is full before the last page of a commit is written, so nothing of it stands.
  template <typename Work>
  auto write(Work&& work) -> tl::expected<decltype(work(std::declval<sqlite::Connection&>())), Trouble> {
    const auto guard = locked();
    auto done = try_to_write(work);
    if (!done && std::exchange(room_was_made, false)) done = try_to_write(work);
    return done;
  }

  [[nodiscard]] static Trouble trouble(const sqlite::Error& error, bool committing) {
    return {committing ? Trouble::Kind::unknown : Trouble::Kind::transient,
            std::string("the case book: ") + error.what()};
  }

 private:
  template <typename Work>
  auto try_to_write(Work& work) -> tl::expected<decltype(work(std::declval<sqlite::Connection&>())), Trouble> {
    bool committing = false;
    try {
      sqlite::Connection& connected = connection();
      sqlite::Transaction transaction(connected);
      if constexpr (std::is_void_v<decltype(work(connected))>) {
        work(connected);
        committing = true;
        commit(transaction);
        return {};
      } else {
        auto result = work(connected);
        committing = true;
        commit(transaction);
        return result;
      }
    } catch (const sqlite::Error& error) {
      db.reset();
      unsure = unsure || error.is_input_output();
      room_was_made = error.is_full() && options.make_room && options.make_room();
      return tl::unexpected(trouble(error, committing));
    }
  }

  void commit(sqlite::Transaction& transaction) const {
    const auto began = std::chrono::steady_clock::now();
    transaction.commit();
    if (options.committed) options.committed(std::chrono::steady_clock::now() - began);
  }
};

}  // namespace docket
