#include "daemon/casebook/state.h"

#include <chrono>

namespace docket {

void CaseBook::State::in_turn(Asked& mine) {
  std::unique_lock in_line(line_mutex);
  line.push_back(&mine);
  {
    const Heartbeat::Waiting waiting("the book");
    line_moves.wait(in_line, [&] { return mine.done || !working; });
  }
  if (!mine.done) {
    working = true;
    std::vector<Asked*> group = std::exchange(line, {});
    in_line.unlock();
    carry_out(group);
    in_line.lock();
    working = false;
    for (Asked* asked : group) asked->done = true;
    line_moves.notify_all();
  }
  if (mine.thrown) std::rethrow_exception(mine.thrown);
}

void CaseBook::State::carry_out(std::vector<Asked*>& group) {
  const auto guard = locked();
  if (commit(group, true, true)) return;
  for (Asked* asked : group) {
    std::vector<Asked*> one{asked};
    (void)commit(one, false, true);
  }
}

std::size_t CaseBook::State::join(std::vector<Asked*>& group) {
  const std::size_t before = group.size();
  const std::lock_guard in_line(line_mutex);
  group.reserve(before + line.size());  // if this throws, they are still in the line
  group.insert(group.end(), line.begin(), line.end());
  line.clear();
  return before;
}

bool CaseBook::State::commit(std::vector<Asked*>& group, bool may_grow, bool may_make_room) {
  alone = group.size() == 1;
  bool committing = false;
  try {
    sqlite::Connection& connected = connection();
    sqlite::Transaction transaction(connected);
    for (Asked* asked : group) asked->work(connected);
    if (may_grow) {
      const std::size_t first = join(group);
      alone = group.size() == 1;
      for (std::size_t i = first; i < group.size(); ++i) group[i]->work(connected);
    }
    committing = true;
    const auto began = std::chrono::steady_clock::now();
    transaction.commit();
    if (options.committed) options.committed(std::chrono::steady_clock::now() - began);
  } catch (const sqlite::Error& error) {
    db.reset();
    unsure = unsure || error.is_input_output();
    if (!alone && !committing) return false;
    if (may_make_room && error.is_full() && options.make_room && options.make_room())
      return commit(group, false, false);
    for (Asked* asked : group) asked->trouble = trouble(error, committing);
  } catch (...) {
    if (!alone) return false;
    group.front()->thrown = std::current_exception();
  }
  return true;
}

}  // namespace docket
