#include <exception>

#include "connectors/imap/connection.h"
#include "connectors/imap/session.h"
#include "connectors/inbound.h"
#include "connectors/probe.h"
#include "connectors/probe_tokens.h"
#include "connectors/wake.h"

namespace docket {
namespace {

using imap::Failure;
using imap::Result;
using std::chrono::milliseconds;

/// Its header, where the folder holds the letter.
Result<std::optional<std::string>> find_in(imap::Session& session, const std::string& folder,
                                           const std::string& message_id) {
  if (auto selected = session.select(folder, true); !selected) return tl::unexpected(selected.error());
  const auto uids = session.search("HEADER Message-ID \"" + message_id + "\"");
  if (!uids) return tl::unexpected(uids.error());
  if (uids->empty()) return std::nullopt;
  constexpr std::uint64_t kBeginning = 32768;
  std::optional<std::string> header = "";
  const auto fetched = session.fetch(std::span(*uids).last(1), "(UID BODY.PEEK[]<0.32768>)", kBeginning,
                                     [&header](const imap::Fetched& letter) {
                                       if (letter.body) header = header_block(letter.body->octets);
                                     });
  if (!fetched) return tl::unexpected(fetched.error());
  return header;
}

Result<Arrival> look(imap::Session& session, const std::vector<std::string>& folders, const std::string& message_id) {
  for (const auto& folder : folders) {
    auto found = find_in(session, folder, message_id);
    if (!found && found.error().kind == Failure::Kind::refused) continue;  // the next may be open to us
    if (!found) return tl::unexpected(found.error());
    if (*found) return Arrival{true, folder, std::move(**found), {}};
  }
  return Arrival{};
}

}  // namespace

Arrival await_letter(const ImapSettings& settings, const std::string& message_id, const Clock& clock,
                     milliseconds limit) {
  constexpr milliseconds kBetween{500};
  auto folders = settings.folders;
  if (settings.after == ImapSettings::After::move) folders.push_back(settings.move_to);
  const auto end = clock.steady() + limit;
  try {
    const Wake nobody;
    imap::Pace pace;
    pace.connect = pace.silence = pace.command = limit;
    ProbeTokens tokens(settings.login, clock, limit);
    if (tokens.needs_daemon()) return {false, {}, {}, ProbeTokens::kNeedsDaemon};
    imap::Connection connection(clock, nobody, {});
    auto opened = connection.open(settings.server, settings.login, pace, tokens.get());
    if (!opened) return {false, {}, {}, opened.error().text};
    imap::Session session(connection, pace, {});
    if (auto started = session.start(); !started) return {false, {}, {}, started.error().text};
    while (true) {
      auto arrival = look(session, folders, message_id);
      if (!arrival) return {false, {}, {}, arrival.error().text};
      if (arrival->arrived || clock.steady() >= end) {
        session.log_out();
        return std::move(*arrival);
      }
      nobody.wait(kBetween);
    }
  } catch (const std::exception& error) {
    return {false, {}, {}, imap::clean(error.what())};
  }
}

}  // namespace docket
