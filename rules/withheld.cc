#include "rules/withheld.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "config/address.h"
#include "config/text.h"

namespace docket {
namespace {

std::string key_of(const std::string& address) { return address_key(address).value_or(ascii_lower(address)); }

/// Signs of a list are told apart: for people "a mailing list" and "an automatic reply" are two reasons.
bool has_sign(const Letter& letter, bool list) {
  return std::any_of(letter.automatic.begin(), letter.automatic.end(),
                     [&](const AutomaticSign& sign) { return sign.list == list; });
}

/// A form writes by machine for a person: its signs are no reason, unless it says that it answers another machine.
bool through_form(const Letter& letter, const Town& town) {
  if (letter.from.empty()) return false;
  const auto from = key_of(letter.from.front().address);
  const auto at = from.rfind('@');
  const auto domain = at == std::string::npos ? from : from.substr(at);
  return std::any_of(town.forms.begin(), town.forms.end(),
                     [&](const Form& form) { return form.from == from || form.from == domain; });
}

bool answers_a_machine(const Letter& letter) {
  return std::any_of(letter.automatic.begin(), letter.automatic.end(), [](const AutomaticSign& sign) {
    return ascii_equal_nocase(sign.sign, "Auto-Submitted") &&
           ascii_lower(sign.value).find("auto-replied") != std::string::npos;
  });
}

/// In the order of certainty. That it is our own comes first, since answering ourselves would never end.
std::optional<Withheld> as_machine(const Letter& letter, const Town& town) {
  const bool from_us = letter.resident && town.addresses.contains(key_of(*letter.resident));
  if (letter.own || from_us) return Withheld::own;
  if (letter.bounce) return Withheld::bounce;
  if (letter.null_sender || (letter.return_path && letter.return_path->empty())) return Withheld::null_sender;
  if (through_form(letter, town)) return answers_a_machine(letter) ? std::optional(Withheld::automatic) : std::nullopt;
  if (has_sign(letter, false)) return Withheld::automatic;
  if (has_sign(letter, true)) return Withheld::list;
  return std::nullopt;
}

}  // namespace

bool is_answered_in_reply(const Letter& letter) {
  static constexpr std::array<std::string_view, 4> kChannels{"sms", "form", "webhook", "open311"};
  return !letter.resident && std::find(kChannels.begin(), kChannels.end(), letter.channel) != kChannels.end();
}

bool is_proven(const Letter& letter) {
  // Other channels have no From to forge: a call, a visit or a signed webhook came by a way of its own.
  if (letter.channel != "email") return true;
  if (letter.authentication_configured) return letter.authenticated == Authenticated::pass;
  if (!letter.return_path) return true;
  const auto path = key_of(*letter.return_path);
  // Of several authors only one is answered: that one must be the sender, or each letter could be aimed at a stranger.
  if (letter.from.size() > 1) return letter.resident && key_of(*letter.resident) == path;
  return !letter.from.empty() && key_of(letter.from.front().address) == path;
}

std::optional<Withheld> withheld(const Letter& letter, const Decision& decision, const Town& town,
                                 bool acknowledge_never, bool spam_unhandled) {
  if (decision.outcome == Decision::Outcome::ignored) return Withheld::ignored;
  if (const auto machine = as_machine(letter, town)) return machine;
  if (!letter.resident && !is_answered_in_reply(letter)) return Withheld::no_address;
  // A rule's word stands before spam and proof: whoever wrote the rule then finds it named as the reason.
  if (acknowledge_never || decision.resident_none) return Withheld::rule;
  if (spam_unhandled) return Withheld::spam;
  if (!is_proven(letter)) return Withheld::unproven;
  return std::nullopt;
}

}  // namespace docket
