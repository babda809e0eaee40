// What a CaseBook holds while it is open, shared by the files that implement it. Private: daemon/casebook only.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

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

  /// Runs `work` in a transaction; what other threads ask for until its commit begins is done in the same one, what
  /// they ask for later in the next, all of it together: nobody waits for more than one commit before its own. Work
  /// that fails undoes nobody else's: each is then run again by itself. So `work` may run more than once; only the last
  /// time counts. What it throws that is no sqlite::Error goes to its caller. After any trouble the connection is
  /// dropped: what a commit that failed has left behind is unknown until the file is opened anew. Where room could be
  /// made on a full disk it is run once more: SQLite says that the disk is full before the last page of a commit is
  /// written, so nothing of it stands.
  template <typename Work>
  auto write(Work&& work) -> tl::expected<decltype(work(std::declval<sqlite::Connection&>())), Trouble> {
    using Result = decltype(work(std::declval<sqlite::Connection&>()));
    if constexpr (std::is_void_v<Result>) {
      Asked asked{.work = [&](sqlite::Connection& connected) { work(connected); }};
      in_turn(asked);
      if (asked.trouble) return tl::unexpected(*asked.trouble);
      return {};
    } else {
      std::optional<Result> result;
      Asked asked{.work = [&](sqlite::Connection& connected) { result.emplace(work(connected)); }};
      in_turn(asked);
      if (asked.trouble) return tl::unexpected(*asked.trouble);
      return std::move(*result);
    }
  }

  /// To the work that runs: its transaction is its own, and it may begin it anew.
  [[nodiscard]] bool is_alone() const { return alone; }

  [[nodiscard]] static Trouble trouble(const sqlite::Error& error, bool committing) {
    return {committing ? Trouble::Kind::unknown : Trouble::Kind::transient,
            std::string("the case book: ") + error.what()};
  }

 private:
  /// Work of one thread, in the line.
  struct Asked {
    std::function<void(sqlite::Connection&)> work;
    std::optional<Trouble> trouble{};
    std::exception_ptr thrown{};
    bool done = false;
  };
  /// Until it is committed or its trouble is known.
  void in_turn(Asked& mine);
  void carry_out(std::vector<Asked*>& group);
  /// False: nothing of it stands, and each is to be tried by itself.
  [[nodiscard]] bool commit(std::vector<Asked*>& group, bool may_grow, bool may_make_room);
  /// Those who came meanwhile; answers where they begin.
  [[nodiscard]] std::size_t join(std::vector<Asked*>& group);

  std::mutex line_mutex;
  std::condition_variable line_moves;
  std::vector<Asked*> line;  ///< whoever waits, first come first
  bool working = false;      ///< a thread carries out what was in the line
  bool alone = true;
};

}  // namespace docket
