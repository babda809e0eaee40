// What an office may tell docket in its first lines, as offices write it.
#include "daemon/letters/reply_commands.h"

#include <doctest/doctest.h>

#include "config/quantity.h"
#include "tests/daemon/letters/sample.h"

namespace docket {
namespace {

std::string described(const ReplyCommand& command) {
  static constexpr std::array<const char*, 6> kNames{"close", "note", "not-ours", "assign", "due", "private"};
  std::string text = kNames.at(static_cast<std::size_t>(command.kind));
  if (!command.office.empty()) text += " " + command.office;
  if (command.day) text += " " + iso_date(*command.day);
  if (command.span) text += " " + to_string(*command.span);
  if (!command.words.empty()) text += " '" + command.words + "'";
  return text;
}

/// "close, due 2026-12-24 | the rest", or "?#line".
std::string read(const std::string& text) {
  const auto parsed = parse_reply(text, sample::town());
  if (!parsed.not_understood.empty()) return "?" + parsed.not_understood;
  std::string all;
  for (const auto& command : parsed.commands) all += (all.empty() ? "" : ", ") + described(command);
  return all + " | " + parsed.rest;
}

}  // namespace

TEST_SUITE("reply commands") {
  TEST_CASE("what offices write is understood as they mean it") {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"It is mended.", " | It is mended."},
        {"#close", "close | "},
        {"# close", "close | "},
        {"\n \n#CLOSE it is mended\n\nDear Ana,\n\nit is mended.\n",
         "close 'it is mended' | Dear Ana,\n\nit is mended."},
        {"#note she called again\nand was kind", "note 'she called again' | and was kind"},
        {"#not-ours", "not-ours | "},
        {"#Not ours.", "not-ours | "},
        {"#not–ours roads", "not-ours roads | "},
        {"#not ours Front Desk", "not-ours front-desk | "},
        {"#assign roads", "assign roads | "},
        {"#assign Service des ROUTES", "assign roads | "},
        {"#assign bureau du conseiller du quartier 2", "assign ward-2 | "},
        {"#assign Ward 2 Councillor’s office.", "assign ward-2 | "},
        {"#due 2026-12-24", "due 2026-12-24 | "},
        {"#due 5 Business Days", "due 5 business days | "},
        {"#private\nCall me.", "private | Call me."},
        {"#due 2026-12-24\n#close\n\nText\n#assign roads", "due 2026-12-24, close | Text\n#assign roads"},
        {"  indented\nmore", " |   indented\nmore"},
        {"", " | "},
    };
    for (const auto& [text, expected] : rows) {
      CAPTURE(text);
      CHECK(read(text) == expected);
    }
  }

  TEST_CASE("what is no command is named, and the first one of it") {
    for (const std::string line :
         {"#closed", "#", "# heading", "#clsoe", "#assign", "#assign nobody", "#not-ours the moon", "#due", "#due soon",
          "#due 2026-02-30", "#due 24/12/2026", "#private please", "##- Please write your answer above this line -##",
          "#1 is the best"}) {
      CAPTURE(line);
      CHECK(read(line + "\nDear Ana") == "?" + line);
      CHECK(read("#close\n" + line + "\n#other\nDear Ana") == "?" + line);
    }
  }

  TEST_CASE("a name that two offices have names none of them") {
    auto town = sample::town();
    town.offices["roads-2"] = town.offices["roads"];
    CHECK(parse_reply("#assign Service des routes", town).not_understood == "#assign Service des routes");
    CHECK(parse_reply("#assign roads-2", town).commands.size() == 1);
  }

  TEST_CASE("a thousand commands are no person's") {
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "#close\n";
    CHECK(read(many) == "?#close");
  }
}

}  // namespace docket
