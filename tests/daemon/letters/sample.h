// The town of the model letters, and letters to it, as values.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "config/calendar.h"
#include "config/settings.h"
#include "config/text.h"
#include "config/town.h"
#include "connectors/letter.h"
#include "daemon/letters/acknowledgement.h"
#include "daemon/letters/templates.h"
#include "rules/decision.h"
#include "tests/source_dir.h"

namespace docket::sample {

inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline Translated both(std::string en, std::string fr) { return {{{"en", std::move(en)}, {"fr", std::move(fr)}}}; }

inline Office office(std::string id, Translated name, Translated accountable, Translated readers) {
  Office office;
  office.id = std::move(id);
  office.name = std::move(name);
  office.accountable = std::move(accountable);
  office.readers = std::move(readers);
  office.address = office.id + "-office@town.example";
  return office;
}

inline Town town() {
  Town town;
  town.name = both("Town of Example", "Ville d'Exemple");
  town.time_zone = "America/Toronto";
  town.languages = {"en", "fr"};
  town.default_language = "en";
  town.case_prefix = "EX";
  town.clerk_address = "clerk@town.example";
  town.clerk_phone = "613-555-0100";
  town.help_phone = "613-555-0100";
  town.help_relay = "711";
  town.help_post = both("1 Main Street, Example, ON K0A 0A0", "1, rue Main, Example (Ontario) K0A 0A0");
  town.privacy_contact = "privacy@town.example";
  town.privacy_kept = both("two years after the case is closed", "deux ans après la fermeture du dossier");
  town.emergency_danger = "911";
  town.emergency_crisis = "988";
  town.emergency_roads = "613-555-0199";
  town.always_readers = both("the Town Clerk's staff, and the two people who run our mail system",
                             "le personnel du greffe et les deux personnes qui gèrent notre courriel");
  for (unsigned day = 1; day <= 5; ++day) town.calendar.hours[day] = {{8 * 60 + 30, 16 * 60 + 30}};
  town.calendar.until = std::chrono::year(2027) / 12 / 31;
  auto roads = office("roads", both("Roads", "Service des routes"),
                      both("the Manager of Roads", "le chef du service des routes"),
                      both("four staff who handle road reports", "quatre employés qui traitent les signalements"));
  roads.contact.phone = "613-555-0142";
  roads.standard = {Span{2, Span::Unit::business_days}, Span{10, Span::Unit::business_days}};
  auto ward = office("ward-2", both("Ward 2 Councillor's office", "Bureau du conseiller du quartier 2"),
                     both("the Ward 2 Councillor", "le conseiller du quartier 2"),
                     both("the councillor and one assistant", "le conseiller et un adjoint"));
  ward.record_owner = RecordOwner::member;
  ward.replies = Replies::direct;
  auto desk = office("front-desk", both("Front desk", "Réception"), both("the Town Clerk", "la greffière"),
                     both("three staff", "trois employés"));
  desk.replies = Replies::through;
  auto on_call = office("on-call", both("On-call", "Garde"), both("the on-call supervisor", "la personne de garde"),
                        both("the supervisor on duty", "la personne en service"));
  for (const auto& each : {roads, ward, desk, on_call}) town.offices[each.id] = each;
  town.addresses = {
      {"info@town.example", "front-desk"}, {"roads@town.example", "roads"}, {"ward2@town.example", "ward-2"}};
  town.fallback = "front-desk";
  town.staff_domains = {"town.example"};
  return town;
}

inline Settings settings() {
  Settings settings;
  SourceSettings source;
  source.name = "council";
  settings.sources.push_back(source);
  return settings;
}

inline Time at(const char* utc) { return *parse_rfc3339(utc); }

/// Proven, with a gist and a photo, on Monday morning.
inline Letter letter(const std::string& language = "en") {
  Letter letter;
  letter.from = {{"Ana", "ana@example.org"}};
  letter.resident = "ana@example.org";
  letter.resident_name = "Ana";
  letter.recipients = {"ward2@town.example"};
  letter.received = at("2026-11-23T15:02:00Z");
  letter.subject = "Pothole";
  letter.language = language;
  letter.gist = language == "fr"
                    ? "Il y a un gros nid-de-poule devant le 214, rue Maple. Il est là depuis deux semaines."
                    : "There is a deep pothole in front of 214 Maple Street. It has been there for two weeks.";
  letter.text = letter.gist;
  letter.new_text = letter.gist;
  letter.authenticated = Authenticated::pass;
  letter.authentication_configured = true;
  letter.source = "council";
  Attachment photo;
  photo.name = "photo.jpg";
  photo.type = "image/jpeg";
  photo.content = "jpeg";
  letter.attachments = {photo};
  return letter;
}

/// Roads by a rule; the ward gets a copy because it was written to.
inline Decision decision() {
  Decision decision;
  decision.assign = "roads";
  decision.copies = {{"ward-2", "", {}, "ward2@town.example"}};
  decision.decided_by = "Roads";
  decision.because =
      both("it mentions the state of a road or sidewalk", "elle parle de l'état d'une rue ou d'un trottoir");
  decision.addressed = {"ward-2"};
  decision.acknowledge = true;
  return decision;
}

inline std::vector<TextFile> template_files() {
  std::vector<TextFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(docket::source_dir() + "/config/sample/letters")) {
    files.push_back({"letters/" + entry.path().filename().string(), slurp(entry.path())});
  }
  std::sort(files.begin(), files.end(), [](const TextFile& a, const TextFile& b) { return a.name < b.name; });
  return files;
}

inline std::shared_ptr<const Templates> templates() {
  Problems problems;
  auto loaded = Templates::load(template_files(), town(), problems);
  std::string text;
  for (const auto& problem : problems) text += to_string(problem) + "\n";
  if (!text.empty()) throw std::runtime_error(text);
  return loaded;
}

inline RenderedLetter acknowledge(const Letter& letter, const Decision& decision, const Town& of = town(),
                                  bool addition = false) {
  static const auto all = templates();
  const Calendar calendar(of.calendar, of.time_zone);
  const auto plan = plan_acknowledgement(letter, decision, of, calendar, settings(), addition);
  return render_acknowledgement(plan, "EX-2026-000123-8", *all);
}

}  // namespace docket::sample
