#include "daemon/casebook/recurring.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

#include "config/digest.h"
#include "daemon/casebook/reader_state.h"
#include "daemon/casebook/timeline.h"
#include "daemon/matters/topics.h"
#include "rules/fold.h"

namespace docket {
namespace {

constexpr std::chrono::hours kWithin{30 * 24};
constexpr int kMostMentions = 5000;
constexpr std::size_t kMostText = std::size_t{16} << 10U;  ///< octets of one letter
constexpr std::int64_t kFewToCompare = 100;                ///< letters: in fewer no word can be told to be common
constexpr double kCommonShare = 0.1;  ///< of all letters: a word that more of them have is no topic

/// One case that names the place.
struct Mention {
  std::int64_t case_id = 0;
  Time opened{};
  Told told;
};

using ByPlaceAndOffice = std::map<std::pair<std::string, std::string>, std::vector<Mention>>;

/// The words of the place's own name are no topic of it.
std::vector<std::string> words_beside(const std::string& place, std::string_view text) {
  auto words = content_words(text.substr(0, kMostText));
  const auto own = content_words(word_form(place));
  std::erase_if(words, [&](const std::string& word) { return std::binary_search(own.begin(), own.end(), word); });
  return words;
}

ByPlaceAndOffice mentions_since(sqlite::Connection& db, Time since, const Town& town) {
  sqlite::Query query(
      db,
      "SELECT m.place, c.id, c.office, c.opened, (SELECT min(p.person) FROM participants p WHERE p.case_id = c.id), "
      "t.subject || ' ' || t.body FROM mentions m JOIN cases c ON c.id = m.case_id "
      "JOIN inbounds i ON i.case_id = c.id AND i.outcome = 'case' JOIN search_text t ON t.inbound_id = i.id "
      "WHERE m.at >= ? AND c.campaign IS NULL AND c.restricted = 0 AND c.merged_into IS NULL "
      "ORDER BY m.at DESC LIMIT ?");
  query.bind(stored(since));
  query.bind(kMostMentions);
  ByPlaceAndOffice groups;
  while (query.step()) {
    const auto office = query.maybe_text(2);
    if (is_member_office(town, office)) continue;
    const auto place = query.text(0);
    groups[{place, office.value_or("review")}].push_back(
        {query.integer(1), from_stored(query.integer(3)), {words_beside(place, query.text(5)), query.text(4)}});
  }
  return groups;
}

/// How rare words are in all letters of the book, by its full-text index; each is asked for once.
class WordCounts {
 public:
  explicit WordCounts(sqlite::Connection& db)
      : db_(db),
        letters_(db.integer("SELECT count(*) FROM inbounds WHERE outcome IN ('case', 'addition')").value_or(0)) {}

  double rarity(const std::string& word) {
    const auto known = rarity_.find(word);
    if (known != rarity_.end()) return known->second;
    const auto asked = "\"" + word + "\" OR \"" + word + "s\"";  // a folded word is letters alone
    const auto with = db_.integer("SELECT count(*) FROM search WHERE search MATCH ?", asked).value_or(0);
    const double share = static_cast<double>(with) / static_cast<double>(std::max<std::int64_t>(letters_, 1));
    const bool is_common = letters_ >= kFewToCompare && share > kCommonShare;
    const double rarity = is_common ? 0 : std::log(1 + 1 / std::max(share, 1e-9));
    rarity_.emplace(word, rarity);
    return rarity;
  }

 private:
  sqlite::Connection& db_;
  std::int64_t letters_;
  std::unordered_map<std::string, double> rarity_;
};

std::string topic_key(const std::string& office, const std::string& word) {
  return office + "/" + sha256_hex(word).substr(0, 16);
}

struct Judged {
  std::string id;
  std::string place;
  std::string topic;
  std::string state;
  Time at{};
  bool seen = false;
};

std::vector<Judged> judged_issues(sqlite::Connection& db) {
  sqlite::Query query(db, "SELECT public, place, topic, state, at FROM recurring ORDER BY id");
  std::vector<Judged> judged;
  while (query.step()) {
    judged.push_back(
        {query.text(0), query.text(1), query.text(2), query.text(3), from_stored(query.integer(4)), false});
  }
  return judged;
}

/// Whichever of its words was the strongest when it was judged.
void take_judgement(RecurringIssue& issue, std::vector<Judged>& judged) {
  for (const auto& word : issue.words) {
    const auto key = topic_key(issue.office, word);
    const auto found = std::find_if(judged.begin(), judged.end(), [&](const Judged& one) {
      return !one.seen && one.place == issue.place && one.topic == key;
    });
    if (found == judged.end()) continue;
    found->seen = true;
    issue.id = found->id;
    issue.topic = found->topic;
    issue.state = found->state;
    return;
  }
}

RecurringIssue issue_of(const std::string& place, const std::string& office, const Topic& topic,
                        const std::vector<Mention>& mentions) {
  RecurringIssue issue;
  issue.place = place;
  issue.office = office;
  issue.words = topic.words;
  issue.topic = topic_key(office, topic.words.front());
  issue.id = "r-" + sha256_hex(place + "\n" + issue.topic).substr(0, 10);
  issue.state = "suggested";
  issue.first = issue.last = mentions[topic.told.front()].opened;
  for (const auto index : topic.told) {
    const auto& mention = mentions[index];
    issue.cases.push_back(mention.case_id);
    issue.first = std::min(issue.first, mention.opened);
    issue.last = std::max(issue.last, mention.opened);
  }
  std::sort(issue.cases.begin(), issue.cases.end());
  return issue;
}

/// Nothing suggests it any more: a confirmed one still has the cases that carry its label.
RecurringIssue issue_of(sqlite::Connection& db, const Judged& judged) {
  RecurringIssue issue;
  issue.id = judged.id;
  issue.place = judged.place;
  issue.topic = judged.topic;
  issue.office = judged.topic.substr(0, judged.topic.rfind('/'));
  issue.state = judged.state;
  issue.first = issue.last = judged.at;
  sqlite::Query query(db,
                      "SELECT c.id, c.opened FROM case_labels l JOIN cases c ON c.id = l.case_id WHERE l.label = ? "
                      "ORDER BY c.id");
  query.bind(recurring_label(judged.id));
  while (query.step()) {
    const Time opened = from_stored(query.integer(1));
    issue.first = issue.cases.empty() ? opened : std::min(issue.first, opened);
    issue.last = issue.cases.empty() ? opened : std::max(issue.last, opened);
    issue.cases.push_back(query.integer(0));
  }
  return issue;
}

}  // namespace

std::vector<RecurringIssue> recurring_issues(sqlite::Connection& db, Time now, const Town& town) {
  WordCounts counts(db);
  auto judged = judged_issues(db);
  std::vector<RecurringIssue> issues;
  for (const auto& [where, mentions] : mentions_since(db, now - kWithin, town)) {
    std::vector<Told> told;
    told.reserve(mentions.size());
    for (const auto& mention : mentions) told.push_back(mention.told);
    for (const auto& topic : topics_of(told, [&](const std::string& word) { return counts.rarity(word); })) {
      issues.push_back(issue_of(where.first, where.second, topic, mentions));
      take_judgement(issues.back(), judged);
    }
  }
  std::stable_sort(issues.begin(), issues.end(),
                   [](const RecurringIssue& a, const RecurringIssue& b) { return a.cases.size() > b.cases.size(); });
  for (const auto& one : judged) {
    if (!one.seen) issues.push_back(issue_of(db, one));
  }
  return issues;
}

std::string recurring_label(const std::string& id) { return "recurring:" + id; }

}  // namespace docket
