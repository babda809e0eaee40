// What one IMAP response says: status, search results, a fetched letter. Strict: what does not parse is an error.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "connectors/imap/reader.h"
#include "connectors/imap/words.h"

namespace docket::imap {

/// The frame of a response: "* OK …", "* 12 EXISTS", "+ idling", "t7 OK …".
struct Head {
  enum class Kind { untagged, tagged, continuation } kind = Kind::untagged;
  std::string tag;
  std::string word;                     ///< upper case: OK, EXISTS, FETCH, …
  std::optional<std::uint32_t> number;  ///< before the word
  std::string_view rest;                ///< after the word and its space; views into the line
};
[[nodiscard]] tl::expected<Head, std::string> parse_head(std::string_view line);

/// "[CODE arguments] text" of a status response.
struct Status {
  std::string code;  ///< upper case, without brackets and arguments
  std::string arguments;
  std::string text;
};
[[nodiscard]] Status parse_status(std::string_view rest);
/// A refusal of now, not of the command: the server is busy or lacks a part (RFC 5530 UNAVAILABLE; THROTTLED and the
/// word alone as large providers write them).
[[nodiscard]] bool is_busy(const Status& status);

/// The UIDs of "SEARCH 2 84 882" (RFC 9051 section 7.3.4 too: "ESEARCH (TAG "x") UID ALL 1:5"), ascending, each once.
/// A set that names more than `limit` UIDs is an error.
[[nodiscard]] tl::expected<std::vector<Uid>, std::string> parse_search(std::string_view rest);
[[nodiscard]] tl::expected<std::vector<Uid>, std::string> parse_esearch(std::string_view rest, std::size_t limit);

struct Fetched {
  std::optional<Uid> uid;
  std::optional<std::uint64_t> size;
  std::optional<Time> internal_date;
  std::optional<Literal> body;  ///< BODY[] or the beginning of it, BODY[]<0>; absent for NIL
};
/// `rest` and `literals` of a FETCH response; its literals are moved out.
[[nodiscard]] tl::expected<Fetched, std::string> parse_fetch(std::string_view rest, std::vector<Literal> literals);
/// The UID in a FETCH response of which only the beginning came.
[[nodiscard]] std::optional<Uid> uid_of_partial(std::string_view line);

/// A mailbox as LIST names it (RFC 9051 section 7.3.1).
struct ListedFolder {
  std::string name;  ///< UTF-8
  std::vector<std::string> attributes;
};
/// `rest` and `literals` of a LIST response.
[[nodiscard]] tl::expected<ListedFolder, std::string> parse_list(std::string_view rest, std::vector<Literal> literals);

/// "(\Flagged \*)" → its words; "(\HasNoChildren \Junk) "/" INBOX/Junk" → the words in front and the delimiter.
[[nodiscard]] std::vector<std::string> parse_words(std::string_view parenthesised);

}  // namespace docket::imap
