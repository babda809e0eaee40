#include "daemon/matters/matters.h"

#include <algorithm>

#include "config/text.h"
#include "daemon/matters/places.h"
#include "rules/fold.h"

namespace docket {
namespace {

bool is_of_staff(const Letter& letter, const Town& town) {
  const auto address = ascii_lower(letter.resident.value_or(""));
  if (address.empty()) return false;
  const auto domain = address.substr(std::min(address.rfind('@') + 1, address.size()));
  if (std::find(town.staff_domains.begin(), town.staff_domains.end(), domain) != town.staff_domains.end()) return true;
  return std::any_of(town.offices.begin(), town.offices.end(), [&](const auto& office) {
    const auto& senders = office.second.senders;
    return std::any_of(senders.begin(), senders.end(), [&](const std::string& sender) {
      const auto known = ascii_lower(sender);
      return known == address || known == "@" + domain;
    });
  });
}

bool is_of_a_machine(const Letter& letter, const Decision& if_joined) {
  if (letter.bounce || letter.null_sender || letter.own || letter.spam) return true;
  const auto& why = if_joined.withheld;
  return why == Withheld::automatic || why == Withheld::list || why == Withheld::null_sender || why == Withheld::own ||
         why == Withheld::spam;
}

}  // namespace

MatterSigns matter_signs(const Letter& letter, const Decision& if_joined, const Configuration& running,
                         const std::string& folded_text, const std::string& folded_subject) {
  MatterSigns signs;
  if (is_of_a_machine(letter, if_joined) || is_of_staff(letter, *running.town)) return signs;
  const auto words = letter.new_text == letter.text ? folded_text : word_form(letter.new_text);
  signs.sketch = sketch_of(words);
  if (running.places == nullptr || running.town->places.empty()) return signs;
  // The line breaks between the parts are no words: no place's name goes over them.
  signs.places =
      running.places->named_in(folded_subject + " \n " + words + " \n " + word_form(letter.location.address));
  return signs;
}

}  // namespace docket
