#include "daemon/serve/daemon.h"

#include <fmt/format.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>
#include <utility>

#include "config/heartbeat.h"
#include "config/log_fields.h"
#include "config/text.h"
#include "config/version.h"
#include "connectors/http/fetch.h"
#include "connectors/http/sockets.h"
#include "connectors/oauth2/tokens.h"
#include "connectors/source.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/book_check.h"
#include "daemon/casebook/reader.h"
#include "daemon/casebook/room.h"
#include "daemon/intake/letter_intake.h"
#include "daemon/metrics.h"
#include "daemon/outbox/outbox.h"
#include "daemon/process.h"
#include "daemon/serve/control_api.h"
#include "daemon/serve/log.h"
#include "daemon/serve/notify.h"
#include "daemon/serve/overview.h"
#include "daemon/serve/public_door.h"
#include "daemon/serve/rounds.h"
#include "daemon/serve/rounds_thread.h"
#include "daemon/serve/saved.h"
#include "daemon/serve/staff_door.h"

namespace docket {
namespace {

constexpr int kError = 3;
constexpr int kWarning = 4;
constexpr int kNotice = 5;
constexpr auto kDrain = std::chrono::seconds(8);  // of the ten that SIGTERM allows
constexpr std::size_t kLargestInjected = std::size_t{200} << 20U;

std::uintmax_t largest_letter(const Settings& settings) {
  std::uintmax_t largest = 0;
  for (const auto& source : settings.sources) largest = std::max<std::uintmax_t>(largest, source.max_size);
  return largest;
}

/// A large book takes longer than a service may take to start.
void upgrading(const std::string& line) {
  notify("EXTEND_TIMEOUT_USEC=600000000\nSTATUS=" + line);
  log_line(kNotice, line);
}

BookOptions book_options(const Settings& settings, Room& room, Metrics& metrics) {
  BookOptions options;
  options.upgrading = &upgrading;
  options.make_room = [&room] { return room.make(); };
  options.committed = [&metrics](std::chrono::nanoseconds took) { metrics.committed(took); };
  options.data = settings.data;
  options.mode = settings.mode;
  options.limits = settings.mail.limits;
  options.domain = settings.mail.domain;
  return options;
}

/// No memory, say: the next time may go better.
void guarded(const char* what, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    log_line(kError, fmt::format("{} broke off: {}", what, error.what()));
  }
}

}  // namespace

/// Members are in the order of their lives: what stands below uses what stands above, and ends before it.
struct Daemon::State {
  std::filesystem::path folder;
  const Clock& clock;
  std::string settings_text;
  std::shared_ptr<const Settings> settings;
  std::unique_ptr<Room> room;
  Metrics metrics;
  std::unique_ptr<CaseBook> book;
  std::unique_ptr<BookCheck> check;
  std::unique_ptr<BookReader> status_reader;
  std::mutex status_mutex;
  std::unique_ptr<Acceptance> acceptance;
  std::unique_ptr<oauth2::Tokens> tokens;
  RecentLetters recent;
  std::unique_ptr<Outbox> outbox;
  std::unique_ptr<Rounds> rounds;
  std::unique_ptr<Saved> saved;
  std::unique_ptr<LetterIntake> intake;
  std::unique_ptr<ControlApi> api;
  std::unique_ptr<HttpServer> control;
  std::unique_ptr<PublicSite> site;
  std::unique_ptr<HttpServer> public_door;
  std::unique_ptr<HttpServer> staff_door;
  std::map<std::string, int> given;  ///< sockets of systemd
  std::vector<std::unique_ptr<Source>> sources;
  std::vector<std::jthread> source_threads;
  std::unique_ptr<Overview> overview;
  std::unique_ptr<RoundsThread> rounds_thread;
  Time started{};
  bool room_was_short = false;
  std::atomic<int> rounds_damaged = 0;  ///< since the book was found to be damaged
  bool stopped = false;

  State(std::filesystem::path folder_, const Clock& clock_) : folder(std::move(folder_)), clock(clock_) {}

  std::optional<Failure> load_settings_file();
  std::optional<Failure> open_book();
  void make_sources();
  void start_sources();
  void open_doors();
  void look_at_room();
  std::vector<AlarmCondition> conditions();
  bool is_damaged();
};

std::optional<Daemon::Failure> Daemon::State::load_settings_file() {
  Problems problems;
  const auto file = read_settings_file(folder, problems);
  auto loaded = file ? load_settings(*file, folder, problems) : std::nullopt;
  if (!loaded) return Failure{2, reasons_of(problems)};
  for (const auto& problem : problems) log_line(kWarning, to_string(problem));
  settings_text = file->text;
  settings = std::make_shared<const Settings>(std::move(*loaded));
  return std::nullopt;
}

std::optional<Daemon::Failure> Daemon::State::open_book() {
  room = std::make_unique<Room>(settings->data, largest_letter(*settings), clock, &log_line);
  room->prepare_to_open();
  auto opened = CaseBook::open(book_options(*settings, *room, metrics), clock);
  // A full disk mends without anybody touching a setting: it is worth another start.
  if (!opened) return Failure{room->has_for_letters() ? 2 : 75, opened.error()};
  book = std::move(*opened);
  auto reader = BookReader::open(settings->data);
  if (!reader) return Failure{70, reader.error()};
  status_reader = std::move(*reader);
  if (book->is_unchecked()) {
    log_line(kNotice, "after an unclean stop the case book is looked through for damage while docket runs");
    check = std::make_unique<BookCheck>(settings->data / "docket.db", [this] {
      if (const auto noted = book->checked(); !noted) log_line(kWarning, noted.error().text);
      log_line(kNotice, "the case book is whole");
    });
  }
  return std::nullopt;
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
  const auto current = [this] { return acceptance->current(); };
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
  staff_door = open_staff_door(
      *settings, [this] { return overview->metrics(); }, given, &log_line);
}

/// Whoever is paged hears of it first.
bool Daemon::State::is_damaged() {
  const auto damage = check ? check->damage() : std::nullopt;
  if (!damage) return false;
  if (rounds_damaged++ == 0) rounds->book_is_damaged(*damage);
  return true;
}

/// Who waited for room need not wait for its next look.
void Daemon::State::look_at_room() {
  room->look();
  const bool is_short = !room->has_for_letters();
  if (std::exchange(room_was_short, is_short) && !is_short) {
    outbox->wake();
    for (const auto& source : sources) source->look_now();
  }
}

/// Everything that is wrong just now.
std::vector<AlarmCondition> Daemon::State::conditions() {
  Signs signs;
  signs.now = clock.now();
  signs.started = started;
  signs.open_hours = acceptance->current()->calendar->is_open(signs.now);
  for (const auto& source : sources) signs.sources.push_back({settings->source(source->name()), source->health()});
  if (site) signs.webhooks_refused = site->refused_lately();
  signs.mail_out = outbox->health();
  signs.tokens = tokens->troubles();
  const Heartbeat::Waiting waiting("disk");
  if (const auto disk = room->disk()) {
    signs.free_space = disk->free;
    signs.free_files = disk->files;
  }
  signs.disk_trouble = room->trouble();
  const std::lock_guard lock(status_mutex);
  try {
    signs.book = status_reader->figures(signs.now);
    signs.refused_rules = status_reader->refused_rules();
    signs.held_rules = status_reader->held_rules();
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
  s.acceptance = std::make_unique<Acceptance>(Acceptance::Collaborators{
      s.folder, s.settings_text, s.settings, *s.book, clock, s.metrics, [&s] { s.rounds->rules_changed(); }});
  if (auto failure = s.acceptance->start()) return tl::unexpected(*failure);
  auto reader = BookReader::open(s.settings->data);
  if (!reader) return tl::unexpected(Failure{70, reader.error()});
  std::unique_ptr<Daemon> daemon(new Daemon(std::move(state)));
  const auto current = [&s] { return s.acceptance->current(); };
  s.started = clock.now();
  s.tokens =
      std::make_unique<oauth2::Tokens>(s.settings->data / "tokens", oauth2::accounts_of(*s.settings), clock, &log_line);
  s.outbox = std::make_unique<Outbox>(
      *s.book, current, clock, &log_line, *s.tokens, s.recent, [&s] { return s.room->has_for_sending(); }, &s.metrics);
  const auto wake = [&s] { s.outbox->wake(); };
  s.rounds = std::make_unique<Rounds>(Rounds::Collaborators{*s.book, *s.settings, clock, &log_line, wake});
  s.saved = std::make_unique<Saved>(Saved::Collaborators{
      *s.book, clock, current, [&s] { return s.acceptance->on_disk(); },
      [&s](const ReloadOrder& order, const OnDisk& disk) { return s.acceptance->judge(order, disk); }, wake});
  LetterIntake::Collaborators taking{
      .book = *s.book, .configuration = current, .log = &log_line, .wake_outbox = wake, .clock = clock};
  taking.recent = &s.recent;
  taking.metrics = &s.metrics;
  taking.expect_rows = [&s] { s.outbox->expect(); };
  taking.has_room = [&s] { return s.room->has_for_letters(); };
  s.intake = std::make_unique<LetterIntake>(std::move(taking));
  s.api = std::make_unique<ControlApi>(
      ControlApi::Collaborators{*s.book, *s.intake, clock, current,
                                [d = daemon.get()](const ReloadOrder& order) { return d->reload(order); },
                                [&s] { return s.saved->look(); }, [d = daemon.get()] { return d->status().dump(); },
                                [&s] { return s.overview->metrics(); }, wake},
      std::move(*reader));
  s.make_sources();
  auto overview_reader = BookReader::open(s.settings->data);
  if (!overview_reader) return tl::unexpected(Failure{70, overview_reader.error()});
  s.overview = std::make_unique<Overview>(
      Overview::Collaborators{*s.settings, clock, current, [&s] { return s.conditions(); }, s.sources, *s.outbox,
                              *s.intake, s.metrics, s.started, settings_version(s.settings_text)},
      std::move(*overview_reader));
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
  log_line(kNotice, fmt::format("docket {} runs, rules {}", version(), s.acceptance->current()->version) +
                        log_field("event", "started"));
  return daemon;
}

Daemon::Daemon(std::unique_ptr<State> state) : state_(std::move(state)) {}
Daemon::~Daemon() { stop(); }

ReloadResult Daemon::reload(const ReloadOrder& order) {
  auto& acceptance = *state_->acceptance;
  return acceptance.judge(order, acceptance.on_disk());
}

void Daemon::tick() {
  state_->look_at_room();
  state_->rounds->go(*state_->acceptance->current(), state_->overview->look());
  state_->saved->tend();
}

void Daemon::start_rounds(std::chrono::milliseconds pace, std::function<void()> reload) {
  const auto round = [this] {
    log_repeats();
    if (!state_->is_damaged()) tick();
    give_memory_back();
  };
  state_->rounds_thread =
      std::make_unique<RoundsThread>(RoundsThread::Work{[round] { guarded("a round", round); },
                                                        [reload = std::move(reload)] { guarded("a reload", reload); }},
                                     pace);
}

void Daemon::reload_soon() { state_->rounds_thread->reload_soon(); }

nlohmann::json Daemon::status() { return state_->overview->status(); }

std::string Daemon::status_line() { return state_->overview->status_line(); }

std::vector<std::string> Daemon::state_lines() { return state_->overview->state(); }

std::optional<std::string> Daemon::damage() {
  // A round later: the command that pages is ended with the daemon.
  return state_->check && state_->rounds_damaged > 1 ? state_->check->damage() : std::nullopt;
}

void Daemon::stop() {
  auto& s = *state_;
  if (s.stopped) return;
  s.stopped = true;
  s.rounds_thread.reset();
  s.check.reset();
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
  if (s.staff_door) s.staff_door->stop();
  if (s.control) s.control->stop();
  if (s.intake) s.intake->stop();
  sending.join();
  if (s.control) (void)s.book->event("daemon", "stopped", "", "");  // else it never started
  s.book->close_cleanly();
}

}  // namespace docket
