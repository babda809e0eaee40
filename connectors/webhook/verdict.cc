#include "connectors/webhook/verdict.h"

#include <algorithm>

#include "config/text.h"
#include "connectors/mime/address.h"
#include "connectors/mime/alabel.h"
#include "connectors/mime/authentication.h"

namespace docket::webhook {

Authenticated read_verdict(std::string_view word) {
  word = trim(word);
  if (ascii_equal_nocase(word, "pass")) return Authenticated::pass;
  return ascii_equal_nocase(word, "fail") ? Authenticated::fail : Authenticated::unknown;
}

Authenticated combine(Authenticated dmarc, const std::vector<Check>& checks, std::string_view from) {
  if (dmarc != Authenticated::unknown) return dmarc;
  // Of a letter with several authors none is proven by one domain.
  const auto authors = mime::parse_addresses(from, 2).addresses;
  const auto domain = authors.size() == 1
                          ? ascii_domain(std::string_view(authors[0].address).substr(authors[0].address.rfind('@') + 1))
                          : std::nullopt;
  const auto any = [&](Authenticated result) {
    return std::any_of(checks.begin(), checks.end(), [&](const Check& check) { return check.result == result; });
  };
  const bool proven =
      domain && std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
        return check.result == Authenticated::pass && !check.identity.empty() && aligned(check.identity, *domain);
      });
  if (proven) return Authenticated::pass;
  return any(Authenticated::fail) && !any(Authenticated::pass) ? Authenticated::fail : Authenticated::unknown;
}

}  // namespace docket::webhook
