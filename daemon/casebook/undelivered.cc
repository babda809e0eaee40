// Who is told when a letter of ours did not arrive: of an acknowledgement the office that has the case, of a forward
// the clerk. The server's own words stay in the case.
#include <fmt/format.h>

#include <map>

#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/state.h"

namespace docket {
namespace {

using std::chrono::minutes;

/// To one address at most so often: many addresses that do not exist are one letter.
constexpr minutes kAtMostEvery{15};
constexpr const char* kTold = "told-undelivered:";

struct Undelivered {
  std::int64_t row = 0;
  std::string number;
  std::string kind;
  std::string office;  ///< of a forward: whom it was for
  std::optional<std::string> assigned;
};

/// Neither told nor settled yet, oldest first.
std::vector<Undelivered> untold(sqlite::Connection& db) {
  std::vector<Undelivered> found;
  sqlite::Query query(
      db,
      "SELECT o.id, c.number, o.kind, o.office, c.office FROM outbox o JOIN cases c ON c.id = o.case_id "
      "WHERE o.state = 'failed' AND o.undelivered = 1 "
      "ORDER BY o.id LIMIT 1000");
  while (query.step()) {
    found.push_back({query.integer(0), query.text(1), query.text(2), query.text(3), query.maybe_text(4)});
  }
  return found;
}

std::string office_name(const Undelivered& one, const Town& town, const std::string& language) {
  const Office* office = town.office(one.office);
  return office == nullptr ? one.office : office->name.in(language, town.default_language);
}

std::string english(const Undelivered& one, const Town& town) {
  if (one.office.empty()) return fmt::format("{}: our {} did not reach the resident.", one.number, one.kind);
  return fmt::format("{}: the letter did not reach its office: {}.", one.number, office_name(one, town, "en"));
}

std::string french(const Undelivered& one, const Town& town) {
  if (one.office.empty()) return fmt::format("{} : notre message n'a pas été remis à la personne.", one.number);
  return fmt::format("{} : la lettre n'a pas été remise à son bureau : {}.", one.number, office_name(one, town, "fr"));
}

CaseBook::StaffLetter letter_to(const std::string& address, const std::vector<Undelivered>& all, const Town& town) {
  std::string text = "These letters came back or were refused:\n\n";
  for (const auto& one : all) text += english(one, town) + "\n";
  text +=
      "\nThe person does not know what became of their letter, or the office does not have it. If there is another way "
      "to reach them, please use it. `docket case show NUMBER` has the mail server's words.\n\n"
      "Ces lettres sont revenues ou ont été refusées :\n\n";
  for (const auto& one : all) text += french(one, town) + "\n";
  text +=
      "\nLa personne ne sait pas où en est sa lettre, ou le bureau ne l'a pas reçue. S'il y a un autre moyen de les "
      "joindre, merci de l'utiliser.\n";
  const std::string subject = all.size() == 1 ? fmt::format("docket: {} was not delivered", all.front().number)
                                              : fmt::format("docket: {} letters were not delivered", all.size());
  return {"", address, subject, text};
}

const std::string& address_for(const Undelivered& one, const Town& town) {
  const Office* office = one.office.empty() && one.assigned ? town.office(*one.assigned) : nullptr;
  return office != nullptr && !office->address.empty() ? office->address : town.clerk_address;
}

bool was_told_lately(const Writing& writing, const std::string& address) {
  const std::string name = kTold + address;
  const auto told = writing.db.integer("SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?", name);
  if (told && from_stored(*told) <= writing.now && writing.now - from_stored(*told) < kAtMostEvery) return true;
  writing.db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", name, std::to_string(stored(writing.now)));
  return false;
}

}  // namespace

tl::expected<int, Trouble> CaseBook::tell_undelivered(const Town& town) {
  return state_->write([&](sqlite::Connection& db) {
    const Writing writing{db, state_->keys, state_->options, nullptr, state_->clock.now()};
    std::map<std::string, std::vector<Undelivered>> letters;
    for (Undelivered& one : untold(db)) letters[address_for(one, town)].push_back(std::move(one));
    int written = 0;
    for (const auto& [address, all] : letters) {
      if (was_told_lately(writing, address)) continue;
      add_staff_letter(writing, letter_to(address, all, town));
      // 2: and somebody knows.
      for (const Undelivered& one : all) db.run("UPDATE outbox SET undelivered = 2 WHERE id = ?", one.row);
      ++written;
    }
    return written;
  });
}

}  // namespace docket
