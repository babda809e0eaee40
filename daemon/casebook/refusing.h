// A clerk's action as one commit: refused, or done with its event. Private: daemon/casebook only.
#pragma once

#include <optional>
#include <string>

#include "daemon/casebook/state.h"
#include "daemon/casebook/writing.h"

namespace docket {

/// 75: the disk or another process stands in the way; try again later.
inline constexpr int kTryAgainLater = 75;

/// `work` answers tl::expected<…, Refusal>; a refusal has changed nothing before it is answered.
template <typename Work>
auto refusing(CaseBook::State& state, Work&& work) -> decltype(work(std::declval<sqlite::Connection&>())) {
  auto done = state.write(std::forward<Work>(work));
  if (!done) return tl::unexpected(Refusal{kTryAgainLater, done.error().text});
  return std::move(*done);
}

[[nodiscard]] inline Writing writing_now(CaseBook::State& state, sqlite::Connection& db, const TownNow& now) {
  return {db, state.keys, state.options, &now.calendar, state.clock.now()};
}

/// A case number as people write it, without prefix; any prefix of a case in the book is accepted.
[[nodiscard]] std::optional<std::string> number_of(sqlite::Connection& db, const std::string& text);
/// The case of a number as people write it, merged or not; refused (1) where there is none.
[[nodiscard]] tl::expected<CaseRow, Refusal> named_case(sqlite::Connection& db, const std::string& number);
/// Of a merged case the one it goes on in.
[[nodiscard]] tl::expected<CaseRow, Refusal> wanted_case(sqlite::Connection& db, const std::string& number);

}  // namespace docket
