#include "daemon/doctor/examine.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <future>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "config/text.h"
#include "config/version.h"
#include "connectors/http/knock.h"
#include "connectors/http/peer.h"
#include "connectors/server_link.h"
#include "daemon/casebook/keys.h"
#include "daemon/configuration.h"
#include "daemon/control/client.h"
#include "daemon/doctor/book.h"
#include "daemon/doctor/machine.h"
#include "daemon/doctor/mail_out.h"
#include "daemon/doctor/mailboxes.h"
#include "daemon/doctor/probe_letter.h"
#include "daemon/doctor/rights.h"
#include "daemon/doctor/running.h"
#include "daemon/doctor/secrets.h"
#include "daemon/doctor/sending_domain.h"
#include "daemon/doctor/systemd.h"
#include "daemon/owner.h"
#include "daemon/serve/on_disk.h"

namespace docket::doctor {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using std::chrono::milliseconds;

constexpr milliseconds kServer{20'000};  ///< for one mailbox, or the way out
constexpr milliseconds kBookCheck{10'000};
constexpr std::chrono::seconds kDaemon{10};

class Examination {
 public:
  Examination(const Wish& wish, Resolver& resolver, const Clock& clock, const Tell& tell)
      : wish_(wish), resolver_(resolver), clock_(clock), tell_(tell) {}

  void run() {
    if (!files()) return;
    daemon();
    tell(judge_rights(look_at_files(wish_.folder, settings_)));
    if (!settings_.operators_group.empty()) tell_(judge_group(look_at_group(settings_.operators_group)));
    strengths();
    mailboxes();
    if (std::holds_alternative<SmtpSettings>(settings_.mail.way)) mail_out();
    listener();
    domains();
    if (wish_.probe) probe();
    as_owner();
  }

 private:
  void tell(const Lines& lines) {
    for (const auto& line : lines) tell_(line);
  }

  /// False: there are no settings to go on with.
  bool files() {
    Problems problems;
    configuration_ = load_configuration(wish_.folder, clock_.now(), problems);
    tell(judge_files(problems, configuration_ != nullptr, wish_.command));
    Problems told_already;
    const auto file = read_settings_file(wish_.folder, told_already);
    auto settings = file ? load_settings(*file, wish_.folder, told_already) : std::nullopt;
    if (!settings) return false;
    settings_ = std::move(*settings);
    running_.settings_on_disk = settings_version(file->text);
    if (configuration_) running_.rules_on_disk = configuration_->version;
    tell(judge_expiries(settings_, clock_.now()));
    return true;
  }

  void daemon() {
    unit_ = unit_of(wish_.folder);
    const auto facts = ask_systemd(unit_);
    running_.control = settings_.control.string();
    running_.installed = version();
    const auto answer = ask_daemon(settings_.control, "GET", "/status", {}, {}, kDaemon);
    if (answer) {
      status_ = json::parse(answer->body, nullptr, false);
      running_.answer = Running::Answer::silent;
      if (answer->status == 200 && status_.is_object()) take_status(running_, status_);
    } else if (answer.error() != ControlError::not_running) {
      const bool refused = answer.error() == ControlError::refused;
      running_.answer = refused ? Running::Answer::refused : Running::Answer::silent;
    }
    running_.program_replaced = is_program_replaced();
    tell(judge_running(running_));
    tell(judge_unit(facts.unit));
    settings_ = Credentials(facts.credentials, credentials_folder(unit_)).readable(std::move(settings_));
    tokens_ = tokens_to_try(settings_, clock_);
  }

  /// The daemon writes its process into the lock.
  [[nodiscard]] bool is_program_replaced() const {
    if (running_.answer != Running::Answer::running) return false;
    std::ifstream in(settings_.data / "lock");
    std::string process;
    std::getline(in, process);
    if (process.empty() || process.find_first_not_of("0123456789") != std::string::npos) return false;
    std::error_code unreadable;
    return fs::read_symlink("/proc/" + process + "/exe", unreadable).string().ends_with(" (deleted)");
  }

  void strengths() {
    for (const auto& named : secrets_of(settings_)) {
      const auto secret = read_secret(named.secret);
      if (secret) tell_(judge_strength(named, *secret));
      if (!secret && named.secret.kind == Secret::Kind::file) {
        tell_(broken(named.check, secret.error(), "put it there, for docket's user to read"));
      }
    }
  }

  /// What only the unit is given cannot be tried by hand.
  [[nodiscard]] static std::optional<std::string> missing_credential(const Login& login) {
    const auto& secret = login.oauth2 ? login.oauth2->client_secret : login.password;
    const bool elsewhere = secret.kind == Secret::Kind::credential || secret.kind == Secret::Kind::env;
    return !login.user.empty() && elsewhere && !read_secret(secret) ? std::optional(secret.name) : std::nullopt;
  }

  [[nodiscard]] Said said_of(const std::string& source) const {
    if (running_.answer != Running::Answer::running) return Said::nothing;
    for (const auto& one : status_.value("sources", json::array())) {
      if (one.value("name", "") != source) continue;
      return one.value("trouble", "").empty() && one["last_success"].is_string() ? Said::well : Said::trouble;
    }
    return Said::nothing;
  }

  [[nodiscard]] Said said_of_mail_out() const {
    if (running_.answer != Running::Answer::running) return Said::nothing;
    return running_.healthy ? Said::well : Said::trouble;
  }

  void mailboxes() {
    std::vector<std::pair<const SourceSettings*, std::future<MailboxProbe>>> probes;
    for (const auto& source : settings_.sources) {
      const auto* imap = std::get_if<ImapSettings>(&source.way);
      if (imap == nullptr) continue;
      if (has_refresh_token(imap->login)) {
        tell_(judge_token("source " + source.name, said_of(source.name)));
        continue;
      }
      if (const auto credential = missing_credential(imap->login)) {
        tell_(judge_untried("source " + source.name, *credential, said_of(source.name), unit_));
        continue;
      }
      probes.emplace_back(&source, std::async(std::launch::async, [this, settings = *imap]() mutable {
        // In shadow mode docket itself only examines.
        if (settings_.mode == Mode::shadow) settings.after = ImapSettings::After::keep;
        return probe_mailbox(settings, clock_, kServer, *tokens_);
      }));
    }
    for (auto& [source, found] : probes) tell(judge_mailbox(*source, found.get(), clock_.now()));
  }

  void mail_out() {
    if (const auto* smtp = std::get_if<SmtpSettings>(&settings_.mail.way)) {
      if (has_refresh_token(smtp->login)) return tell_(judge_token("mail out", said_of_mail_out()));
      if (const auto credential = missing_credential(smtp->login)) {
        return tell_(judge_untried("mail out", *credential, said_of_mail_out(), unit_));
      }
    }
    const auto tried = configuration_ ? from_addresses(settings_, *configuration_->town) : std::vector<std::string>{};
    tell(judge_mail_out(settings_.mail, probe_mail_out(settings_.mail, tried, clock_, kServer, *tokens_), tried,
                        clock_.now()));
  }

  void listener() {
    if (!settings_.desk_public || running_.answer != Running::Answer::running) return;
    ListenerFacts facts;
    const auto& at = *settings_.desk_public;
    facts.where = at.is_unix() ? "unix:" + at.socket.string() : fmt::format("{}:{}", at.address, at.port);
    facts.trouble = http::knock(at, settings_.desk_tls.has_value(), milliseconds{5000});
    if (settings_.desk_tls) {
      const auto& file = settings_.desk_tls->certificate;
      std::ifstream in(file, std::ios::binary);
      facts.certificate_ends = end_of_certificate(std::string(std::istreambuf_iterator<char>(in), {}));
      if (!facts.certificate_ends) facts.certificate_trouble = file.string() + " holds no certificate that can be read";
    }
    tell(judge_listener(facts, clock_.now()));
  }

  void domains() {
    if (!configuration_ || !std::holds_alternative<SmtpSettings>(settings_.mail.way)) return;
    for (const auto& domain : sending_domains(settings_, *configuration_->town)) {
      tell(judge_domain(domain, resolver_));
      if (!wish_.probe) {
        tell_(ok("domain " + domain + ": DKIM", "not checked: only a letter shows what it is signed with",
                 wish_.command + " doctor --probe sends one and looks"));
      }
    }
  }

  void probe() {
    if (!configuration_) return;
    const auto keys = Keys::load(settings_.data / "keys");
    if (!keys) {
      return tell_(
          broken("probe letter", "not sent: " + keys.error(), "ask as root, or as the owner of the data folder"));
    }
    tell(send_probes({settings_, *configuration_->town, *tokens_, keys->instance()}, resolver_, clock_));
  }

  /// What docket's own user must be able to do.
  void as_owner() {
    const auto& data = settings_.data;
    std::error_code ignored;
    auto facts = look_at_clock(clock_.now());
    if (!become_owner_of(data)) {
      tell_(broken("data folder", "cannot become the owner of " + data.string(), ""));
    } else if (fs::exists(data, ignored) && ::access(data.c_str(), R_OK | W_OK | X_OK) != 0) {
      tell_(warning("data folder",
                    fmt::format("not looked at: {} may not look into {}", http::login_of(::geteuid()), data.string()),
                    "sudo " + wish_.command + " doctor"));
    } else {
      const auto book = inspect_book(data, running_.answer == Running::Answer::running, kBookCheck);
      facts.last_event = book.last_event;
      tell(judge_book(book, clock_.now()));
      if (fs::exists(data, ignored)) tell_(judge_sync(measure_sync(data)));
    }
    maildirs();
    disks();
    tell(judge_clock(facts));
    tell(judge_versions(versions_here()));
  }

  void maildirs() {
    for (const auto& source : settings_.sources) {
      if (const auto* maildir = std::get_if<MaildirSettings>(&source.way)) {
        tell(judge_maildir(source, look_at_maildir(maildir->path)));
      }
    }
    if (std::holds_alternative<MaildirSettings>(settings_.mail.way)) mail_out();
  }

  void disks() {
    std::set<std::uint64_t> told;
    std::error_code ignored;
    for (const auto& folder : {settings_.data, fs::path("/var/backups/docket"), fs::temp_directory_path(ignored)}) {
      const auto facts = look_at_disk(fs::exists(folder, ignored) ? folder : folder.parent_path());
      if (!facts || (folder != settings_.data && !fs::exists(folder, ignored))) continue;
      if (told.insert(facts->device).second) tell(judge_disk(*facts, folder == settings_.data));
    }
  }

  const Wish& wish_;
  Resolver& resolver_;
  const Clock& clock_;
  const Tell& tell_;
  std::shared_ptr<const Configuration> configuration_;
  Settings settings_;
  Running running_;
  json status_;
  std::string unit_;
  std::unique_ptr<oauth2::Tokens> tokens_;
};

}  // namespace

void examine(const Wish& wish, Resolver& resolver, const Clock& clock, const Tell& tell) {
  Examination(wish, resolver, clock, tell).run();
}

}  // namespace docket::doctor
