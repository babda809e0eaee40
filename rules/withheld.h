// Why a letter gets no acknowledgement, as far as the letter and the decision alone can tell.
#pragma once

#include <optional>

#include "config/town.h"
#include "connectors/letter.h"
#include "rules/decision.h"

namespace docket {

/// The first reason in the order ignored, own, bounce, null-sender, automatic, list, no-address, rule, spam, unproven:
/// no case at all, then what must never be answered, then what a person decided, then what could not be proven.
/// `spam_unhandled`: no rule said anything about its spam signs. Caps, age, duplicates and follow-ups are the book's.
[[nodiscard]] std::optional<Withheld> withheld(const Letter& letter, const Decision& decision, const Town& town,
                                               bool acknowledge_never, bool spam_unhandled);

/// No address was given, but whoever sent it reads the answer to the sending itself: a text message's reply, the page
/// after a form, what a program gets back.
[[nodiscard]] bool is_answered_in_reply(const Letter& letter);

/// Contract section 4: a trusted Authentication-Results passes, or none is configured and Return-Path (when present)
/// equals From. Other channels than e-mail are proven by their own signatures.
[[nodiscard]] bool is_proven(const Letter& letter);

}  // namespace docket
