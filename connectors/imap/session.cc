#include "connectors/imap/session.h"

#include <algorithm>
#include <array>
#include <utility>

#include "config/digest.h"
#include "config/failpoint.h"
#include "config/text.h"

namespace docket::imap {

namespace {

const auto kIgnore = [](const Head&, Response&) -> Result<void> { return {}; };

Result<void> nothing(Result<Status> done) {
  if (!done) return tl::unexpected(done.error());
  return {};
}

bool named_junk(std::string_view folder) {
  const std::size_t slash = folder.find_last_of("/.");
  const std::string_view last = slash == std::string_view::npos ? folder : folder.substr(slash + 1);
  constexpr std::array<std::string_view, 4> kNames{"Junk", "Spam", "Junk E-mail", "Junk Email"};
  return std::any_of(kNames.begin(), kNames.end(), [last](auto name) { return ascii_equal_nocase(last, name); });
}

}  // namespace

Session::Session(Connection& connection, const Pace& pace, ReaderLimits limits)
    : connection_(connection), pace_(pace), reader_(limits), line_limit_(limits.line) {
  // Nothing in a letter can be taken for an answer, and nobody could guess the tag either.
  constexpr std::size_t kRandom = 5;
  tag_prefix_ = "d" + base32(random_octets(kRandom));
}

std::string Session::next_tag() { return tag_prefix_ + std::to_string(++tags_); }

Result<void> Session::start() {
  const std::string tag = next_tag();
  if (auto sent = connection_.send(tag + " CAPABILITY\r\n", pace_.silence); !sent) return sent;
  // Up to our own answer everything is a left-over, even half a line: libcurl keeps what came with the login's OK.
  std::string text;
  const std::string mark = tag + " OK";
  constexpr std::size_t kMost = std::size_t{64} << 10U;
  const auto complete = [&] {
    const std::size_t at = text.find(mark);
    return at != std::string::npos && (at == 0 || text[at - 1] == '\n') && text.find("\r\n", at) != std::string::npos;
  };
  while (!complete()) {
    const auto more = connection_.receive(pace_.silence);
    if (!more) return tl::unexpected(more.error());
    if (more->empty()) return fail(Failure::Kind::lost, "the server does not answer");
    text.append(*more);
    if (text.size() > kMost || text.find(tag + " BAD") != std::string::npos) {
      return fail(Failure::Kind::malformed, "the server does not tell its capabilities");
    }
  }
  for (const std::string_view line : split(text, '\n')) {
    const auto head = parse_head(trim(line));
    if (!head || head->word != "CAPABILITY") continue;
    for (const std::string_view word : split(head->rest, ' ')) {
      std::string name(word);
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
      capabilities_.insert(std::move(name));
    }
  }
  return {};
}

Result<Selected> Session::select(const std::string& folder, bool read_only) {
  const auto name = quoted_mailbox(folder);
  if (!name) return fail(Failure::Kind::refused, "a folder name with a line break");
  Selected selected;
  exists_ = 0;
  open_folder_.reset();
  const auto done =
      run((read_only ? "EXAMINE " : "SELECT ") + *name, 0, [&selected](const Head& head, Response&) -> Result<void> {
        if (head.word != "OK") return {};
        const Status status = parse_status(head.rest);
        if (status.code == "UIDVALIDITY") {
          const auto numbers = parse_search(status.arguments);
          if (numbers && numbers->size() == 1) selected.uid_validity = numbers->front();
        }
        if (status.code == "PERMANENTFLAGS") {
          for (const std::string& word : parse_words(status.arguments)) {
            if (word == "\\*" || ascii_equal_nocase(word, "$Docket")) selected.keeps_keywords = true;
          }
        }
        return {};
      });
  if (!done) return tl::unexpected(done.error());
  if (selected.uid_validity == 0) return fail(Failure::Kind::malformed, "the server gives no UIDVALIDITY");
  selected.read_only = done->code == "READ-ONLY";
  open_folder_ = folder;
  news_ = false;
  return selected;
}

Result<std::vector<ListedFolder>> Session::list() {
  constexpr std::size_t kMost = 5000;
  std::vector<ListedFolder> folders;
  const auto done = run("LIST \"\" \"*\"", 0, [&](const Head& head, Response& response) -> Result<void> {
    if (head.word != "LIST" || folders.size() >= kMost) return {};
    auto folder = parse_list(head.rest, std::move(response.literals));
    if (!folder) return fail(Failure::Kind::malformed, folder.error());
    const auto& words = folder->attributes;
    const bool opens = std::none_of(words.begin(), words.end(), [](const std::string& word) {
      return ascii_equal_nocase(word, "\\Noselect") || ascii_equal_nocase(word, "\\NonExistent");
    });
    if (opens) folders.push_back(std::move(*folder));
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return folders;
}

Result<bool> Session::is_junk(const std::string& folder) {
  if (named_junk(folder)) return true;
  const auto name = quoted_mailbox(folder);
  if (!name || folder.find_first_of("*%") != std::string::npos || !can("SPECIAL-USE")) return false;
  bool junk = false;
  const std::string options = can("LIST-EXTENDED") ? " RETURN (SPECIAL-USE)" : "";
  const auto done = run("LIST \"\" " + *name + options, 0, [&junk](const Head& head, Response&) -> Result<void> {
    if (head.word != "LIST") return {};
    for (const std::string& word : parse_words(head.rest)) junk = junk || ascii_equal_nocase(word, "\\Junk");
    return {};
  });
  if (!done && done.error().kind != Failure::Kind::refused) return tl::unexpected(done.error());
  return junk;
}

Result<std::vector<Uid>> Session::search(const std::string& criteria) {
  constexpr std::size_t kSlack = 1000;
  constexpr std::size_t kLongest = std::size_t{32} << 20U;
  constexpr std::size_t kDigits = 11;
  const std::size_t most = std::size_t{exists_} + kSlack;
  news_ = false;
  reader_.set_line_limit(std::min(line_limit_ + most * kDigits, kLongest));
  std::vector<Uid> uids;
  const std::string options = can("ESEARCH") ? "RETURN (ALL) " : "";
  const auto done = run("UID SEARCH " + options + criteria, 0, [&](const Head& head, Response&) -> Result<void> {
    if (head.word != "SEARCH" && head.word != "ESEARCH") return {};
    auto found = head.word == "SEARCH" ? parse_search(head.rest) : parse_esearch(head.rest, most);
    if (!found) return fail(Failure::Kind::malformed, found.error());
    uids.insert(uids.end(), found->begin(), found->end());
    return {};
  });
  reader_.set_line_limit(line_limit_);
  if (!done) return tl::unexpected(done.error());
  std::sort(uids.begin(), uids.end());
  uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
  return uids;
}

Result<void> Session::fetch(std::span<const Uid> uids, const std::string& items, std::uint64_t octets,
                            const OnFetched& on_fetched, const Meanwhile& meanwhile) {
  bool first = true;
  for (const UidChunk& chunk : uid_chunks(uids)) {
    const auto& once = std::exchange(first, false) ? meanwhile : Meanwhile();
    if (auto done = fetch_set(chunk.set, items, octets, on_fetched, once); !done) return done;
  }
  return {};
}

Result<void> Session::fetch_from(Uid first, const std::string& items, const OnFetched& on_fetched) {
  news_ = false;
  return fetch_set(std::to_string(first) + ":*", items, 0, on_fetched, {});
}

Result<void> Session::fetch_set(const std::string& set, const std::string& items, std::uint64_t octets,
                                const OnFetched& on_fetched, const Meanwhile& meanwhile) {
  const auto on_data = [&](const Head& head, Response& response) -> Result<void> {
    if (head.word != "FETCH") return {};
    auto fetched = parse_fetch(head.rest, std::move(response.literals));
    if (!fetched) {
      return tl::unexpected(Failure{Failure::Kind::malformed, fetched.error(), {}, uid_of_partial(response.line)});
    }
    on_fetched(std::move(*fetched));
    return {};
  };
  return nothing(run("UID FETCH " + set + ' ' + items, octets, on_data, meanwhile));
}

Result<void> Session::add_flags(std::span<const Uid> uids, const std::string& flags) {
  for (const UidChunk& chunk : uid_chunks(uids)) {
    auto done = nothing(run("UID STORE " + chunk.set + " +FLAGS.SILENT (" + flags + ")", 0, kIgnore));
    if (!done) return done;
  }
  return {};
}

Result<void> Session::move(std::span<const Uid> uids, const std::string& folder) {
  const auto name = quoted_mailbox(folder);
  if (!name) return fail(Failure::Kind::refused, "a folder name with a line break");
  if (!can("MOVE") && !can("UIDPLUS")) {
    return fail(Failure::Kind::refused, "the server can move no letters safely (neither MOVE nor UIDPLUS)");
  }
  for (const UidChunk& chunk : uid_chunks(uids)) {
    std::vector<std::string> commands{"UID MOVE " + chunk.set + ' ' + *name};
    if (!can("MOVE")) {
      commands = {"UID COPY " + chunk.set + ' ' + *name, "UID STORE " + chunk.set + " +FLAGS.SILENT (\\Deleted)",
                  "UID EXPUNGE " + chunk.set};
    }
    for (const std::string& command : commands) {
      if (auto done = nothing(run(command, 0, kIgnore)); !done) return done;
    }
  }
  return {};
}

Result<void> Session::noop() { return nothing(run("NOOP", 0, kIgnore)); }

Result<void> Session::idle(Pace::Duration limit, const Wake& told) {
  const std::string tag = next_tag();
  if (auto sent = connection_.send(tag + " IDLE\r\n", pace_.silence); !sent) return sent;
  bool entered = false;
  Pace::Duration patience = pace_.silence;
  while (!entered) {
    auto response = next_response(patience);
    if (!response) return tl::unexpected(response.error());
    const auto head = parse_head(response->line);
    if (!head) return fail(Failure::Kind::malformed, head.error());
    if (auto noted = note(*head); !noted) return noted;
    if (head->kind == Head::Kind::tagged) return fail(Failure::Kind::refused, "IDLE refused");
    entered = head->kind == Head::Kind::continuation;
  }
  if (auto waited = wait_for_news(limit, told); !waited) {
    if (waited.error().kind == Failure::Kind::stopped) (void)connection_.send("DONE\r\n", Pace::Duration{0});
    return waited;
  }
  if (auto sent = connection_.send("DONE\r\n", pace_.silence); !sent) return sent;
  return nothing(finish(tag, 0, kIgnore));
}

Result<void> Session::wait_for_news(Pace::Duration limit, const Wake& told) {
  const auto end = connection_.clock().steady() + limit;
  while (!news_) {
    while (!reader_.ready()) {
      const auto now = connection_.clock().steady();
      if (now >= end) return {};
      const auto more = read_more(std::chrono::ceil<Pace::Duration>(end - now), &told);
      if (!more) return tl::unexpected(more.error());
      if (!*more) return {};
    }
    const Response response = reader_.take();
    const auto head = parse_head(response.line);
    if (!head || head->kind == Head::Kind::tagged) return fail(Failure::Kind::malformed, "an odd answer during IDLE");
    if (auto noted = note(*head); !noted) return noted;
  }
  return {};
}

void Session::log_out() { (void)connection_.send(next_tag() + " LOGOUT\r\n", Pace::Duration{0}); }

Result<Status> Session::run(const std::string& command, std::uint64_t octets, const OnData& on_data,
                            const Meanwhile& meanwhile) {
  const std::string tag = next_tag();
  if (auto sent = connection_.send(tag + ' ' + command + "\r\n", pace_.silence); !sent) {
    return tl::unexpected(sent.error());
  }
  failpoint(command.starts_with("UID STORE")  ? "after-store"
            : command.starts_with("UID MOVE") ? "after-move"
                                              : "after-command");
  if (meanwhile) meanwhile();
  return finish(tag, octets, on_data);
}

Result<Status> Session::finish(const std::string& tag, std::uint64_t octets, const OnData& on_data) {
  Pace::Duration patience = pace_.command + std::chrono::seconds{octets / pace_.octets_per_second};
  while (true) {
    auto response = next_response(patience);
    if (!response) return tl::unexpected(response.error());
    const auto head = parse_head(response->line);
    if (!head) return fail(Failure::Kind::malformed, head.error());
    if (auto noted = note(*head); !noted) return tl::unexpected(noted.error());
    if (head->kind == Head::Kind::continuation) return fail(Failure::Kind::malformed, "an odd continuation");
    if (head->kind == Head::Kind::untagged) {
      if (auto seen = on_data(*head, *response); !seen) return tl::unexpected(seen.error());
      continue;
    }
    if (head->tag != tag) return fail(Failure::Kind::malformed, "an answer to a command nobody sent");
    Status status = parse_status(head->rest);
    if (head->word == "OK") return status;
    return fail(is_busy(status) ? Failure::Kind::lost : Failure::Kind::refused,
                "the server says " + head->word + ": " + clean(status.text), status.code);
  }
}

Result<void> Session::note(const Head& head) {
  if (head.kind != Head::Kind::untagged) return {};
  if (head.word == "BYE") {
    return fail(Failure::Kind::lost, "the server says goodbye: " + clean(parse_status(head.rest).text));
  }
  if (head.word == "EXISTS" && head.number) {
    news_ = news_ || *head.number > exists_;
    exists_ = *head.number;
  }
  if (head.word == "EXPUNGE" && exists_ > 0) --exists_;
  return {};
}

Result<Response> Session::next_response(Pace::Duration& patience) {
  while (!reader_.ready()) {
    const auto before = connection_.clock().steady();
    const bool hurried = patience < pace_.silence;
    const auto more = read_more(std::min(pace_.silence, patience));
    // Only waiting counts: while the book makes us wait, the server is not to blame.
    patience -= std::chrono::ceil<Pace::Duration>(connection_.clock().steady() - before);
    if (!more) return broken(more.error());
    const bool too_slow = (*more || hurried) && patience.count() <= 0 && !reader_.ready();
    if (too_slow) return broken({Failure::Kind::lost, "the server is too slow", {}});
    if (!*more) return broken({Failure::Kind::lost, "the server fell silent", {}});
  }
  return reader_.take();
}

Result<bool> Session::read_more(Pace::Duration limit, const Wake* told) {
  if (unread_.empty()) {
    const auto more = connection_.receive(limit, told);
    if (!more) return tl::unexpected(more.error());
    if (more->empty()) return false;
    unread_ = *more;
  }
  unread_.remove_prefix(reader_.consume(unread_));
  if (!reader_.error().empty()) return fail(Failure::Kind::malformed, reader_.error());
  return true;
}

tl::unexpected<Failure> Session::broken(Failure failure) const {
  failure.uid = uid_of_partial(reader_.partial().line);
  return tl::unexpected(std::move(failure));
}

}  // namespace docket::imap
