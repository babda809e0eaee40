// Values stay values: nothing a stranger writes becomes a header, a tag, a line of its own or a missing line.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "daemon/letters/lines.h"
#include "daemon/letters/wording.h"
#include "tests/daemon/letters/sample.h"

namespace docket {
namespace {

using nlohmann::json;

/// The sample's templates with one more, "probe".
std::shared_ptr<const Templates> with_probe(const std::string& en, const std::string& fr = "Subject: x\n\nx\n") {
  auto files = sample::template_files();
  files.push_back({"letters/probe.en.txt", en});
  files.push_back({"letters/probe.fr.txt", fr});
  Problems problems;
  auto all = Templates::load(files, sample::town(), problems);
  for (const auto& problem : problems) MESSAGE(to_string(problem));
  REQUIRE(all != nullptr);
  return all;
}

std::string text_of(const std::string& body, const json& vars) {
  return with_probe("Subject: x\n\n" + body)->render("probe", {"en"}, json{{"en", vars}}).text;
}

struct Row {
  std::string name;
  std::string body;
  json vars;
  std::string text;
};

}  // namespace

TEST_CASE("templates: lines whose values are empty are left out") {
  const std::vector<Row> rows = {
      {"a value", "Call {{help_phone}}.\n", {{"help_phone", "100"}}, "Call 100.\n"},
      {"no value", "a\nCall {{help_phone}}.\nb\n", {}, "a\nb\n"},
      {"an empty value is no value", "a\nCall {{help_phone}}.\n", {{"help_phone", " \n"}}, "a\n"},
      {"one of two", "{{town}}: {{help_phone}}\n", {{"town", "T"}}, "T:\n"},
      {"none of two", "{{town}}: {{help_phone}}\nx\n", {}, "x\n"},
      {"values in a section that is off do not count",
       "Reply.{{#post}} Or write to {{post}}.{{/post}}\n",
       {},
       "Reply.\n"},
      {"a section that is off alone", "a\n{{#post}}Write to {{post}}.{{/post}}\nb\n", {}, "a\nb\n"},
      {"lines of sections leave no trace", "a\n{{#post}}\nb\n{{/post}}\nc\n", {{"post", "x"}}, "a\nb\nc\n"},
      {"comments too", "a\n{{! not sent }}\nb\n", {}, "a\nb\n"},
      {"a heading goes with its block", "A HEAD\nCall {{help_phone}}.\n\nb\n", {}, "b\n"},
      {"a heading stays with one line", "A HEAD\nCall {{help_phone}}.\nx\n", {}, "A HEAD\nx\n"},
      {"a heading ended by a colon", "Call us:\n{{help_phone}}\n\nb\n", {}, "b\n"},
      {"an accented heading", "VOTRE NUMÉRO\n{{number}}\n\nb\n", {}, "b\n"},
      {"a line that stood alone is no heading", "THANK YOU\n\nb\n", {}, "THANK YOU\n\nb\n"},
      {"a heading of headings", "ABOUT US\nCALL US\n{{help_phone}}\n\nb\n", {}, "b\n"},
      {"never two empty lines", "a\n\n{{#post}}\nx\n\n{{/post}}\n\n\nb\n\n\n", {}, "a\n\nb\n"},
      {"a list",
       "{{#copies}}\n- {{copy}}\n{{/copies}}\n",
       {{"copies", {{{"copy", "A"}}, {{"copy", "B"}}}}},
       "- A\n- B\n"},
      {"a value of the list is not the next one's",
       "{{#copies}}\n- {{copy}}{{#copy_because}}, {{copy_because}}{{/copy_because}}\n{{/copies}}\n",
       {{"copies", {{{"copy", "A"}, {"copy_because", "x"}}, {{"copy", "B"}}}}},
       "- A, x\n- B\n"},
      {"a false condition", "{{#urgent}}a{{/urgent}}{{^urgent}}b{{/urgent}}\n", {{"urgent", false}}, "b\n"},
      {"no second full stop", "At {{received}}. Then.\n", {{"received", "10 a.m."}}, "At 10 a.m. Then.\n"},
      {"nor after a section", "{{#hours}}To {{hours}}{{/hours}}. Then.\n", {{"hours", "4 p.m."}}, "To 4 p.m. Then.\n"},
      {"spaces at the end go", "a  \nb \t\n", {}, "a\nb\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK_EQ(text_of(row.body, row.vars), row.text);
  }
}

TEST_CASE("templates: a value is never read as a template") {
  for (const std::string hostile :
       {"{{number}}", "{{#office}}", "{{/gist}}", "{{{number}}}", "{{=<% %>=}}", "}}{{", "{{"}) {
    CAPTURE(hostile);
    CHECK_EQ(text_of("It begins: \"{{gist}}\"\n", {{"gist", hostile}, {"number", "N"}}),
             "It begins: \"" + hostile + "\"\n");
  }
}

TEST_CASE("templates: values are written as they are, nothing escaped") {
  CHECK_EQ(text_of("{{gist}}\n", {{"gist", "<b>Smith & Sons</b> \"q\" 'a' é 日本"}}),
           "<b>Smith & Sons</b> \"q\" 'a' é 日本\n");
}

TEST_CASE("templates: a value is one line, without controls, marks or characters that turn text round") {
  CHECK_EQ(text_of("It begins: {{gist}}\n", {{"gist", "a\r\nBcc: x@y.example\n\n.\n"}}),
           "It begins: a Bcc: x@y.example .\n");
  CHECK_EQ(text_of("{{gist}}|\n", {{"gist",
                                    "\x01\x02 a \x03\x04\x7F\xC2\x85\xE2\x80\xA8\xE2\x80\xAE"
                                    "b"}}),
           "a b|\n");
  CHECK_EQ(letters::one_line("\xFF\xFE"
                             "a\tb"),
           "\xEF\xBF\xBD\xEF\xBF\xBD"
           "a b");
  CHECK_EQ(letters::one_line(std::string("a\0b", 3)), "a b");
}

TEST_CASE("templates: a subject is one line whatever the number holds") {
  const auto letter =
      sample::templates()->render("acknowledgement", {"en"}, {{"en", {{"number", "1\r\nBcc: x@y.example"}}}});
  CHECK_EQ(letter.subject, "[1 Bcc: x@y.example] We have your letter");
}

TEST_CASE("templates: facts of a strange shape harm nothing") {
  const auto all = sample::templates();
  for (const auto& facts :
       {json(), json("x"), json::array({1}), json{{"en", json::array()}}, json{{"en", 5}},
        json{{"en", {{"notices", "danger"}, {"ready_answer", 7}, {"copies", 3}, {"gist", nullptr}}}},
        json{{"en", {{"notices", {1, nullptr, "nothing"}}, {"number", {1}}, {"readers", {1, "x"}}}}}}) {
    CAPTURE(facts.dump());
    CHECK(all->render("acknowledgement", {"en"}, facts).text.find("This is an automatic message.") !=
          std::string::npos);
  }
  CHECK(all->render("no such template", {"en"}, json()).text.empty());
}

TEST_CASE("templates: several languages stand under each other, the number once in the subject") {
  const auto all = with_probe("Subject: [{{number}}] Hello\n\nHello\n", "Subject: [{{number}}] Bonjour\n\nBonjour\n");
  const json facts = {{"en", {{"number", "EX-1"}}}, {"fr", {{"number", "EX-1"}}}};
  const auto both = all->render("probe", {"fr", "en"}, facts);
  CHECK_EQ(both.subject, "[EX-1] Bonjour / Hello");
  CHECK_EQ(both.text, "Bonjour\n\n* * *\n\nHello\n");
  CHECK_EQ(both.language, "fr, en");
}

TEST_CASE("templates: a ready answer stands inside, with its own lines") {
  auto files = sample::template_files();
  files.push_back(
      {"letters/answer-snow.en.txt", "Subject: x\n\nWe plough main roads first.\n\nCall {{help_phone}}.\n"});
  files.push_back({"letters/answer-snow.fr.txt", "Subject: x\n\nNous déneigeons.\n"});
  Problems problems;
  const auto all = Templates::load(files, sample::town(), problems);
  REQUIRE(all != nullptr);
  const json facts = {{"en", {{"ready_answer", "snow"}, {"number", "EX-1"}, {"help_phone", "100"}}}};
  CHECK(all->render("acknowledgement", {"en"}, facts)
            .text.find("AN ANSWER YOU CAN USE NOW\nWe plough main roads first.\n\nCall 100.\n\n") != std::string::npos);
  const json none = {{"en", {{"answer", "{{x}}"}, {"number", "EX-1"}}}};
  CHECK(all->render("acknowledgement", {"fr"}, none).text.find("UNE RÉPONSE") == std::string::npos);
}

TEST_CASE("templates: many threads render at once") {
  const auto all = sample::templates();
  const auto expected = all->render("acknowledgement", {"en", "fr"}, json()).text;
  std::vector<std::thread> threads;
  std::vector<std::string> texts(4);
  for (auto& text : texts) {
    threads.emplace_back([&all, &text] { text = all->render("acknowledgement", {"en", "fr"}, json()).text; });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& text : texts) CHECK_EQ(text, expected);
}

}  // namespace docket
