// Whatever is missing in town, letter and decision, no line shows the hole.
#include <doctest/doctest.h>

#include <random>

#include "daemon/letters/lines.h"
#include "tests/daemon/letters/sample.h"

namespace docket {
namespace {

/// Empties each value by the toss of a coin.
struct Tosser {
  std::mt19937 random;
  bool toss() { return (random() & 1U) != 0; }
  template <typename... Values>
  void maybe_empty(Values&... values) {
    ((toss() ? void(values = Values{}) : void()), ...);
  }
};

Town holed_town(Tosser& tosser) {
  auto town = sample::town();
  town.privacy_authority = sample::both("Municipal Act", "Loi sur les municipalités");
  tosser.maybe_empty(town.clerk_phone, town.help_phone, town.help_relay, town.help_post, town.privacy_contact,
                     town.privacy_kept, town.privacy_authority, town.emergency_danger, town.emergency_crisis,
                     town.emergency_roads, town.always_readers, town.calendar.hours);
  for (auto& [id, office] : town.offices) {
    tosser.maybe_empty(office.accountable, office.readers, office.contact.phone, office.standard.first_response,
                       office.standard.resolve, office.record_owner);
  }
  return town;
}

Decision holed_decision(Tosser& tosser) {
  auto decision = sample::decision();
  tosser.maybe_empty(decision.because, decision.copies, decision.addressed);
  if (tosser.toss()) decision.copies.push_back({"front-desk", "Street", {}, ""});
  if (tosser.toss()) decision.alert = {"on-call"};
  if (tosser.toss()) decision.stands_in = {{"ward-2", "roads", StandsIn::acting, {}}};
  if (tosser.toss()) decision.notices = {"danger", "crisis"};
  if (tosser.toss()) decision.restricted = true;
  if (tosser.toss()) decision.decided_by = tosser.toss() ? "fallback" : "address";
  if (tosser.toss()) decision.template_name = "acknowledgement-closed";
  if (tosser.toss()) {
    decision.assign.reset();
    decision.review = "unclear";
  }
  return decision;
}

Letter holed_letter(Tosser& tosser) {
  auto letter = sample::letter();
  tosser.maybe_empty(letter.gist, letter.attachments, letter.language, letter.received, letter.resident);
  if (tosser.toss() && letter.received) letter.received = sample::at("2026-12-26T03:00:00Z");
  if (tosser.toss()) letter.defects = {"x"};
  return letter;
}

bool capitals(std::string_view line) {
  bool letters = false;
  for (const char c : line) {
    if (c >= 'a' && c <= 'z') return false;
    letters = letters || (c >= 'A' && c <= 'Z');
  }
  return letters;
}

/// What is wrong with a text, or "".
std::string hole_in(const std::string& text) {
  const auto lines = split(text, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string line(lines[i]);
    const bool last = i + 1 == lines.size() || lines[i + 1].empty();
    if (line.ends_with(':') || line.ends_with(' ') || line == "-" || line == ".") return line;
    for (const auto* gap : {": .", "  ", " ,", " .", "..", "\" \"", "\"\"", "«  »", "( )", "()", ", ,", "at .", "{{"}) {
      if (line.find(gap) != std::string::npos) return line + " [" + gap + "]";
    }
    if (capitals(line) && last && line.find("EX-") == std::string::npos && line.find('.') == std::string::npos)
      return line;
    if (line.empty() && (i == 0 || (i + 1 < lines.size() && lines[i + 1].empty()))) return "two empty lines";
  }
  return "";
}

}  // namespace

TEST_CASE("letters: no line shows a hole, whatever is missing") {
  for (unsigned seed = 0; seed < 1500; ++seed) {
    Tosser tosser{std::mt19937(seed)};
    const auto town = holed_town(tosser);
    const auto decision = holed_decision(tosser);
    const auto letter = holed_letter(tosser);
    const bool addition = seed % 5 == 0;
    const auto rendered = sample::acknowledge(letter, decision, town, addition);
    CAPTURE(seed);
    CAPTURE(rendered.text);
    const auto hole = hole_in(rendered.text);
    REQUIRE_MESSAGE(hole.empty(), hole);
    REQUIRE_FALSE(rendered.subject.empty());
  }
}

TEST_CASE("letters: the same for the other templates") {
  const auto all = sample::templates();
  for (unsigned seed = 0; seed < 300; ++seed) {
    Tosser tosser{std::mt19937(seed)};
    const auto town = holed_town(tosser);
    const Calendar calendar(town.calendar, town.time_zone);
    auto plan =
        plan_acknowledgement(holed_letter(tosser), holed_decision(tosser), town, calendar, sample::settings(), false);
    for (const auto* name : {"update", "too-large", "closed"}) {
      plan.template_name = name;
      const auto text = render_acknowledgement(plan, "EX-2026-000123-8", *all).text;
      CAPTURE(seed);
      CAPTURE(text);
      const auto hole = hole_in(text);
      REQUIRE_MESSAGE(hole.empty(), hole);
    }
  }
}

}  // namespace docket
