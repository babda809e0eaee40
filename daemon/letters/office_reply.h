// An office's answer as the resident gets it: its own words and files, nothing that is inside the town's.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "config/town.h"
#include "connectors/letter.h"
#include "connectors/mime/compose.h"

namespace docket {

/// The office's text with its signature, without history and commands; tokens in addresses of ours are taken out.
[[nodiscard]] std::string text_to_pass_on(const Letter& letter, const Town& town);

/// What must not reach a resident, in the order of looking.
enum class Leak { mark, token, covering_text, office_address };

/// `covering`: lines that docket wrote on top of the forwards (covering_lines); may be empty.
[[nodiscard]] std::optional<Leak> leak_in(std::string_view text, const Town& town,
                                          const std::vector<std::string>& covering);
/// Of a forward's text as it went out, the lines above the letter itself that are docket's own.
[[nodiscard]] std::vector<std::string> covering_lines(std::string_view forward);

/// Hashes of the letter's files that stay behind: what the resident sent (`known`), letters of ours inside the letter,
/// calendar parts.
[[nodiscard]] std::set<std::string> files_that_stay(const Letter& letter, const std::set<std::string>& known,
                                                    const std::string& instance);

/// Name of the first file of those that go which mail systems refuse; "" when there is none.
[[nodiscard]] std::string refused_file(const Letter& letter, const std::set<std::string>& stay);
/// Octets of mail that text and files make.
[[nodiscard]] bool is_too_large(const Letter& letter, const std::set<std::string>& stay, std::size_t text_size,
                                std::size_t max_size);

/// Facts of the outbox row, made when the letter is recorded.
struct ReplyFacts {
  std::string number;
  std::string subject;         ///< of the letter that is answered
  std::set<std::string> stay;  ///< files_that_stay
};
[[nodiscard]] std::string to_text(const ReplyFacts& facts);                                ///< JSON
[[nodiscard]] ReplyFacts reply_facts(const std::string& text, const std::string& number);  ///< the other way

/// Subject, text and files; the rest is the outbox's. Throws std::runtime_error where the text holds what must not go.
[[nodiscard]] Draft draft_office_reply(const ReplyFacts& facts, const Letter& letter, const Town& town);

}  // namespace docket
