#include "daemon/outbox/outbox.h"

#include <mutex>

#include "daemon/casebook/reader.h"
#include "daemon/outbox/dispatch.h"
#include "daemon/outbox/prepare.h"

namespace docket {
namespace {

class BookOfCases final : public OutboxBook {
 public:
  explicit BookOfCases(CaseBook& book) : book_(book) {}
  [[nodiscard]] tl::expected<std::vector<OutboxRow>, Trouble> claim(int count) override { return book_.claim(count); }
  [[nodiscard]] tl::expected<void, Trouble> settle(std::span<const CaseBook::Sent> sent) override {
    return book_.settle(sent);
  }
  [[nodiscard]] tl::expected<void, Trouble> give_back(std::span<const std::string> ids, Time not_before) override {
    return book_.give_back(ids, not_before);
  }
  [[nodiscard]] std::optional<Time> next_due() override { return book_.next_due(); }

 private:
  CaseBook& book_;
};

}  // namespace

struct Outbox::State {
  State(CaseBook& book_, CurrentConfiguration configuration_, const Clock& clock_, LogLine log_,
        oauth2::Tokens& tokens_)
      : book(book_),
        configuration(std::move(configuration_)),
        clock(clock_),
        log(log_),
        tokens(tokens_),
        rows(book_),
        settings(configuration()->settings),
        dispatch(
            rows, [this](const OutboxRow& row) { return prepare(row); }, settings->mail.limits, clock, log) {}

  [[nodiscard]] tl::expected<Prepared, std::string> prepare(const OutboxRow& row);
  [[nodiscard]] tl::expected<std::optional<KeptInbound>, std::string> kept(const std::string& id);

  CaseBook& book;
  CurrentConfiguration configuration;
  const Clock& clock;
  LogLine log;
  oauth2::Tokens& tokens;
  BookOfCases rows;
  std::shared_ptr<const Settings> settings;
  std::mutex reading;
  std::unique_ptr<BookReader> reader;
  Dispatch dispatch;
};

/// The letter as stored; all lines share one reading connection, a look is short beside a sending.
tl::expected<std::optional<KeptInbound>, std::string> Outbox::State::kept(const std::string& id) {
  const std::lock_guard lock(reading);
  if (!reader) {
    auto opened = BookReader::open(settings->data);
    if (!opened) return tl::make_unexpected(opened.error());
    reader = std::move(*opened);
  }
  return reader->inbound(id);
}

tl::expected<Prepared, std::string> Outbox::State::prepare(const OutboxRow& row) {
  std::optional<KeptInbound> letter;
  if (is_made_from_letter(row)) {
    auto found = kept(row.inbound);
    if (!found) return tl::make_unexpected(found.error());
    letter = std::move(*found);
  }
  return prepare_row(row, *configuration(), book.keys(), letter, clock.now());
}

Outbox::Outbox(CaseBook& book, CurrentConfiguration configuration, const Clock& clock, LogLine log,
               oauth2::Tokens& tokens)
    : state_(std::make_unique<State>(book, std::move(configuration), clock, log, tokens)) {}

Outbox::~Outbox() = default;

void Outbox::start() {
  // In shadow mode nothing leaves, whatever the book holds.
  if (state_->settings->mode == Mode::shadow) return;
  state_->dispatch.start([&s = *state_] { return make_mail_sink(s.settings->mail, s.clock, s.tokens); });
}

void Outbox::wake() { state_->dispatch.wake(); }

void Outbox::stop(std::chrono::seconds limit) { state_->dispatch.stop(limit); }

Outbox::Health Outbox::health() const { return state_->dispatch.health(); }

}  // namespace docket
