// The conversation with one IMAP server (RFC 9051, 3501): one command in flight, every answer kept in its bounds.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/imap/connection.h"
#include "connectors/imap/data.h"
#include "connectors/imap/failure.h"
#include "connectors/imap/pace.h"
#include "connectors/imap/reader.h"
#include "connectors/imap/words.h"

namespace docket::imap {

/// What SELECT or EXAMINE told.
struct Selected {
  Uid uid_validity = 0;
  bool read_only = false;
  bool keeps_keywords = false;  ///< PERMANENTFLAGS has \* or $Docket
};

/// Used by one thread. After Failure::lost or malformed only destruction is left.
class Session {
 public:
  using OnFetched = std::function<void(Fetched)>;
  /// Done once between a command and its answer, while the server is at work.
  using Meanwhile = std::function<void()>;

  /// References outlive the session; the connection is open.
  Session(Connection& connection, const Pace& pace, ReaderLimits limits);

  /// Asks for the capabilities and throws away what libcurl may have left of the login.
  [[nodiscard]] Result<void> start();
  [[nodiscard]] bool can(const std::string& capability) const { return capabilities_.contains(capability); }
  [[nodiscard]] const std::set<std::string>& capabilities() const { return capabilities_; }
  /// The mailboxes that can be opened, as the server lists them; the first few thousand.
  [[nodiscard]] Result<std::vector<ListedFolder>> list();
  [[nodiscard]] Result<Selected> select(const std::string& folder, bool read_only);
  [[nodiscard]] bool has_open(const std::string& folder) const { return open_folder_ == folder; }
  /// \Junk by special use, or a name that says so.
  [[nodiscard]] Result<bool> is_junk(const std::string& folder);
  /// Ascending UIDs, e.g. of "ALL" or "UID 5:*".
  [[nodiscard]] Result<std::vector<Uid>> search(const std::string& criteria);
  /// `octets`: an estimate of what comes, for the deadline.
  [[nodiscard]] Result<void> fetch(std::span<const Uid> uids, const std::string& items, std::uint64_t octets,
                                   const OnFetched& on_fetched, const Meanwhile& meanwhile = {});
  /// Of all from `first` on; the last letter is always among them (RFC 9051 section 9, seq-range).
  [[nodiscard]] Result<void> fetch_from(Uid first, const std::string& items, const OnFetched& on_fetched);
  [[nodiscard]] Result<void> add_flags(std::span<const Uid> uids, const std::string& flags);
  /// UID MOVE, or UID COPY, \Deleted and UID EXPUNGE of exactly these (RFC 4315, 6851).
  [[nodiscard]] Result<void> move(std::span<const Uid> uids, const std::string& folder);
  /// Waits for news (RFC 2177) at most so long; `told` is called when somebody else knows of some.
  [[nodiscard]] Result<void> idle(Pace::Duration limit, const Wake& told);
  [[nodiscard]] Result<void> noop();
  void log_out();

  /// Letters have come since the last search or fetch_from().
  [[nodiscard]] bool news() const { return news_; }
  [[nodiscard]] Uid exists() const { return exists_; }
  [[nodiscard]] bool stop_requested() const { return connection_.stop_requested(); }

 private:
  using OnData = std::function<Result<void>(const Head&, Response&)>;
  Result<Status> run(const std::string& command, std::uint64_t octets, const OnData& on_data,
                     const Meanwhile& meanwhile = {});
  Result<void> fetch_set(const std::string& set, const std::string& items, std::uint64_t octets,
                         const OnFetched& on_fetched, const Meanwhile& meanwhile);
  Result<Status> finish(const std::string& tag, std::uint64_t octets, const OnData& on_data);
  Result<void> wait_for_news(Pace::Duration limit, const Wake& told);
  Result<Response> next_response(Pace::Duration& patience);
  /// false: the time is over.
  Result<bool> read_more(Pace::Duration limit, const Wake* told = nullptr);
  Result<void> note(const Head& head);
  [[nodiscard]] tl::unexpected<Failure> broken(Failure failure) const;
  [[nodiscard]] std::string next_tag();

  Connection& connection_;
  const Pace& pace_;
  ResponseReader reader_;
  std::size_t line_limit_;
  std::string_view unread_;  ///< of the connection's buffer
  std::set<std::string> capabilities_;
  std::optional<std::string> open_folder_;
  std::string tag_prefix_;
  int tags_ = 0;
  Uid exists_ = 0;
  bool news_ = false;
};

}  // namespace docket::imap
