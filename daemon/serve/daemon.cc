#include "daemon/serve/daemon.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "config/digest.h"
#include "config/text.h"
#include "config/version.h"
#include "connectors/http/fetch.h"
#include "connectors/http/sockets.h"
#include "connectors/oauth2/tokens.h"
#include "connectors/source.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/reader.h"
#include "daemon/intake/letter_intake.h"
#include "daemon/lost_offices.h"
#include "daemon/outbox/outbox.h"
#include "daemon/serve/control_api.h"
#include "daemon/serve/log.h"
#include "daemon/serve/public_door.h"
#include "daemon/serve/rounds.h"

namespace docket {
namespace {

constexpr int kError = 3;
constexpr int kWarning = 4;
constexpr int kNotice = 5;
constexpr auto kDrain = std::chrono::seconds(8);  // of the ten that SIGTERM allows
constexpr std::size_t kLargestInjected = std::size_t{200} << 20U;

std::string text_of(const Problems& problems) {
  std::string text;
  for (const auto& problem : problems) text += to_string(problem) + "\n";
  return text;
}

BookOptions book_options(const Settings& settings) {
  BookOptions options;
  options.data = settings.data;
  options.mode = settings.mode;
  options.limits = settings.mail.limits;
  options.domain = settings.mail.domain;
  return options;
}

std::vector<std::string> problems_of(const std::vector<AlarmCondition>& conditions) {
  std::vector<std::string> problems;
  for (const auto& condition : conditions) {
    if (condition.unhealthy) problems.push_back(condition.text);
  }
  return problems;
}

}  // namespace

/// Members are in the order of their lives: what stands below uses what stands above, and ends before it.
struct Daemon::State {
  std::filesystem::path folder;
  const Clock& clock;
  std::string settings_text;
  std::shared_ptr<const Settings> settings;
  std::unique_ptr<CaseBook> book;
  std::unique_ptr<BookReader> status_reader;
  std::mutex status_mutex;
  RunningConfiguration configuration;
  std::mutex reloading;
  std::unique_ptr<oauth2::Tokens> tokens;
  std::unique_ptr<Outbox> outbox;
  std::unique_ptr<Rounds> rounds;
  std::unique_ptr<LetterIntake> intake;
  std::unique_ptr<ControlApi> api;
  std::unique_ptr<HttpServer> control;
  std::unique_ptr<PublicSite> site;
  std::unique_ptr<HttpServer> public_door;
  std::map<std::string, int> given;  ///< sockets of systemd
  std::vector<std::unique_ptr<Source>> sources;
  std::vector<std::jthread> source_threads;
  Time started{};
  bool stopped = false;

  State(std::filesystem::path folder_, const Clock& clock_) : folder(std::move(folder_)), clock(clock_) {}

  std::optional<Failure> load_settings_file();
  std::optional<Failure> open_book();
  std::optional<Failure> load_first_configuration();
  std::shared_ptr<const Configuration> build_from_disk(Problems& problems);
  [[nodiscard]] bool keeps_offices(const Configuration& next, Problems& problems) const;
  void accept(const std::shared_ptr<const Configuration>& next, const std::string& who);
  void make_sources();
  void start_sources();
  void open_doors();
  std::vector<AlarmCondition> conditions();
};

std::optional<Daemon::Failure> Daemon::State::load_settings_file() {
  Problems problems;
  const auto file = read_settings_file(folder, problems);
  auto loaded = file ? load_settings(*file, folder, problems) : std::nullopt;
  if (!loaded) return Failure{2, text_of(problems)};
  for (const auto& problem : problems) log_line(kWarning, to_string(problem));
  settings_text = file->text;
  settings = std::make_shared<const Settings>(std::move(*loaded));
  return std::nullopt;
}

std::optional<Daemon::Failure> Daemon::State::open_book() {
  auto opened = CaseBook::open(book_options(*settings), clock);
  if (!opened) return Failure{2, opened.error()};
  book = std::move(*opened);
  auto reader = BookReader::open(settings->data);
  if (!reader) return Failure{70, reader.error()};
  status_reader = std::move(*reader);
  return std::nullopt;
}

/// What lies on disk when it is good; else the last accepted, loudly; else there is nothing to run.
std::optional<Daemon::Failure> Daemon::State::load_first_configuration() {
  Problems problems;
  std::shared_ptr<const Configuration> next;
  if (auto files = read_town_files(folder, problems)) {
    next = build_configuration(settings, std::move(*files), clock.now(), problems);
    if (next && !keeps_offices(*next, problems)) next = nullptr;
  }
  if (next) {
    for (const auto& problem : problems) log_line(kWarning, to_string(problem));
    accept(next, "daemon");
    return std::nullopt;
  }
  const auto refused = text_of(problems);
  auto kept = book->last_accepted();
  Problems of_kept;
  if (kept) next = build_configuration(settings, std::move(*kept), clock.now(), of_kept);
  if (!next) return Failure{2, refused};
  log_line(kError, "town, rules or templates on disk are refused; the last accepted ones run. " + refused);
  if (const auto noted = book->refused(refused); !noted) return Failure{75, noted.error().text};
  configuration.set(std::move(next));
  return std::nullopt;
}

std::shared_ptr<const Configuration> Daemon::State::build_from_disk(Problems& problems) {
  const auto file = read_settings_file(folder, problems);
  const bool settings_good = file && load_settings(*file, folder, problems);
  auto files = read_town_files(folder, problems);
  if (!files || !settings_good) return nullptr;
  auto next = build_configuration(settings, std::move(*files), clock.now(), problems);
  if (next && !keeps_offices(*next, problems)) return nullptr;
  if (next && file->text != settings_text) {
    problems.push_back({Severity::warning, {file->name, 0, 0}, "docket.yaml changed: taken at the next start", ""});
  }
  return next;
}

/// False, with the problems: an office that has open cases is gone.
bool Daemon::State::keeps_offices(const Configuration& next, Problems& problems) const {
  const auto without = book->open_cases_without_office(*next.town);
  if (!without) log_line(kWarning, "whether offices with open cases are gone is not known: " + without.error().text);
  return !without || add_lost_offices(*without, next.files.town, problems) == 0;
}

void Daemon::State::accept(const std::shared_ptr<const Configuration>& next, const std::string& who) {
  configuration.set(next);
  const auto accepted = book->accept(next->files, next->rules->on_persons(), who);
  if (!accepted) log_line(kError, "the accepted rules could not be kept: " + accepted.error().text);
  if (const auto cleared = book->refused(""); !cleared) log_line(kError, cleared.error().text);
}

void Daemon::State::make_sources() {
  for (const auto& source_settings : settings->sources) {
    auto source = make_source(source_settings, settings->mode, *intake, clock, &log_line, *tokens);
    if (source) sources.push_back(std::move(source));
  }
}

void Daemon::State::start_sources() {
  for (const auto& source : sources) {
    source_threads.emplace_back([raw = source.get()](const std::stop_token& stop) {
      try {
        raw->run(stop);
      } catch (const std::exception& error) {
        log_line(kError, fmt::format("source {} ended: {}", raw->name(), error.what()));
      }
    });
  }
}

/// Whoever asks from here on finds all there is; only nothing moves yet. Throws std::runtime_error.
void Daemon::State::open_doors() {
  const auto look = [this](const std::string& name) {
    for (const auto& source : sources) {
      if (name.empty() || source->name() == name) source->look_now();
    }
  };
  const auto current = [this] { return configuration.get(); };
  PublicSite::Collaborators with{
      Taking({*intake, clock, &log_line, book->was_unclean()}), clock, current, &log_line, look, *book, [this] {
        outbox->wake();
      }};
  site = std::make_unique<PublicSite>(std::move(with), *settings, &fetch_https);  // before the first `status`
  HttpLimits limits;
  limits.body = kLargestInjected;
  limits.in_flight = 4 * kLargestInjected;
  limits.deadline = std::chrono::seconds(120);
  control = HttpServer::on_unix_socket(settings->control, settings->operators_group, limits,
                                       [this](const HttpRequest& request) { return api->answer(request); });
  public_door = open_public_door(*settings, *site, given, &log_line);
}

/// Everything that is wrong just now.
std::vector<AlarmCondition> Daemon::State::conditions() {
  Signs signs;
  signs.now = clock.now();
  signs.started = started;
  signs.open_hours = configuration.get()->calendar->is_open(signs.now);
  for (const auto& source : sources) signs.sources.push_back({settings->source(source->name()), source->health()});
  if (site) signs.webhooks_refused = site->refused_lately();
  signs.mail_out = outbox->health();
  signs.tokens = tokens->troubles();
  std::error_code unknown;
  const auto space = std::filesystem::space(settings->data, unknown);
  if (!unknown) signs.free_space = space.available;
  const std::lock_guard lock(status_mutex);
  try {
    signs.book = status_reader->figures(signs.now);
    signs.refused_rules = status_reader->refused_rules();
  } catch (const std::exception& error) {
    signs.book_trouble = error.what();
  }
  return judge_conditions(signs, *settings);
}

tl::expected<std::unique_ptr<Daemon>, Daemon::Failure> Daemon::start(const std::filesystem::path& folder,
                                                                     const Clock& clock) {
  auto state = std::make_unique<State>(folder, clock);
  auto& s = *state;
  s.given = http::take_given_sockets();  // it changes the environment: before any thread
  if (auto failure = s.load_settings_file()) return tl::unexpected(*failure);
  if (auto failure = s.open_book()) return tl::unexpected(*failure);
  if (auto failure = s.load_first_configuration()) return tl::unexpected(*failure);
  auto reader = BookReader::open(s.settings->data);
  if (!reader) return tl::unexpected(Failure{70, reader.error()});
  std::unique_ptr<Daemon> daemon(new Daemon(std::move(state)));
  const auto current = [&s] { return s.configuration.get(); };
  s.started = clock.now();
  s.tokens =
      std::make_unique<oauth2::Tokens>(s.settings->data / "tokens", oauth2::accounts_of(*s.settings), clock, &log_line);
  s.outbox = std::make_unique<Outbox>(*s.book, current, clock, &log_line, *s.tokens);
  const auto wake = [&s] { s.outbox->wake(); };
  s.rounds = std::make_unique<Rounds>(Rounds::Collaborators{*s.book, *s.settings, clock, &log_line, wake});
  s.intake = std::make_unique<LetterIntake>(LetterIntake::Collaborators{*s.book, current, &log_line, wake, clock});
  s.api = std::make_unique<ControlApi>(
      ControlApi::Collaborators{*s.book, *s.intake, clock, current,
                                [d = daemon.get()](const ReloadOrder& order) { return d->reload(order); },
                                [d = daemon.get()] { return d->status().dump(); }, wake},
      std::move(*reader));
  s.make_sources();
  try {
    s.open_doors();
  } catch (const std::runtime_error& error) {
    return tl::unexpected(Failure{2, error.what()});
  }
  const auto noted = s.book->event("daemon", "started", s.book->was_unclean() ? "after an unclean stop" : "", "");
  if (!noted) log_line(kError, noted.error().text);
  daemon->tick();
  s.outbox->start();
  s.start_sources();
  log_line(kNotice, fmt::format("docket {} runs, rules {}", version(), s.configuration.get()->version));
  return daemon;
}

Daemon::Daemon(std::unique_ptr<State> state) : state_(std::move(state)) {}
Daemon::~Daemon() { stop(); }

ReloadResult Daemon::reload(const ReloadOrder& order) {
  auto& s = *state_;
  const std::lock_guard lock(s.reloading);
  ReloadResult result;
  const auto next = s.build_from_disk(result.problems);
  if (!next) {
    const auto text = text_of(result.problems);
    log_line(kError, "reload refused, what ran runs on: " + text);
    if (const auto noted = s.book->refused(text); !noted) log_line(kError, noted.error().text);
    return result;
  }
  result.version = next->version;
  if (order.way != ReloadOrder::Way::take) {
    result.comparison = compare_newest(*s.configuration.get(), *next);
    const bool insists =
        order.way == ReloadOrder::Way::insist && (order.version.empty() || order.version == next->version);
    if (!insists && (!result.comparison || is_worth_asking(*result.comparison))) return result;
  }
  s.accept(next, order.who);
  result.taken = true;
  log_line(kNotice, fmt::format("reloaded by {}, rules {}", order.who, next->version));
  s.rounds->rules_changed();
  return result;
}

void Daemon::tick() {
  const auto running = state_->configuration.get();
  state_->rounds->go(*running, state_->conditions());
}

nlohmann::json Daemon::status() {
  auto& s = *state_;
  const auto conditions = s.conditions();
  const auto problems = problems_of(conditions);
  auto notes = nlohmann::json::array();
  for (const auto& condition : conditions) {
    if (!condition.unhealthy) notes.push_back(condition.text);
  }
  auto sources = nlohmann::json::array();
  for (const auto& source : s.sources) {
    const auto health = source->health();
    const nlohmann::json last =
        health.last_success == Time{} ? nlohmann::json() : nlohmann::json(rfc3339(health.last_success));
    sources.push_back({{"name", source->name()},
                       {"last_success", last},
                       {"caught_up", health.caught_up},
                       {"trouble", health.trouble}});
  }
  return {{"running", true},
          {"healthy", problems.empty()},
          {"problems", problems},
          {"notes", notes},
          {"sources", sources},
          {"mode", s.settings->mode == Mode::live ? "live" : "shadow"},
          {"version", version()},
          {"rule_set", s.configuration.get()->version},
          {"settings", "sha256:" + sha256_hex(s.settings_text)}};
}

std::string Daemon::status_line() {
  const auto problems = problems_of(state_->conditions());
  return problems.empty() ? "healthy" : fmt::format("{} problems: {}", problems.size(), problems.front());
}

void Daemon::stop() {
  auto& s = *state_;
  if (s.stopped) return;
  s.stopped = true;
  if (s.tokens) s.tokens->stop();
  // Beside the rest: a mail server that is slow to take a letter must not use up the others' time.
  std::jthread sending([&s] {
    if (s.outbox) s.outbox->stop(kDrain);
  });
  for (auto& thread : s.source_threads) thread.request_stop();
  for (auto& thread : s.source_threads) {
    if (thread.joinable()) thread.join();
  }
  if (s.public_door) s.public_door->stop();
  if (s.control) s.control->stop();
  if (s.intake) s.intake->stop();
  sending.join();
  if (s.control) (void)s.book->event("daemon", "stopped", "", "");  // else it never started
  s.book->close_cleanly();
}

}  // namespace docket
