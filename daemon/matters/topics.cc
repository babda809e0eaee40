#include "daemon/matters/topics.h"

#include <algorithm>
#include <map>
#include <set>

#include "config/text.h"

namespace docket {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kMostWords = 2000;  ///< of one letter
constexpr std::size_t kMostAsked = 60;    ///< words whose rarity is asked for
constexpr std::size_t kMostOthers = 4;
constexpr std::size_t kSharedByOther = 2;

/// Words of every letter to a town; shorter ones than kShortest need not stand here.
constexpr std::string_view kCommon =
    "about after again all also always and any are around ask asked back because been before being between both but "
    "call called can cannot city come complain complaint contact could council councillor day dear did does doing done "
    "don each email even ever every few first fix fixed for from front get getting give going good got great had "
    "happen "
    "happened has have having hello help her here him his hope house how into issue its just know last least letter "
    "like live living long look made make many may mayor mean message more morning most much must name near need needs "
    "never new next not now off office old once one only other our out over own people person phone please possible "
    "problem put really regard regards report reported resident said same saw see seen send sent several she should "
    "since sincerely some someone something soon still such take tell thank thanks that the their them then there "
    "these "
    "they thing this those through time today told too town tried two under until use used very wait ward want was way "
    "week weeks well were what when where which while who why will with without work would write writing year years "
    "yes "
    "yesterday yet you your "
    "afin ai ainsi alors ans apres arrondissement aucun aussi autre aux avant avec avez avoir avons bien bon bonjour "
    "car "
    "ceci cela celle celui ces cet cette chez combien comme comment conseil conseiller contre cordialement dans date "
    "demande depuis des deux devant dire doit donc dont elle elles encore entre est et etaient etait ete etes etre eux "
    "fait faire faut fois font gens habite hier ici ils jamais jour jours la laquelle les lettre leur leurs lorsque "
    "lui "
    "madame mai mairie maire mais maison maintenant matin meme mes merci mois mon monsieur nom nos notre nous nouveau "
    "ont par parce pas pendant personne peu peut plus plusieurs pour pourquoi pouvez pres probleme puis quand que quel "
    "quelle quelqu quelque qui quoi rien salutations sans semaine semaines sera ses seulement sincerement soir sommes "
    "son sont sous suis sur tel temps toujours tous tout toute toutes tres trop une vers veuillez ville voir vos votre "
    "voudrais vous";

bool is_common(std::string_view word) {
  static const auto words = [] {
    const auto list = split(kCommon, ' ');
    return std::set<std::string_view, std::less<>>(list.begin(), list.end());
  }();
  return words.contains(word);
}

std::string_view singular(std::string_view word) {
  const bool plural = word.size() > kShortest && word.back() == 's' && word[word.size() - 2] != 's';
  return plural ? word.substr(0, word.size() - 1) : word;
}

using Users = std::map<std::string, std::vector<std::size_t>>;

Users users_of(std::span<const Told> told, const std::vector<std::size_t>& of) {
  Users users;
  for (const auto index : of) {
    for (const auto& word : told[index].words) users[word].push_back(index);
  }
  return users;
}

std::size_t people(std::span<const Told> told, const std::vector<std::size_t>& of) {
  std::set<std::string_view> persons;
  for (const auto index : of) {
    if (!told[index].person.empty()) persons.insert(told[index].person);
  }
  return persons.size();
}

struct Strong {
  std::string word;
  double strength = 0;
};

/// The strongest first; of words used by fewer than `fewest` none.
std::vector<Strong> strongest(const Users& users, std::size_t fewest, const Rarity& rarity) {
  std::vector<std::pair<std::size_t, std::string>> counted;
  for (const auto& [word, of] : users) {
    if (of.size() >= fewest) counted.emplace_back(of.size(), word);
  }
  std::sort(counted.begin(), counted.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (counted.size() > kMostAsked) counted.resize(kMostAsked);
  std::vector<Strong> words;
  for (const auto& [count, word] : counted) {
    const double strength = static_cast<double>(count) * rarity(word);
    if (strength > 0) words.push_back({word, strength});
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const Strong& a, const Strong& b) { return a.strength > b.strength; });
  return words;
}

/// Who does not use the word itself, but two of the others.
void add_other_words(Topic& topic, std::span<const Told> told, const std::vector<std::size_t>& left) {
  for (const auto index : left) {
    if (std::binary_search(topic.told.begin(), topic.told.end(), index)) continue;
    const auto& words = told[index].words;
    const auto shared = std::count_if(topic.words.begin() + 1, topic.words.end(), [&](const std::string& word) {
      return std::binary_search(words.begin(), words.end(), word);
    });
    if (static_cast<std::size_t>(shared) < kSharedByOther) continue;
    topic.told.insert(std::upper_bound(topic.told.begin(), topic.told.end(), index), index);
  }
}

Topic topic_of(const std::string& word, const std::vector<std::size_t>& users, std::span<const Told> told,
               const Rarity& rarity) {
  Topic topic{{word}, users};
  const auto half = std::max<std::size_t>(2, (users.size() + 1) / 2);
  for (const auto& other : strongest(users_of(told, users), half, rarity)) {
    if (topic.words.size() > kMostOthers) break;
    if (other.word != word) topic.words.push_back(other.word);
  }
  return topic;
}

}  // namespace

std::vector<std::string> content_words(std::string_view words) {
  std::set<std::string> found;
  for (const auto word : split(words, ' ')) {
    const auto one = singular(word);
    if (one.size() < kShortest || is_common(word) || is_common(one)) continue;
    if (one.find_first_of("0123456789") != std::string_view::npos) continue;
    found.emplace(one);
    if (found.size() >= kMostWords) break;
  }
  return {found.begin(), found.end()};
}

std::vector<Topic> topics_of(std::span<const Told> told, const Rarity& rarity) {
  std::vector<std::size_t> left(told.size());
  for (std::size_t i = 0; i < left.size(); ++i) left[i] = i;
  std::vector<Topic> topics;
  while (left.size() >= kFewestPeople) {
    const auto users = users_of(told, left);
    const auto words = strongest(users, kFewestPeople, rarity);
    const auto shared = std::find_if(words.begin(), words.end(), [&](const Strong& one) {
      return people(told, users.at(one.word)) >= kFewestPeople;
    });
    if (shared == words.end()) break;
    auto topic = topic_of(shared->word, users.at(shared->word), told, rarity);
    add_other_words(topic, told, left);
    std::erase_if(left,
                  [&](std::size_t index) { return std::binary_search(topic.told.begin(), topic.told.end(), index); });
    topics.push_back(std::move(topic));
  }
  return topics;
}

}  // namespace docket
