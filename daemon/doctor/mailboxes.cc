#include "daemon/doctor/mailboxes.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "config/text.h"
#include "connectors/http/peer.h"

namespace docket::doctor {
namespace {

std::string named(const std::vector<std::string>& folders) {
  constexpr std::size_t kMost = 12;
  std::string text;
  for (std::size_t i = 0; i < std::min(folders.size(), kMost); ++i) text += (i == 0 ? "" : ", ") + folders[i];
  return folders.size() > kMost ? text + fmt::format(" and {} more", folders.size() - kMost) : text;
}

/// What to look at, by what the server or its absence said.
std::string next_for(const MailboxProbe& probe, const Endpoint& server) {
  if (probe.reached) {
    return "try user and password in a mail program; where the provider wants OAuth2 or an app password, docket init "
           "--guided says how";
  }
  if (probe.trouble.find("expired") != std::string::npos) return "whoever runs that server renews its certificate";
  if (probe.trouble.find("certificate") != std::string::npos) {
    return fmt::format(
        "openssl s_client -connect {}:{} shows it; for a private authority name its file as ca:", server.host,
        server.port != 0           ? server.port
        : server.scheme == "imaps" ? 993
                                   : 143);
  }
  return "compare url: with the provider's page, and let the firewall pass it";
}

Line judge_folder(const std::string& check, const FolderProbe& folder, const ImapSettings& imap,
                  const std::vector<std::string>& all) {
  const std::string name = check + ", folder " + folder.name;
  if (!folder.exists) {
    const auto meant = nearest(folder.name, all);
    return broken(name, "there is no such folder; there are: " + named(all),
                  meant ? "write '" + *meant + "' in folders:" : "make it, or name one of these in folders:");
  }
  if (!folder.readable) {
    return broken(name, "it cannot be opened: " + folder.trouble, "give the user the right to read it");
  }
  if (folder.read_only) {
    return broken(name, "it may only be read: letters can be neither flagged nor moved",
                  "give the user the right to change it, or write after: keep");
  }
  if (imap.after == ImapSettings::After::flag && !folder.keeps_keywords) {
    return broken(name, "the server keeps no keywords in it, which after: flag needs", "write after: keep or move");
  }
  return ok(name, fmt::format("{} letters", folder.messages));
}

/// Whether letters can be moved to where the settings want them.
Line judge_move(const std::string& check, const MailboxProbe& probe, const std::string& target) {
  const std::string name = check + ", move to " + target;
  if (!probe.move && !probe.uidplus) {
    return broken(name, "the server can move no letters safely (neither MOVE nor UIDPLUS)",
                  "write after: keep or flag");
  }
  if (std::find(probe.all_folders.begin(), probe.all_folders.end(), target) == probe.all_folders.end()) {
    return broken(name, "there is no such folder; there are: " + named(probe.all_folders),
                  "make it in a mail program: docket makes none");
  }
  return ok(name, probe.move ? "it is there, and the server moves (MOVE)" : "it is there (UIDPLUS)");
}

bool may_change(const std::filesystem::path& folder) { return ::access(folder.c_str(), R_OK | W_OK | X_OK) == 0; }

}  // namespace

Lines judge_mailbox(const SourceSettings& source, const MailboxProbe& probe, Time now) {
  const auto& imap = std::get<ImapSettings>(source.way);
  const std::string check = "source " + source.name;
  const std::string where = fmt::format("{} at {}", imap.login.user, imap.server.host);
  if (!probe.logged_in) return {broken(check, where + ": " + probe.trouble, next_for(probe, imap.server))};
  const bool no_idle = imap.idle && !probe.idle;
  Lines lines{ok(check, fmt::format("{}: logged in{}{}", where, imap.server.tls_none ? ", not encrypted" : " over TLS",
                                    no_idle     ? "; no IDLE there, it is asked every half minute"
                                    : imap.idle ? ", IDLE tells of new letters at once"
                                                : ""))};
  if (!probe.trouble.empty()) {
    lines.push_back(broken(check, where + ": " + probe.trouble, "try again; then ask the provider"));
  }
  for (const auto& folder : probe.folders) {
    if (probe.trouble.empty() || folder.readable) lines.push_back(judge_folder(check, folder, imap, probe.all_folders));
  }
  if (imap.after == ImapSettings::After::move) lines.push_back(judge_move(check, probe, imap.move_to));
  if (probe.certificate_ends) {
    lines.push_back(judge_end(check + ": certificate", "the certificate of " + imap.server.host,
                              *probe.certificate_ends, now, "whoever runs that server renews it"));
  }
  return lines;
}

Line judge_token(const std::string& check, Said said) {
  const std::string text = "not tried: it logs in with a refresh token, which only the daemon may exchange";
  if (said == Said::well) return ok(check, text + "; the running daemon sees no trouble with it");
  return warning(check, text + (said == Said::trouble ? "; the daemon has trouble with it" : ""),
                 "docket status, while docket runs, says whether it is logged in");
}

Line judge_untried(const std::string& check, const std::string& credential, Said said, const std::string& unit) {
  const auto next = fmt::format(
      "sudo docket doctor reads what {1} is given; where even root cannot (encrypted): systemd-run --pty -p "
      "LoadCredentialEncrypted={0}:FILE docket doctor",
      credential, unit);
  const auto text = fmt::format("not tried: its secret '{}' is given to {} alone", credential, unit);
  if (said == Said::well) return ok(check, text + "; the running daemon sees no trouble with it", next);
  return warning(check, text + (said == Said::trouble ? "; the daemon has trouble with it" : ""), next);
}

MaildirFacts look_at_maildir(const std::filesystem::path& path) {
  MaildirFacts facts;
  struct stat arrivals {};
  struct stat done {};
  facts.there = ::stat((path / "new").c_str(), &arrivals) == 0 && ::stat((path / "cur").c_str(), &done) == 0;
  facts.owner = http::login_of(::geteuid());
  if (!facts.there) return facts;
  facts.one_system = arrivals.st_dev == done.st_dev;
  facts.may_change = may_change(path / "new") && may_change(path / "cur");
  std::error_code ignored;
  for (auto file = std::filesystem::directory_iterator(path / "new", ignored);
       !ignored && file != std::filesystem::directory_iterator(); file.increment(ignored)) {
    if (file->path().filename().string().front() != '.') ++facts.waiting;
  }
  return facts;
}

Lines judge_maildir(const SourceSettings& source, const MaildirFacts& facts) {
  const std::string path = std::get<MaildirSettings>(source.way).path.string();
  const std::string check = "source " + source.name;
  if (!facts.there) {
    return {broken(check, path + " is no Maildir that can be looked into: new/ or cur/ is missing",
                   "mend path:, or make the folders new, cur and tmp in it")};
  }
  if (!facts.may_change) {
    return {broken(check, fmt::format("{} may not move letters from new/ to cur/ in {}", facts.owner, path),
                   "give docket's user read, write and search on both, e.g. through a common group")};
  }
  if (!facts.one_system) {
    return {broken(check, path + ": new/ and cur/ lie on two file systems, so that letters cannot be renamed",
                   "put both on one")};
  }
  return {ok(check, fmt::format("{}: {} letters wait in new/", path, facts.waiting))};
}

Lines judge_listener(const ListenerFacts& facts, Time now) {
  Lines lines;
  if (facts.trouble.empty()) {
    lines.push_back(ok("public listener", facts.where + " answers"));
  } else {
    lines.push_back(broken("public listener", fmt::format("{} does not answer: {}", facts.where, facts.trouble),
                           "journalctl -u docket; ss -ltnp shows who else has the port"));
  }
  if (!facts.certificate_trouble.empty()) {
    lines.push_back(broken("public listener: certificate", facts.certificate_trouble, "mend desk.tls in docket.yaml"));
  }
  if (facts.certificate_ends) {
    lines.push_back(judge_end("public listener: certificate", "the certificate of desk.tls", *facts.certificate_ends,
                              now, "renew it; docket takes the new file by itself"));
  }
  return lines;
}

}  // namespace docket::doctor
