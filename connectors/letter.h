// A letter: what an inbound was understood to be. A plain value; everything after reading works on it alone.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/clock.h"

namespace docket {

/// Decoded; the domain in lower case and Unicode, the local part as written.
struct Address {
  std::string name;
  std::string address;
};

struct Attachment {
  std::optional<std::string> name;  ///< decoded, without directories
  std::string type;                 ///< lower-case "type/subtype"
  std::string sha256;               ///< hex, of the decoded content
  bool is_inline = false;           ///< disposition inline or a Content-ID
  std::string content;              ///< decoded octets
};

/// A sign that a machine wrote (channels of RFC 3834 and practice); `sign` is a header's name, or own.
struct AutomaticSign {
  std::string sign;
  std::string value;
  bool list = false;  ///< a sign of list or bulk mail rather than of an automatic answer
};

/// A delivery report (RFC 3464), a bounce in another form, or a read receipt (RFC 8098).
struct Bounce {
  enum class Kind { dsn, text, receipt } kind = Kind::dsn;
  std::string action;
  std::string status;
  std::vector<std::string> recipients;
  std::optional<std::string> original_message_id;
  std::optional<std::string> envelope_id;
};

enum class Authenticated { unknown, pass, fail };

/// The sender's Date with its own offset (RFC 5322 section 3.3).
struct SenderDate {
  Time utc;
  std::chrono::minutes offset{0};
};

/// A header field in the order of the letter; `value` unfolded and decoded (RFC 2047), valid UTF-8.
struct Header {
  std::string name;
  std::string value;
};

/// Where the matter is, as far as the channel asked for it.
struct Location {
  std::string address;
  std::string address_id;  ///< Open311: the town's own id of an address
  std::optional<double> latitude;
  std::optional<double> longitude;
  [[nodiscard]] bool empty() const { return address.empty() && address_id.empty() && !latitude; }
};

struct Letter {
  std::optional<std::string> message_id;  ///< with angle brackets, as written
  std::vector<std::string> in_reply_to;
  std::vector<std::string> references;
  std::vector<Address> from, sender, reply_to, to, cc;
  std::vector<std::string> recipients;  ///< addresses of ours it came to (all, when ours are not known)
  std::optional<std::string> resident;  ///< From; the one Reply-To where From is one of `forms`
  std::string resident_name;
  std::string phone;       ///< the resident's, E.164 where it could be understood, else as it came; may be empty
  std::string form_label;  ///< of the form it came through
  std::optional<SenderDate> date;
  std::optional<Time> received;         ///< when the source got it
  std::string subject;                  ///< after `strip`
  std::string text;                     ///< best plain text, UTF-8, LF line ends, after `strip`
  bool html = false;                    ///< `text` was made from HTML
  std::string new_text;                 ///< without quoted history and signature; never empty because of that
  std::string gist;                     ///< one line for the acknowledgement, at most 200 characters
  std::optional<std::string> language;  ///< ISO 639-1 when the detection is reliable
  std::string service;                  ///< Open311: its code in town.yaml
  Location location;
  std::vector<std::string> media;  ///< addresses of pictures and recordings that were not sent along
  std::vector<Attachment> attachments;
  std::vector<AutomaticSign> automatic;
  std::optional<Bounce> bounce;
  std::string calendar_method;  ///< iTIP (RFC 5546 section 1.4) of a text/calendar part, in capitals: REQUEST, REPLY, …
  Authenticated authenticated = Authenticated::unknown;
  bool authentication_configured = false;  ///< trusted authserv-ids are named
  bool authentication_judged = false;      ///< one of them has written its results into this letter
  bool spam = false;
  bool null_sender = false;                ///< Return-Path or envelope from is <>
  std::optional<std::string> return_path;  ///< the envelope's, else the topmost Return-Path; "" for <>
  bool own = false;                        ///< carries our own X-Docket-Instance
  std::vector<Header> headers;
  int received_lines = 0;  ///< number of Received fields
  std::string source;      ///< the source's name; empty outside the daemon
  std::string channel = "email";
  std::string sha256;                ///< hex, of the octets
  std::string letter_key;            ///< hex; the same letter through another mailbox has the same
  std::uint64_t size = 0;            ///< octets of the whole letter as it arrived
  std::vector<std::string> defects;  ///< what could not be understood
};

}  // namespace docket
