// What can go wrong between us and an IMAP server; the kind picks the action.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include <tl/expected.hpp>

#include "connectors/imap/words.h"

namespace docket::imap {

struct Failure {
  enum class Kind {
    lost,       ///< no connection, closed, silent for too long, BYE, too busy for us
    malformed,  ///< what came is no IMAP: the connection is of no use any more
    refused,    ///< NO or BAD: the connection is still good
    login,      ///< the server refuses user, password or token
    token,      ///< the same, where another token may be taken; never seen outside Connection
    no_secret,  ///< there is no password, or no token to be had: no server was asked, so looking again is cheap
    intake,     ///< the book cannot take anything now
    stopped     ///< we were asked to stop
  } kind = Kind::lost;
  std::string text;          ///< for an admin; cleaned, without secrets
  std::string code;          ///< the server's response code (TRYCREATE, UNAVAILABLE, …)
  std::optional<Uid> uid{};  ///< the letter whose answer broke
};

template <typename Value>
using Result = tl::expected<Value, Failure>;

[[nodiscard]] inline tl::unexpected<Failure> fail(Failure::Kind kind, std::string text, std::string code = {}) {
  return tl::unexpected(Failure{kind, std::move(text), std::move(code)});
}

}  // namespace docket::imap
