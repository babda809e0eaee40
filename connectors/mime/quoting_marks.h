// How mail programs mark what is not the writer's own words.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace docket::marks {

using Lines = std::span<const std::string_view>;

[[nodiscard]] bool is_blank(std::string_view line);
/// "> …"
[[nodiscard]] bool is_quoted(std::string_view line);
/// "---------- Forwarded message ---------", "Début du message transféré :"
[[nodiscard]] bool is_forward(std::string_view line);
/// "-----Original Message-----", "-----Message d'origine-----"
[[nodiscard]] bool is_original(std::string_view line);
/// "-- ", the signature line of RFC 3676 section 4.3
[[nodiscard]] bool is_signature(std::string_view line);
/// "Sent from my iPhone", "Envoyé de mon iPhone"
[[nodiscard]] bool is_device(std::string_view line);
/// One of Apple's, or Outlook's with its link, which may follow the last line without an empty one between.
[[nodiscard]] bool is_tight_device(std::string_view line);
/// "________________" or "----------", which Outlook and Gmail put above a header block
[[nodiscard]] bool is_rule(std::string_view line);

/// Lines at the start of `rest` that frame a letter signed with OpenPGP (RFC 9580 section 7): the first lines with
/// their "Hash:", or the whole signature; 0 when none.
[[nodiscard]] std::size_t signed_frame(Lines rest);

/// Lines at the start of `rest` that are a header block of Outlook or another program: From, Sent, To and Subject, in
/// any order; 0 when none.
[[nodiscard]] std::size_t header_block(Lines rest);

/// Lines at the start of `rest` that a mailing list put below the letter; 0 when none.
[[nodiscard]] std::size_t list_footer(Lines rest);

/// "On … wrote:", "Le … a écrit :" or their like in another language at the start of `rest`, over one to three lines;
/// in English and French with an address, also where the history begins on the same line (Yahoo on telephones).
struct Attribution {
  std::size_t lines = 0;  ///< 0: none
  bool certain = false;   ///< names an address, or a time and a year, as only a mail program does
};
[[nodiscard]] Attribution attribution(Lines rest);

}  // namespace docket::marks
