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
  State(CaseBook& book_, CurrentConfiguration configuration_, const Clock& clock_, LogLine log_)
      : book(book_), configuration(std::move(configuration_)), clock(clock_), log(log_), rows(book_) {}

  [[nodiscard]] tl::expected<Prepared, std::string> prepare(const OutboxRow& row);
  [[nodiscard]] tl::expected<std::optional<KeptInbound>, std::string> kept(const std::string& id);

  CaseBook& book;
  CurrentConfiguration configuration;
  const Clock& clock;
  LogLine log;
  BookOfCases rows;
  std::filesystem::path data;
  std::mutex reading;
  std::unique_ptr<BookReader> reader;
  std::unique_ptr<Dispatch> dispatch;
};

/// The letter as stored; all lines share one reading connection, a look is short beside a sending.
tl::expected<std::optional<KeptInbound>, std::string> Outbox::State::kept(const std::string& id) {
  const std::lock_guard lock(reading);
  if (!reader) {
    auto opened = BookReader::open(data);
    if (!opened) return tl::make_unexpected(opened.error());
    reader = std::move(*opened);
  }
  return reader->inbound(id);
}

tl::expected<Prepared, std::string> Outbox::State::prepare(const OutboxRow& row) {
  std::optional<KeptInbound> letter;
  if (row.kind == "forward") {
    auto found = kept(row.inbound);
    if (!found) return tl::make_unexpected(found.error());
    letter = std::move(*found);
  }
  return prepare_row(row, *configuration(), book.keys(), letter, clock.now());
}

Outbox::Outbox(CaseBook& book, CurrentConfiguration configuration, const Clock& clock, LogLine log)
    : state_(std::make_unique<State>(book, std::move(configuration), clock, log)) {}

Outbox::~Outbox() = default;

void Outbox::start() {
  auto& s = *state_;
  const auto settings = s.configuration()->settings;
  // In shadow mode nothing leaves, whatever the book holds.
  if (settings->mode == Mode::shadow) return;
  s.data = settings->data;
  s.dispatch = std::make_unique<Dispatch>(
      s.rows, [&s](const OutboxRow& row) { return s.prepare(row); }, settings->mail.limits, s.clock, s.log);
  s.dispatch->start([&] { return make_mail_sink(settings->mail, s.clock); });
}

void Outbox::wake() {
  if (state_->dispatch) state_->dispatch->wake();
}

void Outbox::stop(std::chrono::seconds limit) {
  if (state_->dispatch) state_->dispatch->stop(limit);
}

Outbox::Health Outbox::health() const { return state_->dispatch ? state_->dispatch->health() : Health{}; }

}  // namespace docket
