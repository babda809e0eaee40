// What a webhook's body holds, whatever its format. The body itself is the evidence and is kept; this is its reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "connectors/inbound.h"
#include "connectors/letter.h"

namespace docket::webhook {

struct Payload {
  /// A message of RFC 5322: as it came within the body, or put together from the fields of a parsed e-mail (its
  /// header fields, text, HTML and files). Where it is there, the reader of letters reads it, and of the rest below
  /// only envelope, spam, authenticated and defects count.
  std::optional<std::string> message;
  Envelope envelope;

  // A letter that is no e-mail: a form, a text message, a call, an Open311 request.
  std::string form_id;  ///< of docket's own form: the page's, so that a second click is the same letter
  std::string name;
  std::string email;
  std::string phone;  ///< as it came
  std::vector<std::string> to;
  std::string subject;
  std::string text;  ///< UTF-8
  /// Answers of a form, appended to the text as "Label: value" lines, which rules read with `line`.
  std::vector<std::pair<std::string, std::string>> lines;
  std::string language;  ///< said by the sender; empty: to be detected
  std::string channel;   ///< of config/channels.h; empty: the format's own
  std::optional<Time> written;
  std::string service;  ///< Open311: its code
  Location location;
  std::vector<std::string> media;
  std::vector<Attachment> attachments;

  std::optional<bool> spam;                    ///< the provider's verdict
  std::optional<Authenticated> authenticated;  ///< the provider's verdict
  std::vector<std::string> defects;
};

/// Of a stored payload. Total: whatever the octets are, a payload comes out, with what could not be understood in
/// `defects`; throws nothing but std::bad_alloc. `format` is one of settings' formats, or "write" (the /write form).
[[nodiscard]] Payload understand(std::string_view octets, std::string_view format, std::string_view media_type);

}  // namespace docket::webhook
