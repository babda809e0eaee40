#include "connectors/mime/spam.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "config/text.h"
#include "connectors/mime/header_lookup.h"

namespace docket {
namespace {

/// Fields whose first word is the verdict.
struct Verdict {
  std::string_view field;
  std::string_view spam;
};

constexpr std::array kVerdicts{Verdict{"X-Spam-Flag", "yes"},
                               Verdict{"X-Spam-Flag", "true"},
                               Verdict{"X-Spam-Status", "yes"},
                               Verdict{"X-Mailgun-Sflag", "yes"},
                               Verdict{"X-SES-Spam-Verdict", "fail"},
                               Verdict{"X-SES-Virus-Verdict", "fail"},
                               Verdict{"X-Barracuda-Spam-Flag", "yes"},
                               Verdict{"X-Barracuda-Spam-Status", "yes"},
                               Verdict{"X-Spam", "yes"},
                               Verdict{"X-Spam", "true"},
                               Verdict{"X-Bogosity", "spam"},
                               Verdict{"X-DSPAM-Result", "spam"}};

constexpr int kSpamLevel = 5;  // Exchange files SCL 5 and above as junk

bool is_spam_level(std::string_view digits) {
  int level = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), level);
  return level >= kSpamLevel;
}

/// "CIP:192.0.2.1;CTRY:;SCL:5;SFV:SPM;…": the verdict alone, where a connector took the level out.
bool forefront_says_spam(std::string_view report) {
  const auto parts = split(report, ';');
  return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
    part = trim(part);
    const auto value = trim(part.substr(std::min<std::size_t>(part.size(), 4)));
    if (ascii_equal_nocase(part.substr(0, 4), "SFV:")) return ascii_equal_nocase(value, "SPM");
    return ascii_equal_nocase(part.substr(0, 4), "SCL:") && is_spam_level(value);
  });
}

}  // namespace

bool spam_verdict(const Letter& letter, bool junk_folder) {
  if (junk_folder) return true;
  return std::any_of(letter.headers.begin(), letter.headers.end(), [](const Header& header) {
    if (ascii_equal_nocase(header.name, "X-MS-Exchange-Organization-SCL")) return is_spam_level(trim(header.value));
    if (ascii_equal_nocase(header.name, "X-Forefront-Antispam-Report")) return forefront_says_spam(header.value);
    return std::any_of(kVerdicts.begin(), kVerdicts.end(), [&](const Verdict& verdict) {
      return ascii_equal_nocase(header.name, verdict.field) &&
             ascii_equal_nocase(first_word(header.value), verdict.spam);
    });
  });
}

}  // namespace docket
