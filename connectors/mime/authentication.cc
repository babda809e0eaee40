#include "connectors/mime/authentication.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "config/text.h"
#include "connectors/mime/alabel.h"
#include "connectors/mime/authentication_results.h"

namespace docket {
namespace {

constexpr std::string_view kExchangeOnline = "exchange-online";

bool below(std::string_view domain, std::string_view parent) {
  return domain.size() > parent.size() && domain.ends_with(parent) && domain[domain.size() - parent.size() - 1] == '.';
}

bool has_dot(std::string_view domain) { return domain.find('.') != std::string_view::npos; }

/// The host that wrote a Received field, its peer, and whether the peer may be the host itself.
struct Hop {
  std::string by;
  bool inner = false;
};

/// An address in brackets is the host's own observation, not what the peer claims to be.
bool observed_from_outside(std::string_view received) {
  const auto open = received.find('[');
  if (open == std::string_view::npos) return false;
  const auto address = received.substr(open + 1, received.find(']', open) - open - 1);
  return address != "127.0.0.1" && address != "::1" && address != "ipv6:::1";
}

Hop read_hop(std::string_view received) {
  const auto text = ascii_lower(received);
  const auto bare = ' ' + without_comments(text);
  const auto word_after = [&](std::string_view name) {
    const auto at = bare.find(name);
    if (at == std::string::npos) return std::string_view();
    const auto rest = trim(std::string_view(bare).substr(at + name.size()));
    return rest.substr(0, rest.find_first_of(" \t;"));
  };
  const auto from = word_after(" from ");
  Hop hop;
  hop.by = word_after(" by ");
  // Without "from" a program of the host itself handed it in, as content filters do.
  hop.inner = from.empty() || ((from == hop.by || from == "localhost") && !observed_from_outside(text));
  return hop;
}

class Trust {
 public:
  explicit Trust(const std::vector<std::string>& ids) {
    for (const auto& id : ids) ids_.push_back(ascii_lower(trim(id)));
  }

  [[nodiscard]] bool covers(const AuthenticationResults& results) const {
    const auto id = results.authserv_id.empty() ? std::string(kExchangeOnline) : results.authserv_id;
    return std::find(ids_.begin(), ids_.end(), id) != ids_.end() &&
           !(id == kExchangeOnline && !results.authserv_id.empty());
  }

  /// The Received field by which a trusted host took the letter from outside: below it, anyone can have written.
  [[nodiscard]] bool is_border(std::string_view received) const {
    const auto hop = read_hop(received);
    return !hop.inner && std::any_of(ids_.begin(), ids_.end(), [&](const std::string& id) {
      if (id == kExchangeOnline) return below(hop.by, "mail.protection.outlook.com");
      return hop.by == id || (has_dot(id) && below(hop.by, id));
    });
  }

 private:
  std::vector<std::string> ids_;
};

/// The topmost trusted fields: those of one host stand together, between two Received fields. nullopt: there are none.
std::optional<std::vector<MethodResult>> trusted_results(const Letter& letter, const Trust& trust) {
  std::optional<std::vector<MethodResult>> found;
  for (const auto& header : letter.headers) {
    if (ascii_equal_nocase(header.name, "Received")) {
      if (found || trust.is_border(header.value)) break;
    } else if (ascii_equal_nocase(header.name, "Authentication-Results")) {
      const auto results = parse_authentication_results(header.value);
      if (!results || !trust.covers(*results)) continue;
      if (!found) found.emplace();
      found->insert(found->end(), results->methods.begin(), results->methods.end());
    }
  }
  return found;
}

std::optional<Authenticated> dmarc(const std::vector<MethodResult>& results, const std::string& from) {
  for (const auto& result : results) {
    if (result.method != "dmarc") continue;
    const auto* domain = result.property("header.from");
    if (domain != nullptr && !aligned(*domain, from)) continue;
    if (result.result == "pass") return Authenticated::pass;
    if (result.result == "fail") return Authenticated::fail;
  }
  return std::nullopt;
}

/// spf speaks for smtp.mailfrom, dkim for header.d or the domain of header.i.
const std::string* identity(const MethodResult& result) {
  if (result.method == "spf") return result.property("smtp.mailfrom");
  if (result.method != "dkim") return nullptr;
  const auto* domain = result.property("header.d");
  return domain != nullptr ? domain : result.property("header.i");
}

Authenticated by_alignment(const std::vector<MethodResult>& results, const std::string& from) {
  bool failed = false;
  for (const auto& result : results) {
    const auto* name = identity(result);
    if (name == nullptr || !aligned(*name, from)) continue;
    if (result.result == "pass") return Authenticated::pass;
    failed = failed || result.result == "fail";
  }
  return failed ? Authenticated::fail : Authenticated::unknown;
}

}  // namespace

bool aligned(std::string_view identity, const std::string& from) {
  const auto domain = ascii_domain(trim(identity.substr(identity.rfind('@') + 1)));
  if (!domain) return false;
  return *domain == from || below(*domain, from) || (has_dot(*domain) && below(from, *domain));
}

Authentication authentication(const Letter& letter, const std::vector<std::string>& trusted_authserv_ids) {
  if (trusted_authserv_ids.empty()) return {};
  const auto results = trusted_results(letter, Trust(trusted_authserv_ids));
  if (!results) return {};
  Authentication found{Authenticated::unknown, true};
  if (letter.from.size() != 1) return found;
  const std::string_view address = letter.from.front().address;
  const auto at = address.rfind('@');
  const auto from = at == std::string_view::npos ? std::nullopt : ascii_domain(address.substr(at + 1));
  if (from) found.verdict = dmarc(*results, *from).value_or(by_alignment(*results, *from));
  return found;
}

}  // namespace docket
