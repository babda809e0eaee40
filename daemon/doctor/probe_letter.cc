#include "daemon/doctor/probe_letter.h"

#include <fmt/format.h>

#include "config/digest.h"
#include "connectors/mime/compose.h"
#include "connectors/probe.h"
#include "daemon/doctor/mail_out.h"
#include "daemon/doctor/secrets.h"
#include "daemon/doctor/sending_domain.h"

namespace docket::doctor {
namespace {

constexpr const char* kText =
    "This letter was sent by the command `docket doctor --probe`, to see that mail goes out and comes in.\n"
    "docket knows it as its own and lists it as ignored. It may be deleted.\n";

std::string address_of(const SourceSettings& source, const ImapSettings& imap) {
  if (!source.address.empty()) return source.address;
  return imap.login.user.find('@') == std::string::npos ? std::string() : imap.login.user;
}

/// What the letter's way said: where it is, how long that took, how it was signed.
Lines judge_arrival(const std::string& check, const Arrival& arrival, Time::duration took,
                    std::chrono::milliseconds patience) {
  using std::chrono::duration_cast;
  if (!arrival.trouble.empty()) return {broken(check, "sent, but nobody can look for it: " + arrival.trouble, "")};
  if (!arrival.arrived) {
    return {broken(
        check,
        fmt::format("sent, but not there after {} seconds", duration_cast<std::chrono::seconds>(patience).count()),
        "look for it in other folders (Junk, and name it in folders:), and in the mail server's log")};
  }
  return {ok(check, fmt::format("sent, and in {} after {:.1f} seconds; it stays there", arrival.folder,
                                static_cast<double>(duration_cast<std::chrono::milliseconds>(took).count()) / 1000))};
}

Lines probe_source(const SourceSettings& source, const ImapSettings& imap, const ProbeWish& wish, Resolver& resolver,
                   const Clock& clock) {
  const std::string check = "probe letter to " + source.name;
  if (has_refresh_token(imap.login) || has_refresh_token(std::get<SmtpSettings>(wish.settings.mail.way).login)) {
    return {warning(check, "not sent: a refresh token logs in here, which only the daemon may exchange",
                    "write to the address yourself and look whether it becomes a case")};
  }
  const auto to = address_of(source, imap);
  if (to.empty()) {
    return {warning(check, "not sent: nobody knows the mailbox's address", "write address: for the source")};
  }
  std::string message_id;
  const auto begun = clock.steady();
  const auto letter = probe_letter(wish, to, clock.now(), message_id);
  const auto sent = send_once(wish.settings.mail, letter, clock, wish.tokens);
  if (sent.kind != SendResult::Kind::sent) {
    return {broken(check, fmt::format("{} was not taken: {}", to, sent.reply), "mend mail out first")};
  }
  const auto arrival = await_letter(imap, message_id, clock, wish.patience, wish.tokens);
  const auto took = std::chrono::duration_cast<Time::duration>(clock.steady() - begun);
  Lines lines = judge_arrival(check, arrival, took, wish.patience);
  if (!arrival.arrived) return lines;
  const auto from = letter.mail_from.substr(letter.mail_from.rfind('@') + 1);
  const auto signature = judge_signature(arrival.header, from, resolver);
  lines.insert(lines.end(), signature.begin(), signature.end());
  return lines;
}

}  // namespace

OutgoingMail probe_letter(const ProbeWish& wish, const std::string& to, Time now, std::string& message_id) {
  constexpr std::size_t kRandom = 10;
  message_id = fmt::format("<doctor.{}@{}>", base32(random_octets(kRandom)), wish.settings.mail.domain);
  const auto addresses = from_addresses(wish.settings, wish.town);
  Draft draft;
  draft.from.address = addresses.empty() ? wish.town.clerk_address : addresses.front();
  draft.to = {{.name = "", .address = to}};
  draft.subject = "docket doctor: a probe letter";
  draft.message_id = message_id;
  draft.date = now;
  draft.extra = {
      {"Auto-Submitted", "auto-generated"}, {"X-Auto-Response-Suppress", "All"}, {"X-Docket-Instance", wish.instance}};
  draft.text = kText;
  return {.mail_from = draft.from.address, .to = to, .octets = compose(draft)};
}

Lines send_probes(const ProbeWish& wish, Resolver& resolver, const Clock& clock) {
  if (wish.settings.mode == Mode::shadow) {
    return {warning("probe letter", "not sent: mode: shadow sends nothing", "write mode: live when the town is ready")};
  }
  if (!std::holds_alternative<SmtpSettings>(wish.settings.mail.way)) {
    return {warning("probe letter", "not sent: letters are written to a folder instead of sent", "name mail: smtp")};
  }
  Lines lines;
  for (const auto& source : wish.settings.sources) {
    const auto* imap = std::get_if<ImapSettings>(&source.way);
    if (imap == nullptr) continue;
    const auto found = probe_source(source, *imap, wish, resolver, clock);
    lines.insert(lines.end(), found.begin(), found.end());
  }
  if (lines.empty())
    lines.push_back(warning("probe letter", "not sent: there is no IMAP source to look for it in", ""));
  return lines;
}

}  // namespace docket::doctor
