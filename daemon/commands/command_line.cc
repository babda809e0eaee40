// The command line: with init_command_line.cc the only file that knows CLI11.
#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>

#include "config/channels.h"
#include "config/version.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/commands/doctor_words.h"
#include "daemon/commands/init_command_line.h"

namespace docket {
namespace {

/// What parsing leaves behind: where to look, and what to do.
struct Parsed {
  Common common;
  std::function<int()> run;
  ServeOptions serve;
  InitOptions init;
  CheckOptions check;
  ReloadOptions reload;
  RouteOptions route;
  InjectOptions inject;
  ThingOptions thing;
  OpenOptions open;
  LedgerOptions ledger;
  ReportOptions report;
  BackupOptions backup;
  RestoreOptions restore;
  RulesOptions rules;
  DoctorOptions doctor;
  std::string file;
  bool prometheus = false;
};

void add_configuration_commands(CLI::App& app, Parsed& p) {
  add_init(app, p.init, [&p] { p.run = [&p] { return run_init(p.common, p.init); }; });

  auto* check = app.add_subcommand("check", "Check settings, town, rules, templates, examples and tests");
  check->add_flag("--strict", p.check.strict, "Warnings count: exit 1");
  check->add_flag("--variables", p.check.variables, "List the variables that templates may use");
  check->callback([&p] { p.run = [&p] { return run_check(p.common, p.check); }; });

  auto* serve = app.add_subcommand(
      "serve", "Run the daemon in the foreground; SIGTERM ends it, SIGHUP reloads, SIGUSR1 logs how it stands");
  serve->add_flag("--validate-only", p.serve.validate_only,
                  "Only say what would keep it from starting: exit 0 nothing, 2 something");
  serve->add_option("--log-level", p.serve.log_level, "What is less pressing is not logged (default info)")
      ->check(CLI::IsMember({"debug", "info", "notice", "warning", "error"}));
  serve->callback([&p] { p.run = [&p] { return run_serve(p.common, p.serve); }; });

  auto* reload =
      app.add_subcommand("reload", "Let the running daemon check, compare and take town, rules and templates");
  auto* yes = reload->add_flag("--yes", p.reload.yes, "Ask nothing");
  reload->add_flag("--saved", p.reload.saved, "For whoever watches the folder: ask nobody here, tell the clerk by mail")
      ->excludes(yes);
  reload->callback([&p] { p.run = [&p] { return run_reload(p.common, p.reload); }; });
}

void add_letter_commands(CLI::App& app, Parsed& p) {
  auto* read = app.add_subcommand("read", "Show what a letter is understood to be; needs no configuration");
  read->add_option("FILE", p.file, "The letter, or - for standard input")->required();
  read->callback([&p] { p.run = [&p] { return run_read(p.common, p.file); }; });

  auto* route = app.add_subcommand("route", "Show decision, trace and acknowledgement for a letter; changes nothing");
  route->add_option("FILE", p.route.file, "The letter, or - for standard input")->required();
  route->add_option("--to", p.route.to, "Envelope recipient; may be repeated");
  route->add_option("--from", p.route.from, "Envelope sender");
  route->add_option("--channel", p.route.channel, "The channel it came by (default email)")
      ->check(CLI::IsMember(std::vector<std::string>(kChannels.begin(), kChannels.end())));
  route->add_option("--at", p.route.at, "When it was received: \"2026-11-23 10:00\" in the town's time, or RFC 3339");
  route->add_option("--rules", p.route.rules, "Judge it by the rules (town, templates) of this folder");
  route->callback([&p] { p.run = [&p] { return run_route(p.common, p.route); }; });

  auto* inject = app.add_subcommand(
      "inject",
      "Hand a letter to the running daemon, also as a mail server's pipe: exit 0 when it is durable, else 75");
  inject->add_option("FILE", p.inject.file, "The letter, or - for standard input")->required();
  inject->add_option("--source", p.inject.source, "A pipe source of docket.yaml")->required();
  inject->add_option("--to", p.inject.to, "Envelope recipient; may be repeated");
  inject->add_option("--from", p.inject.from, "Envelope sender; empty for a null sender");
  inject->callback([&p] { p.run = [&p] { return run_inject(p.common, p.inject); }; });
}

CLI::App* add_rules_word(CLI::App* rules, Parsed& p, const std::string& name, const std::string& text) {
  auto* word = rules->add_subcommand(name, text);
  word->callback([&p, name] {
    p.rules.action = name;
    p.run = [&p] { return run_rules(p.common, p.rules); };
  });
  return word;
}

void add_rules_commands(CLI::App& app, Parsed& p) {
  auto* rules = app.add_subcommand("rules", "The rules in plain sentences; what they do, did and would do");
  rules->require_subcommand(1);
  add_rules_word(rules, p, "list", "Each rule as one plain sentence")
      ->add_option("--lang", p.rules.language, "The sentences' language (default: the town's)")
      ->check(CLI::IsMember({"en", "fr"}));
  add_rules_word(rules, p, "test", "Run examples and tests: exit 1 when one fails");
  auto* compare = add_rules_word(rules, p, "compare",
                                 "Stored letters through another set: what would change; exit 1 when anything does");
  compare->add_option("DIR", p.rules.folder, "A folder of rule files, or one laid out as a configuration folder")
      ->required();
  compare->add_option("--since", p.rules.since, "Only letters recorded since then (30d, 2026-11-23)");
  add_rules_word(rules, p, "hits",
                 "How often and when last each rule matched and decided, and how often an office said \"not ours\"")
      ->add_option("--since", p.rules.since, "Only letters recorded since then (30d, 2026-11-23)");
  add_rules_word(rules, p, "history", "The sets that were accepted: when, by whom, and how many letters under each");
  auto* restore = add_rules_word(rules, p, "restore", "Go back to an accepted set: files on disk, then as reload");
  restore->add_option("VERSION", p.rules.version, "Its version, or how that begins")->required();
  restore->add_flag("--yes", p.rules.yes, "Ask nothing");
}

/// One word of `case`, `outbox` or `quarantine`.
CLI::App* add_action(CLI::App* parent, Parsed& p, const std::string& name, const std::string& text,
                     int (*run)(const Common&, const ThingOptions&)) {
  auto* action = parent->add_subcommand(name, text);
  action->callback([&p, name, run] {
    p.thing.action = name;
    p.run = [&p, run] { return run(p.common, p.thing); };
  });
  return action;
}

void add_member_records(CLI::App* action, Parsed& p) {
  auto* flag = action->add_flag("--member-records", p.thing.member_records,
                                "Show the letters of members' offices too; the audit log keeps who and why");
  flag->needs(action->add_option("--reason", p.thing.reason, "Why they are looked at"));
}

void add_assign(CLI::App* parent, Parsed& p) {
  auto* assign =
      add_action(parent, p, "assign", "Give a case to an office, which gets the letters; or many again", run_case);
  assign->add_option("NUMBER", p.thing.id, "The case number");
  assign->add_option("OFFICE", p.thing.office, "The office's id in town.yaml");
  assign->add_option("--reason", p.thing.text, "Why; kept in the timeline");
  assign->add_flag("--again", p.thing.again, "The cases named below go where the rules of now send them");
  assign->add_option("--decided-by", p.thing.decided_by, "Those decided under this version (rules history)");
  assign->add_option("--rule", p.thing.rule, "Those that this rule decided");
  assign->add_option("--since", p.thing.since, "Those recorded since then (30d, 2026-11-23)");
  assign->add_flag("--dry-run", p.thing.dry_run, "Only say what would be done");
}

CLI::App* add_case_action(CLI::App* parent, Parsed& p, const std::string& name, const std::string& text) {
  auto* action = add_action(parent, p, name, text, run_case);
  action->add_option("NUMBER", p.thing.id, "The case number")->required();
  return action;
}

/// Cases that belong together, or do not.
void add_joining(CLI::App* parent, Parsed& p) {
  add_case_action(parent, p, "link", "Note that two cases belong together; each shows the other")
      ->add_option("OTHER", p.thing.other, "The other case's number")
      ->required();
  auto* merge =
      add_case_action(parent, p, "merge", "Let a case go on in another; its number stays valid and leads there");
  merge->add_option("INTO", p.thing.other, "The case it goes on in")->required();
  merge->add_flag("--other-person", p.thing.other_person, "Even when nobody has written in both");
  merge->add_option("--reason", p.thing.text, "Why; kept in the timeline");
  auto* split = add_case_action(parent, p, "split", "Take an added letter out into a case of its own, linked");
  split->add_option("INBOUND", p.thing.inbound, "The letter, i-…, as case show --json has it under \"came\"")
      ->required();
  split->add_option("--reason", p.thing.text, "Why; kept in the timeline");
}

/// What is promised, and whether the clock runs.
void add_times(CLI::App* parent, Parsed& p) {
  auto* pause = add_case_action(parent, p, "pause", "Wait for the resident: the clock stands still");
  pause->add_option("--until", p.thing.day, "The day on which it goes on by itself (2026-12-24)")->required();
  pause->add_option("--reason", p.thing.text, "What it waits for; kept in the timeline")->required();
  add_case_action(parent, p, "resume", "Go on before the resident writes or that day comes")
      ->add_option("--reason", p.thing.text, "Why; kept in the timeline");
  auto* due = add_case_action(parent, p, "due", "Promise another day for what is promised next; the resident is told");
  due->add_option("DATE", p.thing.day, "The day (2026-12-24)")->required();
  due->add_option("--reason", p.thing.text, "Why; kept in the timeline")->required();
}

void add_open(CLI::App* parent, Parsed& p) {
  auto* open = parent->add_subcommand("open", "A call or a visit becomes a case, or is added to one");
  open->add_option("--channel", p.open.channel, "How the person came")
      ->check(CLI::IsMember({"phone", "counter"}))
      ->required();
  open->add_option("--from", p.open.from, "Who: \"Name <address>\", an address, a telephone number or a name");
  open->add_option("--phone", p.open.phone, "The telephone number, where --from is an address or a name");
  open->add_option("--text", p.open.text, "What was said; - reads it from standard input")->required();
  open->add_option("--subject", p.open.subject, "What it is about, in a line");
  open->add_option("--to", p.open.to, "The town's address it is for; may be repeated");
  open->add_option("--location", p.open.location, "Where it is");
  open->add_option("--language", p.open.language, "The person's language, two letters");
  open->add_option("--joins", p.open.joins, "Add it to this case");
  open->add_flag("--another", p.open.another, "Do not ask when the person has open cases");
  open->callback([&p] { p.run = [&p] { return run_open(p.common, p.open); }; });
}

void add_case_commands(CLI::App& app, Parsed& p) {
  auto* parent = app.add_subcommand("case", "The cases");
  parent->require_subcommand(1);
  add_open(parent, p);
  auto* list = add_action(parent, p, "list", "All cases, newest first", run_case);
  list->add_option("--limit", p.thing.limit, "At most so many")->check(CLI::PositiveNumber);
  list->add_option("--status", p.thing.status, "Only these")
      ->check(CLI::IsMember({"new", "review", "open", "waiting", "closed"}));
  list->add_option("--office", p.thing.office, "Only those assigned to this office");
  add_member_records(list, p);
  auto* search = add_action(parent, p, "search", "Cases whose letters hold all these words", run_case);
  search->add_option("WORDS", p.thing.words, "The words; a case number finds its case")->required();
  add_member_records(search, p);
  auto* show = add_action(parent, p, "show", "One case: timeline and letters out", run_case);
  show->add_option("NUMBER", p.thing.id, "The case number")->required();
  add_member_records(show, p);
  auto* explain =
      add_action(parent, p, "explain", "Why it went there: the stored trace, the rules as they were", run_case);
  explain->add_option("NUMBER", p.thing.id, "The case number")->required();
  explain->add_flag("--full", p.thing.full, "Every rule of the set that decided, judged again");
  for (const auto& [name, text] : {std::pair{"note", "Add a note to the timeline"}, std::pair{"close", "Close a case"},
                                   std::pair{"reopen", "Open a closed case again"}}) {
    auto* action = add_action(parent, p, name, text, run_case);
    action->add_option("NUMBER", p.thing.id, "The case number")->required();
    auto* words = action->add_option(name == std::string("note") ? "TEXT" : "--reason", p.thing.text, "The text");
    if (name == std::string("note")) words->required();
  }
  add_action(parent, p, "campaign", "Letters that are nearly the same, from many people; with an ID its cases",
             run_campaign)
      ->add_option("ID", p.thing.id, "The campaign, m-...");
  add_assign(parent, p);
  add_joining(parent, p);
  add_times(parent, p);
}

void add_queue_commands(CLI::App& app, Parsed& p) {
  auto* outbox = app.add_subcommand("outbox", "Letters out");
  outbox->require_subcommand(1);
  add_action(outbox, p, "list", "All of them", run_outbox)
      ->add_option("--state", p.thing.status, "Only these")
      ->check(CLI::IsMember({"queued", "sending", "sent", "deferred", "uncertain", "failed", "withheld"}));
  auto* show = add_action(outbox, p, "show", "One, with the text that was sent", run_outbox);
  show->add_option("ID", p.thing.id)->required();
  add_member_records(show, p);
  add_action(outbox, p, "retry", "Send it again now", run_outbox)->add_option("ID", p.thing.id)->required();
  auto* resolve = add_action(outbox, p, "resolve", "Say what became of an uncertain one", run_outbox);
  auto* id = resolve->add_option("ID", p.thing.id);
  auto* restored = resolve->add_flag("--restored", p.thing.restored, "All that wait because the book was restored");
  restored->excludes(id);
  resolve->require_option(2);
  resolve->add_flag("--sent,!--not-sent", p.thing.sent, "It arrived, or it did not and goes out again")->required();
  auto* discard = add_action(outbox, p, "discard", "Never send it", run_outbox);
  discard->add_option("ID", p.thing.id)->required();
  discard->add_option("--reason", p.thing.text, "Why; kept in the audit log")->required();

  auto* quarantine = app.add_subcommand("quarantine", "What could not be handled by itself");
  quarantine->require_subcommand(1);
  add_action(quarantine, p, "list", "All of them, with the reason", run_quarantine);
  add_action(quarantine, p, "show", "One, shown safely", run_quarantine)->add_option("ID", p.thing.id)->required();
  add_action(quarantine, p, "retry", "Read and route it again", run_quarantine)
      ->add_option("ID", p.thing.id)
      ->required();
  auto* by_hand = add_action(quarantine, p, "assign",
                             "Make it a case as it is, without rules, and give it to an office", run_quarantine);
  by_hand->add_option("ID", p.thing.id)->required();
  by_hand->add_option("OFFICE", p.thing.office)->required();
  by_hand->add_option("--reason", p.thing.text, "Why; kept in the case");
  auto* drop = add_action(quarantine, p, "discard", "Take it off the list; the octets stay", run_quarantine);
  drop->add_option("ID", p.thing.id)->required();
  drop->add_option("--reason", p.thing.text, "Why; kept in the audit log")->required();

  auto* ignored = app.add_subcommand("ignored", "Letters that a named rule or sign ignored");
  ignored->require_subcommand(1);
  ignored->add_subcommand("list", "All of them, with the reason")->callback([&p] {
    p.run = [&p] { return run_ignored(p.common); };
  });
}

void add_report(CLI::App& app, Parsed& p) {
  auto* report = app.add_subcommand(
      "report", "Figures of the cases opened in a time against what was promised, per office and in total");
  report->add_option("--from", p.report.from, "The first day, 2026-11-01 (default: 30 days before --to)");
  report->add_option("--to", p.report.to, "The day after the last (default: tomorrow, so that today counts)");
  report->add_option("--office", p.report.office, "Only this office's figures");
  report->add_flag("--csv", p.report.csv, "A row an office and one for the total; the header is always the same");
  // A word below `report` has an answer of its own, and its parent's comes after it.
  report->callback([&p, report] {
    if (report->get_subcommands().empty()) p.run = [&p] { return run_report(p.common, p.report); };
  });
  auto* recurring = report->add_subcommand(
      "recurring", "The same trouble at one place, told by several people: suggested, until you confirm or dismiss it");
  recurring->add_option("ACTION", p.thing.action, "confirm or dismiss")->check(CLI::IsMember({"confirm", "dismiss"}));
  recurring->add_option("ID", p.thing.id, "Which one, r-...");
  recurring->callback([&p] { p.run = [&p] { return run_report_recurring(p.common, p.thing); }; });
}

void add_account_commands(CLI::App& app, Parsed& p) {
  auto* ledger = app.add_subcommand("ledger", "Per source: seen, and what became of it; exit 1 when the sum fails");
  ledger->add_option("--source", p.ledger.source, "Only this source");
  ledger->add_option("--day", p.ledger.day, "Only this day (YYYY-MM-DD)");
  ledger->callback([&p] { p.run = [&p] { return run_ledger(p.common, p.ledger); }; });

  auto* status = app.add_subcommand("status", "Health in one screen; exit 1 when something needs a person");
  status->add_flag("--prometheus", p.prometheus, "The metrics as text, also when docket is not running (docket_up 0)");
  status->callback([&p] { p.run = [&p] { return run_status(p.common, p.prometheus); }; });

  auto* audit = app.add_subcommand("audit", "The hash chain of all events");
  audit->require_subcommand(1);
  for (const auto& [name, text] : {std::pair{"verify", "Check the whole chain: exit 1 when it is broken"},
                                   std::pair{"head", "Print its head, to be kept elsewhere"}}) {
    audit->add_subcommand(name, text)->callback([&p, action = std::string(name)] {
      p.run = [&p, action] { return run_audit(p.common, action); };
    });
  }
}

void add_backup_commands(CLI::App& app, Parsed& p) {
  auto* backup = app.add_subcommand(
      "backup", "Copy the case book and its keys into a file, while docket runs or not; an older backup is replaced");
  auto* file = backup->add_option("FILE", p.backup.file, "Outside the data folder; as secret as the letters in it");
  auto* into =
      backup->add_option("--into", p.backup.into, "Instead a folder: docket-YYYY-MM-DD.backup, one a day (UTC)");
  file->excludes(into);
  backup->add_option("--keep", p.backup.keep, "How many of this book stay in that folder")
      ->capture_default_str()
      ->check(CLI::Range(1, 3660))
      ->needs(into);
  backup->callback([&p] {
    if (p.backup.file.empty() && p.backup.into.empty()) throw CLI::RequiredError("FILE or --into");
    p.run = [&p] { return run_backup(p.common, p.backup); };
  });

  auto* restore = app.add_subcommand(
      "restore", "Make DIR a data folder from a backup: no number comes again, no letter goes out twice by itself");
  restore->add_option("FILE", p.restore.file, "What docket backup wrote")->required();
  restore->add_option("DIR", p.restore.folder, "An empty folder, or one that is not there yet")->required();
  restore->callback([&p] { p.run = [&p] { return run_restore(p.common, p.restore); }; });
}

/// A mail server's pipe must never see a code that makes it bounce the letter.
int code_for(int code, const CLI::App& app) { return app.got_subcommand("inject") && code != kDone ? kTryLater : code; }

}  // namespace

int run_command_line(int argc, char** argv) {
  CLI::App app("docket: a memory and a voice for a town's generic addresses");
  app.set_version_flag("--version", "docket " + version());
  app.require_subcommand(1);
  app.fallthrough();
  Parsed parsed;
  std::string folder;
  const char* named = std::getenv("DOCKET_CONFIG");
  auto* config =
      app.add_option("-c,--config", folder, "The configuration folder (default $DOCKET_CONFIG or /etc/docket)")
          ->take_last();
  app.add_flag("--json", parsed.common.json, "Print data as JSON");
  app.footer(
      "Exit: 0 done; 1 the answer is no; 2 wrong use, settings or rules; 69 docket is not running; 70 internal;\n"
      "75 try again later.");
  add_configuration_commands(app, parsed);
  add_letter_commands(app, parsed);
  add_rules_commands(app, parsed);
  add_case_commands(app, parsed);
  add_queue_commands(app, parsed);
  add_account_commands(app, parsed);
  add_doctor(app, parsed.common, parsed.doctor, parsed.run);
  add_report(app, parsed);
  add_backup_commands(app, parsed);
  for (auto* command : app.get_subcommands({})) {
    command->fallthrough();
    for (auto* word : command->get_subcommands({})) word->fallthrough();
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : code_for(kWrongUse, app);
  }
  parsed.common.config_named = config->count() > 0 || named != nullptr;
  parsed.common.config = config->count() > 0 ? folder : named != nullptr ? named : "/etc/docket";
  try {
    return code_for(parsed.run(), app);
  } catch (const std::exception& error) {
    complain(error.what());
    return code_for(kInternal, app);
  }
}

}  // namespace docket
