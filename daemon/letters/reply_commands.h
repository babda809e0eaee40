// What an office tells docket in the first lines of its letter: "#close", "#assign roads". docket.1 has the list.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/town.h"

namespace docket {

struct ReplyCommand {
  enum class Kind { close, note, not_ours, assign, due, keep_private } kind = Kind::note;
  std::string line;                                ///< as it was written
  std::string words;                               ///< of close and note: what stands behind them
  std::string office;                              ///< id; of assign always, of not_ours perhaps
  std::optional<std::chrono::year_month_day> day;  ///< of due, or a span
  std::optional<Span> span;
};

struct ReplyCommands {
  std::vector<ReplyCommand> commands;
  std::string not_understood;  ///< the first such line; then nothing of the letter is to be carried out
  std::string rest;            ///< what is written besides

  [[nodiscard]] const ReplyCommand* find(ReplyCommand::Kind kind) const;
};

/// Pure. `text` is what the person wrote now. Commands are the lines that begin with '#' before any other, empty lines
/// left aside; case, dashes and a full stop at the end do not matter, offices go by id or by name in any language.
[[nodiscard]] ReplyCommands parse_reply(std::string_view text, const Town& town);

}  // namespace docket
