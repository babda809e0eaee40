// Who wrote, to which of our addresses, and who is the resident.
#pragma once

#include <optional>
#include <string>

#include "connectors/inbound.h"
#include "connectors/letter.h"
#include "connectors/read.h"

namespace docket::mime {

/// From; where From is one of the forms, the one Reply-To. Fills resident, resident_name and form_label.
void read_resident(Letter& letter, const ReadContext& context);

/// The envelope's sender, else the topmost Return-Path; "" for the null sender. Fills return_path and null_sender.
void read_return_path(Letter& letter, const Envelope& envelope);

/// Envelope recipients, To, Cc, Delivered-To and X-Original-To, of them those that are ours ("ward2+TOKEN@" counts as
/// "ward2@"), or the source's address where none is; all of them when ours are not known. Fills recipients.
void read_recipients(Letter& letter, const Envelope& envelope, const ReadContext& context);

}  // namespace docket::mime
