// CaseBook::group_letters: letters that are nearly the same, from many people, are one campaign.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/sketches.h"
#include "daemon/casebook/state.h"
#include "daemon/casebook/timeline.h"
#include "daemon/matters/core.h"

namespace docket {
namespace {

constexpr std::size_t kFewestPeople = 10;
constexpr int kMostCampaigns = 50;  ///< that a letter may belong to, the newest
constexpr int kMostWaiting = 5000;  ///< looked at again when a campaign begins or its core gets clearer
constexpr int kACommit = 100;       ///< cases: no letter that comes waits longer than looking at these takes
constexpr int kACall = 2000;
constexpr const char* kGrouped = "grouped";  ///< the last case that was looked at

struct Campaign {
  std::int64_t id = 0;
  std::int64_t letters = 0;
  Core core;
};

std::size_t people_in(const std::vector<CaseLetter>& letters) {
  std::set<std::string> people;
  for (const auto& letter : letters) {
    if (!letter.person.empty()) people.insert(letter.person);
  }
  return people.size();
}

Core core_of(const std::vector<CaseLetter>& letters) {
  std::vector<Shingles> sketches;
  sketches.reserve(letters.size());
  for (const auto& letter : letters) sketches.push_back(letter.sketch);
  return docket::core_of(std::span<const Shingles>(sketches));
}

std::vector<CaseLetter> members_of(const Core& core, std::vector<CaseLetter> letters) {
  std::erase_if(letters, [&](const CaseLetter& letter) { return !share_in(core, letter.sketch); });
  return letters;
}

/// The letters of the form that this one is of, the oldest first; empty: they are not from enough people. What those
/// most like it have in common shows the others, who have edited other passages.
std::vector<CaseLetter> of_one_form(const CaseLetter& letter, const std::vector<CaseLetter>& near) {
  auto alike = near;
  std::erase_if(alike, [&](const CaseLetter& other) { return !are_alike(other.sketch, letter.sketch); });
  alike.push_back(letter);
  if (2 * people_in(alike) < kFewestPeople) return {};
  auto all = near;
  all.push_back(letter);
  auto members = members_of(core_of(alike), all);
  if (people_in(members) >= kFewestPeople) members = members_of(core_of(members), all);
  if (people_in(members) < kFewestPeople) return {};
  std::sort(members.begin(), members.end(),
            [](const CaseLetter& a, const CaseLetter& b) { return a.case_id < b.case_id; });
  return members;
}

CaseBook::StaffLetter beginning_letter(const std::string& id, std::int64_t letters, const Town& town) {
  return {
      "", town.clerk_address, fmt::format("docket: many letters on one matter ({})", id),
      fmt::format("{0} letters from different people are nearly the same. Each has its own case and its own answer. "
                  "More letters like them are counted with them.\n\nTo see them all, run: docket case campaign "
                  "{1}\n\n"
                  "{0} lettres de personnes différentes sont presque pareilles. Chacune a son dossier et sa "
                  "réponse. Les prochaines de ce genre sont comptées avec elles.\n\nPour les voir toutes : docket "
                  "case campaign {1}\n",
                  letters, id)};
}

/// Lives as long as one transaction, so that nothing of a commit that fails is remembered.
class Grouping {
 public:
  Grouping(const Writing& writing, const Town& town) : writing_(writing), town_(town) {
    sqlite::Query query(writing.db, "SELECT id, letters FROM campaigns WHERE last >= ? ORDER BY last DESC LIMIT ?");
    query.bind(stored(writing.now - kCompared));
    query.bind(kMostCampaigns);
    while (query.step()) campaigns_.push_back({query.integer(0), query.integer(1), {}});
    for (auto& campaign : campaigns_) campaign.core = docket::core_of(first_sketches(writing.db, campaign.id));
  }

  /// It belongs to a campaign, or begins one with letters that waited, or waits itself.
  void look_at(const CaseLetter& letter) {
    if (Campaign* found = campaign_of(letter)) return join(*found, letter);
    const auto group = of_one_form(letter, letters_near(writing_, letter));
    if (!group.empty()) begin(group, letter.case_id);
    const bool is_in =
        std::any_of(group.begin(), group.end(), [&](const CaseLetter& one) { return one.case_id == letter.case_id; });
    if (!is_in) add_bands(writing_, letter);
  }

 private:
  Campaign* campaign_of(const CaseLetter& letter) {
    Campaign* found = nullptr;
    double most = 0;
    for (auto& campaign : campaigns_) {
      const auto share = share_in(campaign.core, letter.sketch);
      if (!share || *share <= most) continue;
      found = &campaign;
      most = *share;
    }
    return found;
  }

  void count_in(Campaign& campaign, const CaseLetter& letter) {
    const int changed =
        writing_.db.run("UPDATE cases SET campaign = ? WHERE id = ? AND campaign IS NULL", campaign.id, letter.case_id);
    if (changed == 0) return;
    const auto at = stored(letter.opened);
    writing_.db.run(
        "UPDATE campaigns SET letters = letters + 1, first = min(first, ?), last = max(last, ?) WHERE id = ?", at, at,
        campaign.id);
    ++campaign.letters;
  }

  /// The first ten letters may hide what is the form's and what is theirs; later the same look finds who was missed.
  void join(Campaign& campaign, const CaseLetter& letter) {
    count_in(campaign, letter);
    const bool is_clearer = campaign.letters == 20 || campaign.letters == 40 || campaign.letters == 80;
    if (is_clearer) gather(campaign, letter.case_id);
  }

  void gather(Campaign& campaign, std::int64_t before) {
    campaign.core = docket::core_of(first_sketches(writing_.db, campaign.id));
    for (const auto& letter : letters_waiting(writing_, before, kMostWaiting)) {
      if (!share_in(campaign.core, letter.sketch)) continue;
      remove_bands(writing_, letter);
      count_in(campaign, letter);
    }
  }

  void begin(const std::vector<CaseLetter>& letters, std::int64_t newest) {
    const std::string id = public_id('m', writing_.now);
    const auto& first = letters.front();
    writing_.db.run("INSERT INTO campaigns (public, first, last, letters, inbound_id) VALUES (?, ?, ?, 0, ?)", id,
                    stored(first.opened), stored(first.opened), first.inbound);
    Campaign begun{writing_.db.last_id(), 0, {}};
    for (const auto& letter : letters) {
      remove_bands(writing_, letter);
      count_in(begun, letter);
    }
    gather(begun, newest);
    append_event(writing_.db, writing_.now,
                 {std::nullopt, "daemon", "campaign", fmt::format("{}: {} letters", id, begun.letters), ""});
    if (!town_.clerk_address.empty()) add_staff_letter(writing_, beginning_letter(id, begun.letters, town_));
    campaigns_.push_back(std::move(begun));
  }

  const Writing& writing_;
  const Town& town_;
  std::vector<Campaign> campaigns_;
};

/// Nothing of before the days that are compared is looked at when grouping is new to a book.
std::int64_t last_looked_at(const Writing& writing) {
  if (const auto last = kept_number(writing.db, kGrouped)) return *last;
  const auto first = writing.db.integer("SELECT min(id) FROM cases WHERE opened >= ?", stored(writing.now - kCompared));
  return first.value_or(1) - 1;
}

/// Answers how many cases there were to look at.
int group_next(const Writing& writing, const Town& town) {
  const auto letters = next_letters(writing, last_looked_at(writing), kACommit);
  if (letters.empty()) return 0;
  Grouping grouping(writing, town);
  for (const auto& letter : letters) {
    if (!letter.sketch.empty()) grouping.look_at(letter);
  }
  keep_number(writing.db, kGrouped, letters.back().case_id);
  return static_cast<int>(letters.size());
}

}  // namespace

tl::expected<int, Trouble> CaseBook::group_letters(const Town& town) {
  int looked_at = 0;
  while (looked_at < kACall) {
    const auto count = state_->write([&](sqlite::Connection& db) {
      const Writing writing{db, state_->keys, state_->options, nullptr, state_->clock.now()};
      const int grouped = group_next(writing, town);
      if (looked_at == 0) forget_sketches(writing, kACommit);
      return grouped;
    });
    if (!count) return tl::unexpected(count.error());
    looked_at += *count;
    if (*count < kACommit) break;
  }
  return looked_at;
}

}  // namespace docket
