// Every fault in a template is found, with its place and a way out; a set with a fault is not taken.
#include <doctest/doctest.h>

#include "daemon/letters/variables.h"
#include "tests/daemon/letters/sample.h"

namespace docket {
namespace {

constexpr const char* kName = "letters/acknowledgement.en.txt";

/// The sample's files with the acknowledgement in English replaced.
std::vector<TextFile> files_with(const std::string& text) {
  auto files = sample::template_files();
  for (auto& file : files) {
    if (file.name == kName) file.text = text;
  }
  return files;
}

std::string problems_of(const std::vector<TextFile>& files) {
  Problems problems;
  const auto loaded = Templates::load(files, sample::town(), problems);
  std::string text;
  for (const auto& problem : problems) text += to_string(problem) + "\n";
  CHECK_EQ(loaded == nullptr, has_errors(problems));
  return text;
}

struct Fault {
  std::string name;
  std::string text;  ///< of the file
  std::string says;  ///< without the file's name
};

std::string body(const std::string& text) { return "Subject: [{{number}}] Hello\n\n" + text; }

const std::vector<Fault>& faults() {
  static const std::vector<Fault> kAll = {
      {"empty file", "", ":1:1: error: the first line is not the subject\n  hint: begin the file with \"Subject: \""},
      {"no subject", "Hello\n\nText\n", ":1:1: error: the first line is not the subject"},
      {"empty subject", "Subject: \n\nText\n", ":1:10: error: the subject is empty"},
      {"no text", "Subject: Hello\n", ":2:1: error: there is no text below the subject"},
      {"only spaces below", "Subject: Hello\n\n  \n", ":2:1: error: there is no text below the subject"},
      {"no empty line", "Subject: Hello\nText\n", ":2:1: error: the second line is not empty"},
      {"unknown variable", body("Dear {{nmber}},\n"),
       ":3:6: error: unknown variable 'nmber'\n  hint: did you mean number?"},
      {"unknown, nothing near", body("{{shoe_size}}\n"),
       ":3:1: error: unknown variable 'shoe_size'\n  hint: `docket check --variables` lists them"},
      {"unknown in capitals", body("{{Number}}\n"),
       ":3:1: error: unknown variable 'Number'\n  hint: did you mean number?"},
      {"unknown section is told once", body("{{#offce}}x{{/offce}}\n"),
       ":3:1: error: unknown variable 'offce'\n  hint: did you mean office?\n"},
      {"columns count characters", body("Été à Orléans {{nope_nope}}\n"), ":3:15: error: unknown variable"},
      {"lines count on", body("a\nb\n\n{{nope_nope}}\n"), ":6:1: error: unknown variable"},
      {"unknown in the subject", "Subject: Été {{nmber}}\n\nx\n", ":1:14: error: unknown variable 'nmber'"},
      {"triple braces", body("a {{{number}}}\n"), ":3:3: error: {{{…}}} is not used here\n  hint: write {{name}}"},
      {"triple, never closed", body("a {{{number\n"), ":3:3: error: {{{…}}} is not used here"},
      {"ampersand", body("{{&number}}\n"), ":3:1: error: {{&…}} is not used here\n  hint: write {{name}}"},
      {"partial", body("{{> privacy}}\n"), ":3:1: error: partials ({{>…}}) are not used here\n  hint: write the text"},
      {"delimiters", body("{{=<% %>=}}\n"), ":3:1: error: delimiters cannot be changed ({{=…}})"},
      {"another sigil", body("{{$number}}\n"), ":3:1: error: this is no tag\n  hint: only {{x}}"},
      {"no name", body("{{}}\n"), ":3:1: error: a tag without a name"},
      {"section without a name", body("{{# }}\n"), ":3:1: error: a tag without a name"},
      {"two words", body("{{case number}}\n"), ":3:1: error: 'case number' is no variable's name"},
      {"dots", body("{{office.name}}\n"), ":3:1: error: 'office.name' is no variable's name"},
      {"never closed tag", body("Hello {{number\n"), ":3:7: error: {{ without }}\n  hint: write }} after the name"},
      {"closed by the next tag", body("{{number {{town}}\n"), ":3:1: error: {{ without }}"},
      {"stray end", body("Hello number}}\n"), ":3:13: error: }} without {{"},
      {"never closed section", body("x {{#office}}y\n"),
       ":3:3: error: {{#office}} is never closed\n  hint: write {{/office}} where it ends"},
      {"never closed inverted section", body("{{^office}}y\n"), ":3:1: error: {{^office}} is never closed"},
      {"closes nothing", body("x{{/office}}\n"), ":3:2: error: {{/office}} closes nothing\n  hint: remove it"},
      {"closes another", body("{{#office}}\n{{/because}}{{/office}}\n"),
       ":4:1: error: {{/because}} closes nothing\n  hint: the open section is {{#office}}"},
      {"crossed sections", body("{{#office}}{{#because}}{{/office}}\n{{/because}}\n"),
       ":3:24: error: {{/office}} stands before the end of {{#because}}\n  hint: close {{/because}} first"},
      {"a section from subject to text", "Subject: {{#urgent}}x\n\n{{/urgent}}\n",
       ":1:10: error: {{#urgent}} is never closed"},
      {"a condition is printed", body("{{urgent}}\n"), ":3:1: error: urgent is a condition, it cannot be printed"},
      {"a list is printed", body("{{copies}}\n"),
       ":3:1: error: copies is a list, it cannot be printed\n  hint: write {{#copies}}"},
      {"an item outside its list", body("{{copy_start}}\n"),
       ":3:1: error: copy_start stands outside its list\n  hint: use it inside {{#copies}}…{{/copies}}"},
      {"an item where its list is empty", body("{{^copies}}{{copy}}{{/copies}}\n"),
       ":3:12: error: copy stands outside"},
      {"the resident's words in the subject", "Subject: {{gist}}\n\nx\n",
       ":1:10: error: gist may not stand in a subject\n  hint: a subject holds the number and the town's own words"},
      {"the letter's subject in ours", "Subject: {{letter_subject}}\n\nx\n",
       ":1:10: error: letter_subject may not stand"},
      {"a control character",
       body("a\x01"
            "b\n"),
       ":3:2: error: a control character"},
      {"not UTF-8", body("\xE9t\xE9\n"), ":1:1: error: the file is not UTF-8"},
      {"a wrong tag in a section that is off", body("{{^number}}{{nmber}}{{/number}}\n"),
       ":3:12: error: unknown variable"},
  };
  return kAll;
}

}  // namespace

TEST_CASE("templates: each fault is found with its place and a hint") {
  for (const auto& fault : faults()) {
    const auto said = problems_of(files_with(fault.text));
    CAPTURE(fault.name);
    CHECK_MESSAGE(said.find(kName + fault.says) != std::string::npos, said);
  }
}

TEST_CASE("templates: all faults are told at once, each once") {
  const auto said = problems_of(files_with("Subject: {{gist}}\n\n{{nmber}} {{#offce}}x{{/offce}}\n{{/town}}\n"));
  CHECK_EQ(std::count(said.begin(), said.end(), '\n'), 8);
}

TEST_CASE("templates: a file of braces does not flood the screen") {
  std::string braces;
  for (int i = 0; i < 20000; ++i) braces += "{{x}}";
  const auto said = problems_of(files_with(body(braces)));
  CHECK(std::count(said.begin(), said.end(), '\n') <= 102);
}

TEST_CASE("templates: a name is there in every language of the town") {
  auto files = sample::template_files();
  const auto without = [&](const std::string& name) {
    auto fewer = files;
    std::erase_if(fewer, [&](const TextFile& file) { return file.name == name; });
    return problems_of(fewer);
  };
  CHECK_EQ(without("letters/notice-danger.fr.txt"),
           "letters/notice-danger.fr.txt:1:1: error: the template notice-danger is missing in 'fr'\n"
           "  hint: every template is needed in every language of the town\n");
  CHECK(without("letters/acknowledgement.en.txt").find("acknowledgement is missing in 'en'") != std::string::npos);
  std::erase_if(files, [](const TextFile& file) { return file.name.find("/forward.") != std::string::npos; });
  CHECK(problems_of(files).find("letters/forward.en.txt:1:1: error: the template forward is missing in 'en'\n"
                                "  hint: `docket init` writes a sample of it") != std::string::npos);
}

TEST_CASE("templates: names of files") {
  auto files = sample::template_files();
  files.push_back({"letters/notes.txt", "x"});
  CHECK(problems_of(files).find("letters/notes.txt:1:1: error: the file's name is not NAME.LANGUAGE.txt\n"
                                "  hint: for example acknowledgement.en.txt") != std::string::npos);
  files.back() = {"letters/acknowledgement.de.txt", "Subject: Hallo\n\nHallo\n"};
  CHECK(problems_of(files).find("letters/acknowledgement.de.txt:1:1: warning: the town does not offer 'de'") !=
        std::string::npos);
}

TEST_CASE("templates: what editors leave behind is no fault") {
  CHECK_EQ(problems_of(files_with("\xEF\xBB\xBFSubject: [{{ number }}] Hi\r\n\r\n{{! a note }}\r\nHello {{town}}\r\n")),
           "");
}

TEST_CASE("templates: the list of variables is sorted, complete and explained") {
  const auto& all = Templates::variables();
  CHECK(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; }));
  for (const auto& variable : all) {
    CAPTURE(variable.name);
    CHECK_FALSE(variable.meaning.empty());
    CHECK(letters::find_variable(variable.name) != nullptr);
  }
  CHECK(letters::find_variable("number") != nullptr);
  CHECK(letters::find_variable("") == nullptr);
}

}  // namespace docket
