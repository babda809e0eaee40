// Every key that the documentation promises is accepted, in one file each.
#include <doctest/doctest.h>

#include <string>

#include "config/load.h"
#include "config/text.h"
#include "tests/config/problems.h"

namespace docket {
namespace {

constexpr const char* kSettings = R"(version: 1
mode: live
data: /var/lib/docket
control: /run/docket/control.sock
operators: {group: docket-clerks}
sources:
  - name: council
    imap:
      url: imaps://mail.town.test          # a comment
      ca: /etc/ssl/town-ca.pem
      folders: [INBOX, Junk]
      user: council@town.test
      password: {credential: council-imap}
      after: keep           # keep
      idle: true
      poll: 5m
    address: ward2@town.test
    take_since: start
    import: closed
    max_size: 50 MiB
    own_lists: [ward2.town.test]
    strip: {subject: ["[EXTERNAL]"], text: ["CAUTION: This email originated from outside*"]}
  - name: drop
    maildir: {path: /var/mail/council}
  - name: pipe
    pipe: {}
  - name: web-form
    webhook: {path: /hooks/web-form, format: standard, secrets: [{credential: web-form}]}
mail:
  smtp: {url: "smtps://mail.town.test", user: council, password: {file: secret}}
  send_as: written-to
  envelope: account
  reply_tag: none
  domain: town.test
  limits: {connections: 4, per_minute: 6000, per_day: 100000, per_address_per_day: 20, per_address_per_hour: 5}
alarms: {to: [it@town.test], command: /usr/local/bin/page-it}
trusted_authserv_ids: [mx.town.test]
desk:
  public: 127.0.0.1:8311    # webhooks
  staff: 127.0.0.1:8312
  public_url: https://letters.town.test
)";

constexpr const char* kTown = R"(version: 1
town: {name: {en: Town, fr: Ville d'ici}, time_zone: America/Toronto, languages: [en, fr], default_language: en}
case_number: {prefix: EX}                  # EX-2026-000123-8
clerk: {address: clerk@town.test, phone: 613-555-0100}
help: {phone: 613-555-0100, relay: "711", post: "1 Main Street, ON K0A 0A0"}
privacy: {authority: {en: Municipal Act, fr: Loi sur les municipalités}, contact: privacy@town.test,
          kept: {en: two years after the case is closed, fr: deux ans après la fermeture du dossier}}
emergency: {danger: "911", crisis: "988", roads_24h: 613-555-0199}
always_readers: {en: "the Town Clerk's staff", fr: le personnel du greffe}
calendar:
  until: 2027-12-31
  hours: {mon-fri: "08:30-12:00, 13:00-16:30"}
  holidays: [2026-12-25, "01-01"]
  special: {2026-12-24: "08:30-12:00", 2026-12-29: closed}
  recess: [{from: 2026-07-20, to: 2026-07-31}]
offices:
  ward-2:
    name: {en: Ward 2 Councillor's office, fr: Bureau du conseiller du quartier 2}
    accountable: {en: the Ward 2 Councillor, fr: le conseiller du quartier 2}
    address: ward2-office@town.test
    contact: {phone: 613-555-0142, email: roads@town.test}
    readers: {en: the councillor and one assistant, fr: le conseiller et un adjoint}
    standard: {first_response: 2 business days}
    record_owner: member
    replies: direct
    original: none
    max_size: 20 MiB
    plain_headers: false
    senders: [aide@town.test, "@office.town.test"]
    escalate: [{after: 1 business day, to: clerk}]
    updates: false
addresses:
  ward2@town.test: ward-2
fallback: ward-2
reopen: 30 days
forms:
  - {from: noreply@town.test}
  - {from: "@letters.campaign.test", label: campaign}
staff_domains: [town.test]
)";

TEST_CASE("docket.yaml with every key of the contract") {
  Problems problems;
  CHECK(load_settings({"docket.yaml", kSettings}, "/etc/docket", problems));
  CHECK(describe(problems).empty());
}

TEST_CASE("town.yaml with every key of the contract") {
  Problems problems;
  CHECK(load_town({"town.yaml", kTown}, *parse_rfc3339("2026-11-25T00:00:00Z"), problems));
  CHECK(describe(problems) == "");
}

}  // namespace
}  // namespace docket
