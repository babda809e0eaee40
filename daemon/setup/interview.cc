#include "daemon/setup/interview.h"

#include <fmt/format.h>

#include "config/quantity.h"
#include "daemon/setup/draft.h"

namespace docket::setup {
namespace {

const std::vector<std::string> kMailbox{"imap-url",      "imap-user",      "imap-password", "token-url",
                                        "scope",         "grant",          "tenant",        "client-id",
                                        "client-secret", "secret-expires", "refresh-token"};
const std::vector<std::string> kMailOut{"smtp-url", "smtp-user", "smtp-password"};

/// What a trial hangs on: other answers may change without another one. Not a refresh token: it changes by being used.
std::string tried_with(const Answers& answers, const std::vector<std::string>& ids) {
  std::string all = answers.text("address") + '\0' + answers.text("login") + '\0' + answers.text("ca");
  for (const auto& id : ids) all += id == "refresh-token" ? "" : '\0' + answers.text(id);
  return all;
}

}  // namespace

Interview::Interview(Answers& answers, Conversation& talk, const World& world, const Clock& clock)
    : answers_(answers), talk_(talk), world_(world), clock_(clock) {}

Outcome Interview::run() {
  if (talk_.attended() && !three_questions()) return outcome_;
  look_up();
  if (!complete()) return outcome_;
  while (try_out() && complete() && draft_is_good()) {
    if (!talk_.attended() || summary()) return Outcome::ready;
    if (outcome_ != Outcome::ready) return outcome_;
  }
  return outcome_;
}

bool Interview::end(Outcome outcome) {
  outcome_ = outcome;
  return false;
}

// --- one question ----------------------------------------------------------------------------------------------------

bool Interview::has_good_answer(const Question& question) const {
  const auto value = answers_.value(question.id);
  return value && problem_with(question, *value, answers_).empty();
}

std::optional<std::string> Interview::typed(const Question& question) {
  const bool good = has_good_answer(question);
  const auto prompt = good ? fmt::format("{} [{}]: ", question.asked, shown_answer(question, answers_))
                           : fmt::format("{}: ", question.asked);
  if (question.kind == Question::Kind::secret) return talk_.secret(prompt);
  if (question.kind != Question::Kind::lines) return talk_.line(prompt);
  std::string all;
  for (auto line = talk_.line(prompt);; line = talk_.line("  and: ")) {
    if (!line) return std::nullopt;
    if (kept(question, *line).empty()) return all;
    all += (all.empty() ? "" : "\n") + kept(question, *line);
  }
}

/// What an option said is not asked; `again`: whatever it was, it is.
bool Interview::ask(const Question& question, bool again) {
  if (!applies(question, answers_)) return true;
  if (answers_.given(question.id) && !again && has_good_answer(question)) return true;
  if (answers_.given(question.id) && !again) {
    talk_.say(fmt::format("{}: {}\n", question.option, problem_with(question, answers_.text(question.id), answers_)));
    if (!talk_.attended()) return end(Outcome::wrong);
    answers_.forget(question.id);
  }
  if (!talk_.attended()) return has_good_answer(question) || note_missing(question);
  if (question.id == "tenant" || question.id == "client-id") explain_oauth2();
  for (;;) {
    const auto words = typed(question);
    if (!words) return end(Outcome::left);
    auto answer = kept(question, *words);
    if (answer.empty() && has_good_answer(question)) return true;
    const auto problem = problem_with(question, answer, answers_);
    if (problem.empty()) {
      answers_.give(question.id, std::move(answer));
      return true;
    }
    talk_.say("  " + problem + "\n");
  }
}

bool Interview::note_missing(const Question& question) {
  talk_.say(fmt::format("{} is missing: {}\n", question.option, question.help));
  return end(Outcome::wrong);
}

bool Interview::ask_all(const std::vector<std::string>& ids, bool again) {
  for (const auto& id : ids) {
    if (!ask(question(id), again)) return false;
  }
  return true;
}

// --- the three questions ---------------------------------------------------------------------------------------------

bool Interview::three_questions() {
  talk_.say(
      "docket asks three things, tries them, and shows everything before it writes. Enter takes what stands in "
      "brackets.\nUntil you say yes at the end nothing is written; Ctrl-C leaves everything as it was.\n\n"
      "1. The generic address that residents write to; several with commas.\n");
  if (!ask(question("address"))) return false;
  look_up();
  talk_.say("\n2. The mailbox in which these letters arrive.\n");
  if (!ask_mailbox()) return false;
  if (!try_until_good(try_mailbox, kMailbox, mailbox_tried_)) return false;
  const bool same = answers_.provider() != nullptr;
  talk_.say(same ? "\n3. Letters go out by the same account.\n"
                 : "\n3. How letters go out: the server that sends for this mailbox.\n");
  if (!same && !ask_all(kMailOut)) return false;
  return try_until_good(try_mail_out, kMailOut, mail_out_tried_);
}

bool Interview::ask_mailbox() {
  if (const auto* provider = answers_.provider()) {
    talk_.say(fmt::format("The mail of {} is at {}. If the mailbox is elsewhere, name its server.\n", answers_.domain(),
                          provider->name));
  }
  if (!ask(question("imap-url"))) return false;
  const auto* provider = answers_.provider();  // a server of theirs may have been named just now
  if (provider != nullptr && provider->by_password && !ask(question("login"))) return false;
  return ask_all({kMailbox.begin() + 1, kMailbox.end()});
}

/// Before the first of the provider's own words is asked for.
void Interview::explain_oauth2() {
  const auto* provider = answers_.provider();
  if (provider == explained_ || provider == nullptr) return;
  explained_ = provider;
  talk_.say(
      fmt::format("{} lets programs in by OAuth2. In its consoles, as an administrator:\n\n{}\n"
                  "What you do not have yet can be filled in later: Enter.\n",
                  provider->name, console_steps(*provider, answers_.text("imap-user"))));
}

/// DNS is asked once for each domain, and never where nothing is to be tried.
void Interview::look_up() {
  const auto domain = answers_.domain();
  if (domain.empty() || domain == looked_up_ || !answers_.surroundings().tested) return;
  looked_up_ = domain;
  answers_.note(world_.look_up(domain));
}

// --- all of them -----------------------------------------------------------------------------------------------------

/// Whatever has no good answer yet; where nobody can be asked all that is wrong is said at once.
bool Interview::complete() {
  bool good = true;
  for (const auto& question : questions()) {
    if (!applies(question, answers_) || (!answers_.given(question.id) && has_good_answer(question))) continue;
    good = ask(question) && good;
    // Most other answers follow from the address.
    if (!good && (talk_.attended() || question.id == "address")) return false;
  }
  return good;
}

bool Interview::try_out() {
  return try_until_good(try_mailbox, kMailbox, mailbox_tried_) &&
         try_until_good(try_mail_out, kMailOut, mail_out_tried_);
}

bool Interview::try_until_good(bool (*try_it)(Answers&, Conversation&, const World&),
                               const std::vector<std::string>& ids, std::string& tried) {
  if (!answers_.surroundings().tested) return true;
  while (tried_with(answers_, ids) != tried) {
    if (!can_be_tried(answers_)) {
      talk_.say("Not tried, as the login is not complete yet; docket doctor tries it later.\n");
      tried = tried_with(answers_, ids);
      return true;
    }
    if (try_it(answers_, talk_, world_)) {
      tried = tried_with(answers_, ids);
      return true;
    }
    if (!talk_.attended()) return end(Outcome::failed);
    const auto words = talk_.line("Enter to answer again, ca for a private authority, skip to leave it as it is: ");
    if (!words) return end(Outcome::left);
    if (*words == "skip") {
      tried = tried_with(answers_, ids);
    } else if (!ask_all(*words == "ca" ? std::vector<std::string>{"ca"} : ids, true)) {
      return false;
    }
  }
  return true;
}

/// Every answer was good, so only what two of them say of each other is left, such as an address's unknown office.
bool Interview::draft_is_good() {
  const auto problems = check_draft(draft_files(answers_), answers_, clock_.now());
  for (const auto& problem : problems) talk_.say(to_string(problem) + "\n");
  if (!has_errors(problems) || talk_.attended()) return true;
  return end(Outcome::wrong);
}

std::vector<const Question*> Interview::rows() const {
  std::vector<const Question*> rows;
  for (const auto& question : questions()) {
    if (applies(question, answers_)) rows.push_back(&question);
  }
  return rows;
}

/// True: write it. False with outcome_ ready: something was changed, look again.
bool Interview::summary() {
  talk_.say("\nThis is what docket will be, with what it takes for granted:\n");
  int number = 0;
  for (const auto* row : rows()) {
    talk_.say(fmt::format("{:4}  {:20} {}\n", ++number, row->label, shown_answer(*row, answers_)));
  }
  if (answers_.text("mode") == "shadow") {
    talk_.say(
        "Begin in shadow: docket takes and judges letters, but touches no mailbox and sends nothing, so that you can\n"
        "look at its cases first; then write mode: live.\n");
  }
  const auto words = talk_.line(fmt::format("A number to change that line, yes to write it to {}, no to leave: ",
                                            answers_.surroundings().folder.string()));
  if (!words || *words == "no" || *words == "n") return end(Outcome::left);
  if (*words != "yes" && *words != "y") {
    (void)change(*words);
    return false;
  }
  const bool good = !has_errors(check_draft(draft_files(answers_), answers_, clock_.now()));
  if (!good) talk_.say("First the errors above must go.\n");
  return good;
}

bool Interview::change(const std::string& number) {
  const auto all = rows();
  const auto chosen = parse_number(number, all.size());
  if (!chosen || *chosen == 0) {
    talk_.say(fmt::format("A number from 1 to {}, yes or no.\n", all.size()));
    return true;
  }
  const auto& question = *all[*chosen - 1];
  talk_.say(question.help + "\n");
  if (!ask(question, true)) return false;
  if (question.kind == Question::Kind::secret) mailbox_tried_ = mail_out_tried_ = "";
  look_up();
  return true;
}

}  // namespace docket::setup
