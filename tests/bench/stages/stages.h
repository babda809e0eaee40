// The stages of a letter's way, each alone, over the same letters. Each prints one line of JSON
// (tests/bench/figures.h).
#pragma once

#include "tests/bench/stages/desk.h"

namespace bench {

void read(const Desk& desk);
/// Without hashes, language, and HTML: what others do too.
void read_lean(const Desk& desk);
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
/// A book of DOCKET_BENCH_CASES cases in `data` of docket.yaml, recorded one after the other over five years up to now,
/// everything sent; the letters over and over, each time of another person.
void fill(const Desk& desk);

}  // namespace bench
