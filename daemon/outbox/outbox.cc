#include "daemon/outbox/outbox.h"

#include <mutex>
#include <vector>

#include "daemon/casebook/reader.h"
#include "daemon/outbox/dispatch.h"
#include "daemon/outbox/prepare.h"

namespace docket {
namespace {

class BookOfCases final : public OutboxBook {
 public:
  BookOfCases(CaseBook& book, std::function<bool()> may_send) : book_(book), may_send_(std::move(may_send)) {}
  [[nodiscard]] tl::expected<std::vector<OutboxRow>, Trouble> claim(int count) override {
    if (may_send_ && !may_send_()) return std::vector<OutboxRow>{};
    return book_.claim(count);
  }
  [[nodiscard]] tl::expected<void, Trouble> settle(std::span<const CaseBook::Sent> sent) override {
    return book_.settle(sent);
  }
  [[nodiscard]] tl::expected<std::vector<OutboxRow>, Trouble> settle_and_claim(std::span<const CaseBook::Sent> sent,
                                                                               int count) override {
    return book_.settle_and_claim(sent, may_send_ && !may_send_() ? 0 : count);
  }
  [[nodiscard]] tl::expected<void, Trouble> give_back(std::span<const std::string> ids, Time not_before) override {
    return book_.give_back(ids, not_before);
  }
  [[nodiscard]] std::optional<Time> next_due() override {
    return may_send_ && !may_send_() ? std::nullopt : book_.next_due();
  }

 private:
  CaseBook& book_;
  std::function<bool()> may_send_;
};

}  // namespace

struct Outbox::State {
  State(CaseBook& book_, CurrentConfiguration configuration_, const Clock& clock_, LogLine log_,
        oauth2::Tokens& tokens_, const RecentLetters& recent_, std::function<bool()> may_send, Metrics* metrics)
      : book(book_),
        configuration(std::move(configuration_)),
        clock(clock_),
        log(log_),
        tokens(tokens_),
        recent(recent_),
        rows(book_, std::move(may_send)),
        settings(configuration()->settings),
        dispatch(
            rows, [this](const OutboxRow& row) { return prepare(row); }, settings->mail.limits, clock, log, metrics) {}

  [[nodiscard]] tl::expected<Prepared, std::string> prepare(const OutboxRow& row);
  /// Of the letter that the row is made from; null: it is not in the book.
  [[nodiscard]] tl::expected<std::shared_ptr<const Original>, std::string> original_of(const OutboxRow& row,
                                                                                       const Configuration& current);
  [[nodiscard]] tl::expected<std::optional<KeptInbound>, std::string> kept(const std::string& id);

  CaseBook& book;
  CurrentConfiguration configuration;
  const Clock& clock;
  LogLine log;
  oauth2::Tokens& tokens;
  const RecentLetters& recent;
  BookOfCases rows;
  std::shared_ptr<const Settings> settings;
  std::mutex mutex;
  std::vector<std::unique_ptr<BookReader>> readers;  ///< that no line uses just now
  Dispatch dispatch;
};

/// The letter as stored, through a reading connection that no other line uses: to unpack and check it takes a while.
tl::expected<std::optional<KeptInbound>, std::string> Outbox::State::kept(const std::string& id) {
  std::unique_ptr<BookReader> reader;
  {
    const std::lock_guard lock(mutex);
    if (!readers.empty()) {
      reader = std::move(readers.back());
      readers.pop_back();
    }
  }
  if (!reader) {
    auto opened = BookReader::open(settings->data);
    if (!opened) return tl::make_unexpected(opened.error());
    reader = std::move(*opened);
  }
  auto found = reader->inbound(id);
  const std::lock_guard lock(mutex);
  readers.push_back(std::move(reader));
  return found;
}

tl::expected<std::shared_ptr<const Original>, std::string> Outbox::State::original_of(const OutboxRow& row,
                                                                                      const Configuration& current) {
  if (auto found = recent.find(row.inbound)) return found;
  auto found = kept(row.inbound);
  if (!found) return tl::make_unexpected(found.error());
  if (!*found) return nullptr;
  return std::make_shared<const Original>(read_again(row, std::move((*found)->inbound), current, book.keys()));
}

tl::expected<Prepared, std::string> Outbox::State::prepare(const OutboxRow& row) {
  const auto current = configuration();
  if (!is_made_from_letter(row)) return prepare_row(row, *current, book.keys(), nullptr, clock.now());
  const auto original = original_of(row, *current);
  if (!original) return tl::make_unexpected(original.error());
  return prepare_row(row, *current, book.keys(), original->get(), clock.now());
}

Outbox::Outbox(CaseBook& book, CurrentConfiguration configuration, const Clock& clock, LogLine log,
               oauth2::Tokens& tokens, const RecentLetters& recent, std::function<bool()> may_send, Metrics* metrics)
    : state_(std::make_unique<State>(book, std::move(configuration), clock, log, tokens, recent, std::move(may_send),
                                     metrics)) {}

Outbox::~Outbox() = default;

void Outbox::start() {
  // In shadow mode nothing leaves, whatever the book holds.
  if (state_->settings->mode == Mode::shadow) return;
  state_->dispatch.start([&s = *state_] { return make_mail_sink(s.settings->mail, s.clock, s.tokens); });
}

void Outbox::wake() { state_->dispatch.wake(); }

void Outbox::expect() { state_->dispatch.expect(); }

void Outbox::stop(std::chrono::seconds limit) { state_->dispatch.stop(limit); }

Outbox::Health Outbox::health() const { return state_->dispatch.health(); }

}  // namespace docket
