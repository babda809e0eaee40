// The stages of a letter's way, each alone, over the same letters. Each prints one line of JSON
// (tests/bench/figures.h).
#pragma once

#include "tests/bench/stages/desk.h"

namespace bench {

void read(const Desk& desk);
/// The same with another library: parsed, texts and attachments decoded.
void gmime(const Desk& desk);
void hash(const Desk& desk);
void route(const Desk& desk);
/// All that is done before the writer's transaction.
void prepare(const Desk& desk);
void record(const Desk& desk);
/// From a row of the outbox to octets ready for the wire.
void compose(const Desk& desk);
/// All rows of a filled book to the receiver of docket.yaml.
void send(const Desk& desk);
/// The mailbox of docket.yaml into the door of `read`, and in the second case through it too.
void imap(const Desk& desk);
void imap_read(const Desk& desk);

}  // namespace bench
