#include "daemon/letters/reply_commands.h"

#include <algorithm>
#include <array>
#include <utility>

#include "config/quantity.h"
#include "config/text.h"
#include "rules/fold.h"

namespace docket {
namespace {

using Kind = ReplyCommand::Kind;

/// More are no person's commands.
constexpr std::size_t kMostCommands = 20;

constexpr std::array<std::pair<std::string_view, Kind>, 6> kWords{{{"close", Kind::close},
                                                                   {"note", Kind::note},
                                                                   {"not-ours", Kind::not_ours},
                                                                   {"assign", Kind::assign},
                                                                   {"due", Kind::due},
                                                                   {"private", Kind::keep_private}}};

/// Telephones write a space or a long dash into it.
constexpr std::array<std::string_view, 2> kNotOurs{"not ours", "not-ours"};

std::string_view without_stop(std::string_view text) {
  text = trim(text);
  while (!text.empty() && std::string_view(".,:;!").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return trim(text);
}

/// The command's word, folded, and what stands behind it as it was written.
std::pair<std::string, std::string_view> split_word(std::string_view line) {
  line.remove_prefix(1);
  for (const std::size_t words : {std::size_t{2}, std::size_t{1}}) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < words && end != std::string_view::npos; ++i) end = line.find_first_of(" \t", end + 1);
    const std::string word = fold(without_stop(line.substr(0, end)));
    const bool both = std::find(kNotOurs.begin(), kNotOurs.end(), word) != kNotOurs.end();
    const auto behind = end == std::string_view::npos ? std::string_view() : trim(line.substr(end));
    if (both) return {"not-ours", behind};
    if (words == 1) return {word, behind};
  }
  return {};
}

/// Its id, or its name where only one has it.
std::string office_called(std::string_view name, const Town& town) {
  const std::string wanted = word_form(name);
  std::string found;
  for (const auto& [id, office] : town.offices) {
    if (word_form(id) == wanted) return id;
    const auto& names = office.name.by_language;
    const bool called =
        std::any_of(names.begin(), names.end(), [&](const auto& one) { return word_form(one.second) == wanted; });
    if (!called) continue;
    if (!found.empty()) return {};
    found = id;
  }
  return found;
}

std::optional<ReplyCommand> parse_line(std::string_view line, const Town& town) {
  const auto [word, behind] = split_word(line);
  const auto* known =
      std::find_if(kWords.begin(), kWords.end(), [&wanted = word](const auto& one) { return one.first == wanted; });
  if (known == kWords.end()) return std::nullopt;
  ReplyCommand command;
  command.kind = known->second;
  command.line = std::string(line);
  const std::string_view argument = without_stop(behind);
  switch (command.kind) {
    case Kind::close:
    case Kind::note:
      command.words = std::string(behind);
      return command;
    case Kind::keep_private:
      return argument.empty() ? std::optional(command) : std::nullopt;
    case Kind::not_ours:
    case Kind::assign:
      if (!argument.empty()) command.office = office_called(argument, town);
      return command.office.empty() && (!argument.empty() || command.kind == Kind::assign) ? std::nullopt
                                                                                           : std::optional(command);
    case Kind::due:
      command.day = parse_date(argument);
      if (!command.day) command.span = parse_span(ascii_lower(argument));
      return command.day || command.span ? std::optional(command) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

const ReplyCommand* ReplyCommands::find(ReplyCommand::Kind kind) const {
  const auto found =
      std::find_if(commands.begin(), commands.end(), [&](const ReplyCommand& one) { return one.kind == kind; });
  return found == commands.end() ? nullptr : &*found;
}

ReplyCommands parse_reply(std::string_view text, const Town& town) {
  ReplyCommands parsed;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view line = trim(text.substr(0, end));
    if (!line.empty() && line.front() != '#') break;
    if (!line.empty()) {
      auto command = parsed.commands.size() < kMostCommands ? parse_line(line, town) : std::nullopt;
      if (command) parsed.commands.push_back(std::move(*command));
      if (!command && parsed.not_understood.empty()) parsed.not_understood = std::string(line);
    }
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  // A first line may be indented; the end is as trim() leaves it.
  parsed.rest = std::string(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
  return parsed;
}

}  // namespace docket
