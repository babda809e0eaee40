#include "rules/difference.h"

#include <algorithm>
#include <array>

namespace docket {
namespace {

std::vector<std::string> copied_to(const Decision& decision) {
  std::vector<std::string> offices;
  for (const auto& copy : decision.copies) offices.push_back(copy.office);
  return offices;
}

/// One thing that a decision says, and whether two decisions say the same.
struct Aspect {
  const char* name;
  bool (*same)(const Decision& a, const Decision& b);
};

constexpr std::array kAspects = {
    Aspect{"outcome", [](const Decision& a, const Decision& b) { return a.outcome == b.outcome; }},
    Aspect{"assign", [](const Decision& a, const Decision& b) { return a.assign == b.assign; }},
    Aspect{"copies", [](const Decision& a, const Decision& b) { return copied_to(a) == copied_to(b); }},
    Aspect{"labels", [](const Decision& a, const Decision& b) { return a.labels == b.labels; }},
    Aspect{"priority", [](const Decision& a, const Decision& b) { return a.priority == b.priority; }},
    Aspect{"review", [](const Decision& a, const Decision& b) { return a.review == b.review; }},
    Aspect{"ignored", [](const Decision& a, const Decision& b) { return a.ignored == b.ignored; }},
    Aspect{"restrict", [](const Decision& a, const Decision& b) { return a.restricted == b.restricted; }},
    Aspect{"notices", [](const Decision& a, const Decision& b) { return a.notices == b.notices; }},
    Aspect{"because", [](const Decision& a, const Decision& b) { return a.because == b.because; }},
    Aspect{"withheld", [](const Decision& a, const Decision& b) { return a.withheld == b.withheld; }},
    Aspect{"template", [](const Decision& a, const Decision& b) { return a.template_name == b.template_name; }},
    Aspect{"answer", [](const Decision& a, const Decision& b) { return a.answer == b.answer; }},
    Aspect{"standard", [](const Decision& a, const Decision& b) { return a.standard == b.standard; }},
    Aspect{"alert", [](const Decision& a, const Decision& b) { return a.alert == b.alert; }},
    Aspect{"quote", [](const Decision& a, const Decision& b) { return a.quote == b.quote; }},
    Aspect{"channel", [](const Decision& a, const Decision& b) { return a.channel == b.channel; }},
};

/// In review nothing is forwarded yet, but a clerk has the letter and its copies wait: no office is lost.
bool gets(const Decision& decision, const std::string& office) {
  const auto copied = copied_to(decision);
  return decision.assign == office || std::find(copied.begin(), copied.end(), office) != copied.end();
}

}  // namespace

std::vector<std::string> differences(const Decision& before, const Decision& after) {
  std::vector<std::string> found;
  for (const auto& aspect : kAspects) {
    if (!aspect.same(before, after)) found.emplace_back(aspect.name);
  }
  return found;
}

std::string destination(const Decision& decision) {
  if (decision.outcome == Decision::Outcome::ignored) return "ignored";
  return decision.assign.value_or("review");
}

bool loses_addressed_office(const Decision& before, const Decision& after) {
  return std::any_of(before.addressed.begin(), before.addressed.end(),
                     [&](const std::string& office) { return gets(before, office) && !gets(after, office); });
}

bool newly_ignored(const Decision& before, const Decision& after) {
  return before.outcome != Decision::Outcome::ignored && after.outcome == Decision::Outcome::ignored;
}

}  // namespace docket
