// What one part of town.yaml says of the offices in another: they exist, and on every day somebody acts.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "config/office_life.h"
#include "config/parts.h"
#include "config/quantity.h"
#include "config/text.h"

namespace docket::parts {
namespace {

using std::chrono::year_month_day;

/// One naming of an office that stands in for another, with the days on which it does.
struct Naming {
  const yaml::Node* node;  ///< of the id
  const Office* office;    ///< whose work it is
  std::string stand_in;
  year_month_day from;
  std::optional<year_month_day> to;  ///< absent: for good
};

const yaml::Node* part(const yaml::Node* node, std::string_view key) {
  return node == nullptr ? nullptr : node->find(key);
}

void add_away(const yaml::Node& away, const Office& office, std::vector<Naming>& namings) {
  if (!away.is_list()) return;
  for (std::size_t i = 0; i < std::min(away.items.size(), office.away.size()); ++i) {
    const auto& absence = office.away[i];
    namings.push_back({away.items[i].find("deputy"), &office, absence.deputy, absence.from, absence.to});
  }
}

/// Every one of the file, in its order.
std::vector<Naming> namings_of(const yaml::Node& offices, const Town& town) {
  std::vector<Naming> namings;
  for (std::size_t i = 0; i < offices.items.size(); ++i) {
    const auto& node = offices.items[i];
    const auto* office = town.office(offices.keys[i].text);
    if (office == nullptr) continue;
    if (office->vacant) {
      namings.push_back(
          {part(node.find("vacant"), "acting"), office, office->vacant->acting, office->vacant->from, {}});
    }
    if (const auto* away = node.find("away")) add_away(*away, *office, namings);
    if (office->retired) {
      namings.push_back({part(node.find("retired"), "to"), office, office->retired->to, office->retired->on, {}});
    }
  }
  namings.erase(std::remove_if(namings.begin(), namings.end(),
                               [](const Naming& naming) { return naming.node == nullptr || !naming.from.ok(); }),
                namings.end());
  return namings;
}

/// From office to office on that day until one comes again: those from its first time on; empty: somebody acts.
std::vector<std::string> circle_on(const Town& town, const std::string& start, year_month_day day) {
  std::vector<std::string> way{start};
  while (const auto* office = town.office(way.back())) {
    const auto step = stand_in(*office, day);
    if (step.why == StandsIn::nobody) break;
    const auto seen = std::find(way.begin(), way.end(), step.office);
    if (seen != way.end()) return {seen, way.end()};
    way.push_back(step.office);
  }
  return {};
}

bool ends(const Town& town, const std::vector<std::string>& circle, year_month_day day) {
  return std::any_of(circle.begin(), circle.end(),
                     [&](const std::string& id) { return stand_in(*town.office(id), day).why == StandsIn::deputy; });
}

/// Told once of each circle, where it begins: days are tried in their order, each on which somebody begins to stand in.
void check_circles(yaml::Reader& reader, const Town& town, std::vector<Naming> namings) {
  std::stable_sort(namings.begin(), namings.end(), [](const Naming& a, const Naming& b) { return a.from < b.from; });
  std::set<std::set<std::string>> told;
  for (const auto& naming : namings) {
    auto circle = circle_on(town, naming.office->id, naming.from);
    // Of one that stands in for itself there is a better word.
    if (circle.size() < 2 || !told.emplace(circle.begin(), circle.end()).second) continue;
    const bool temporary = ends(town, circle, naming.from);
    circle.push_back(circle.front());
    const auto text = fmt::format("{} {} nobody acts: these offices stand in for each other in a circle ({})",
                                  temporary ? "on" : "from", iso_date(naming.from), fmt::join(circle, " → "));
    const char* hint = "name an office that is there on those days";
    if (temporary) {
      reader.warning(*naming.node, text, hint);
    } else {
      reader.error(*naming.node, text, hint);
    }
  }
}

/// It would work, by its successor; but who reads the file is told another office than the one that acts.
void warn_of_retired(yaml::Reader& reader, const Town& town, const Naming& naming) {
  const auto* other = town.office(naming.stand_in);
  if (other == nullptr || !other->retired || !other->retired->on.ok()) return;
  if (naming.to && *naming.to < other->retired->on) return;
  reader.warning(*naming.node,
                 fmt::format("'{}' is itself retired from {} on: then '{}' acts", other->id,
                             iso_date(other->retired->on), other->retired->to),
                 "name the office that has its work");
}

void check_life(yaml::Reader& reader, const yaml::Node& offices, const Town& town) {
  const auto namings = namings_of(offices, town);
  for (const auto& naming : namings) {
    if (naming.stand_in == naming.office->id) {
      reader.error(*naming.node, fmt::format("'{}' cannot stand in for itself", naming.stand_in),
                   "name another office");
      continue;
    }
    check_office(reader, *naming.node, town);
    warn_of_retired(reader, town, naming);
  }
  check_circles(reader, town, namings);
}

void check_escalation(yaml::Reader& reader, const yaml::Node& office, const Town& town) {
  const auto* escalate = office.find("escalate");
  if (escalate == nullptr) return;
  for (const auto& item : escalate->items) {
    if (const auto* to = item.find("to")) check_office(reader, *to, town, "clerk");
  }
}

}  // namespace

void check_office(yaml::Reader& reader, const yaml::Node& node, const Town& town, std::string_view other) {
  if (!node.is_scalar() || town.office(node.text) != nullptr || (!other.empty() && node.text == other)) return;
  std::vector<std::string> known;
  for (const auto& [id, office] : town.offices) known.push_back(id);
  if (!other.empty()) known.emplace_back(other);
  const auto near = nearest(node.text, known);
  reader.error(node, fmt::format("there is no office '{}'", node.text),
               near ? fmt::format("did you mean {}?", *near) : "the offices stand under 'offices'");
}

void check_references(yaml::Reader& reader, const yaml::Node& root, const Town& town) {
  const auto* offices = root.find("offices");
  if (offices == nullptr || !offices->is_map()) return;
  for (const auto& office : offices->items) check_escalation(reader, office, town);
  check_life(reader, *offices, town);
  if (const auto* fallback = root.find("fallback")) check_office(reader, *fallback, town);
}

}  // namespace docket::parts
