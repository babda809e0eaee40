// town.yaml from the answers: small, valid, and with the keys that a clerk comes to want.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "config/address.h"
#include "daemon/setup/draft.h"
#include "daemon/setup/yaml_text.h"

namespace docket::setup {
namespace {

using Languages = std::vector<std::string>;

/// Our own words, in the town's languages.
std::string words(std::string_view english, std::string_view french, const Languages& languages) {
  std::vector<std::string> texts;
  for (const auto& language : languages) texts.emplace_back(language == "fr" ? french : english);
  return translated(texts, languages);
}

std::vector<OfficeAnswer> offices_of(const Answers& answers) {
  std::vector<OfficeAnswer> offices;
  for (const auto& answer : answers.list("office")) {
    if (auto office = office_answer(answer, answers.list("language").size())) offices.push_back(std::move(*office));
  }
  return offices;
}

std::string town_lines(const Answers& answers, const Languages& languages) {
  std::string text = "town:\n";
  text += fmt::format("  name: {}\n", translated(in_languages(answers.text("town"), languages.size()), languages));
  text += fmt::format("  time_zone: {}\n", answers.text("time-zone"));
  text += fmt::format("  languages: [{}]\n", fmt::join(languages, ", "));
  text += fmt::format("  default_language: {}\n", languages.front());
  text += fmt::format("\ncase_number: {{prefix: {0}}}   # {0}-2026-000123-8\n", answers.text("prefix"));
  text +=
      fmt::format("\nclerk: {{address: {}}}   # phone: … is printed in letters\n", yaml_quoted(answers.text("clerk")));
  return text;
}

std::string reader_lines(const Languages& languages) {
  return "\n# Lines of the acknowledgement; without them it says less:\n"
         "# help: {phone: …, relay: \"711\", post: …}\n"
         "# privacy: {authority: the law that lets you do this, contact: …, kept: for how long}\n"
         "# emergency: {danger: \"911\", crisis: \"988\", roads_24h: …}\n"
         "\nalways_readers: " +
         words("the Town Clerk's staff and the people who run our mail system",
               "le personnel du greffe et les personnes qui gèrent notre courriel", languages) +
         "   # say who, as exactly as you can\n"
         "\ncalendar:\n"
         "  hours: {mon-fri: \"08:30-16:30\"}\n"
         "  holidays: [\"01-01\", \"12-25\"]   # of every year; single days as 2027-03-26\n"
         "  # until: 2027-12-31            # past this day no due dates are promised; docket warns 60 days before\n";
}

std::string office_lines(const OfficeAnswer& office, const Answers& answers, const Languages& languages) {
  // The clerk's own desk has a role with a name; of any other office only the clerk knows it.
  const bool clerks = address_key(office.address) == address_key(answers.text("clerk"));
  std::string text = fmt::format("  {}:\n    name: {}\n", office.id, translated(office.names, languages));
  text += "    accountable: " +
          (clerks ? words("the Town Clerk", "le greffe", languages)
                  : words("the head of this office", "la direction de ce bureau", languages)) +
          "\n";
  text += fmt::format("    address: {}\n", yaml_quoted(office.address));
  text += "    readers: " + words("the staff of this office", "le personnel de ce bureau", languages) + "\n";
  return text + "    # standard: {first_response: 2 business days}\n";
}

/// "ward-2" and "ward2" are the same to whoever writes them.
std::string without_hyphens(std::string text) {
  std::erase_if(text, [](char c) { return c == '-' || c == '_' || c == '.'; });
  return text;
}

std::string office_of(const GenericAddress& generic, const std::vector<OfficeAnswer>& offices) {
  if (!generic.office.empty()) return generic.office;
  const auto local = without_hyphens(plain_name(generic.address.substr(0, generic.address.find('@'))));
  const auto found = std::find_if(offices.begin(), offices.end(),
                                  [&](const OfficeAnswer& office) { return without_hyphens(office.id) == local; });
  return found == offices.end() ? offices.front().id : found->id;
}

}  // namespace

std::string town_yaml(const Answers& answers) {
  const auto languages = answers.list("language");
  const auto offices = offices_of(answers);
  std::string text =
      "# yaml-language-server: $schema=file:///usr/share/docket/schema/town.schema.json\n"
      "# The town, its offices and its calendar. Everything that residents read stands in each of the town's "
      "languages.\n"
      "# Every key: docket-rules(5). After a change: docket check, then docket reload.\n"
      "version: 1\n\n";
  text += town_lines(answers, languages) + reader_lines(languages);
  text +=
      "\n# Who acts. accountable is the role that answers for it, address the mailbox that forwards go to (never "
      "printed),\n# standard a promise to residents: without it no date is promised.\noffices:\n";
  for (const auto& office : offices) text += office_lines(office, answers, languages);
  text += "\naddresses:   # the generic addresses, and the office each stands for\n";
  for (const auto& answer : answers.list("address")) {
    const auto generic = generic_address(answer);
    text += fmt::format("  {}: {}\n", yaml_quoted(generic.address), office_of(generic, offices));
  }
  text += fmt::format("\nfallback: {}   # when no rule and no address decides\n", offices.front().id);
  text += "reopen: 30 days\n";
  if (!is_public_domain(answers.domain())) text += fmt::format("staff_domains: [{}]\n", yaml_quoted(answers.domain()));
  return text;
}

}  // namespace docket::setup
