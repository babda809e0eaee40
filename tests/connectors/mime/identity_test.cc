// letter_key, strip and spam: what a letter is known by, once the gateway's traces are off.
#include <doctest/doctest.h>

#include "config/digest.h"
#include "connectors/mime/letter_key.h"
#include "connectors/mime/spam.h"
#include "connectors/mime/strip.h"
#include "tests/connectors/mime/letters.h"

namespace docket {
namespace {

Letter sample() {
  auto letter = sketch::letter("From: ana@example.org\nSubject: Été, trottoir");
  letter.message_id = "<a@b>";
  letter.date = SenderDate{Time{std::chrono::seconds{1795183500}}, std::chrono::minutes{-300}};
  letter.text = "Bonjour,\n\nIl y a un trou.";
  letter.attachments = {{"a.jpg", "image/jpeg", "bb", false, "x"}, {"b.jpg", "image/jpeg", "aa", false, "y"}};
  letter.sha256 = "cc";
  return letter;
}

TEST_CASE("letter_key: the same letter through another mailbox has the same key") {
  const auto key = letter_key(sample());
  CHECK(key.size() == 64);
  const struct {
    std::string name;
    void (*change)(Letter&);
    bool same;
  } cases[] = {
      {"other octets", [](Letter& l) { l.sha256 = "dd"; }, true},
      {"other trace fields",
       [](Letter& l) {
         l.headers.insert(l.headers.begin(), {"Received", "x"});
       },
       true},
      {"another recipient",
       [](Letter& l) {
         l.to.push_back({"", "mayor@town.example"});
       },
       true},
      {"white space of the text", [](Letter& l) { l.text = " Bonjour, Il y a\xC2\xA0un \r\n trou.\n\n"; }, true},
      {"case and spaces of the subject", [](Letter& l) { l.subject = "ÉTÉ,  trottoir"; }, true},
      {"decomposed subject", [](Letter& l) { l.subject = "E\xCC\x81te\xCC\x81, trottoir"; }, true},
      {"order of the attachments", [](Letter& l) { std::swap(l.attachments[0], l.attachments[1]); }, true},
      {"the offset Date was written with", [](Letter& l) { l.date->offset = {}; }, true},
      {"another Message-ID", [](Letter& l) { l.message_id = "<c@d>"; }, false},
      {"no Message-ID", [](Letter& l) { l.message_id.reset(); }, false},
      {"another sender", [](Letter& l) { l.from[0].address = "bo@example.org"; }, false},
      {"another date", [](Letter& l) { l.date->utc += std::chrono::seconds{1}; }, false},
      {"another subject", [](Letter& l) { l.subject += "!"; }, false},
      {"another text", [](Letter& l) { l.text += " Vite."; }, false},
      {"an attachment more", [](Letter& l) { l.attachments.push_back({}); }, false},
      {"text moved into the subject",
       [](Letter& l) {
         l.subject = "Été, trottoir Bonjour,";
         l.text = "Il y a un trou.";
       },
       false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    auto letter = sample();
    c.change(letter);
    CHECK((letter_key(letter) == key) == c.same);
  }
}

TEST_CASE("letter_key: the stored form never changes") {
  CHECK(letter_key(sample()) ==
        sha256_hex("docket letter 1,5:<a@b>,1:1,15:ana@example.org,20:2026-11-20T14:05:00Z,15:été, trottoir,"
                   "24:Bonjour, Il y a un trou.,1:2,2:aa,2:bb,"));
}

TEST_CASE("letter_key: a subject of ASCII folds as others do, white space at the ends of a text is none of it") {
  auto letter = sample();
  letter.subject = "  Re: STREET\tLight ";
  letter.text = "\xC2\xA0 \n A\xC2\xA0\xC2\xA0\xC3\xA9\v\xC2 \xC2\xA0";
  CHECK(letter_key(letter) ==
        sha256_hex("docket letter 1,5:<a@b>,1:1,15:ana@example.org,20:2026-11-20T14:05:00Z,16:re: street light,"
                   "6:A \xC3\xA9 \xC2,1:2,2:aa,2:bb,"));
}

TEST_CASE("letter_key: a server's line ends in an attached text do not matter, octets of other files do") {
  const auto key_with = [](std::string content) {
    auto letter = sample();
    letter.attachments = {{"a.csv", "text/csv", sha256_hex(content), false, content}};
    return letter_key(letter);
  };
  CHECK(key_with("a,b\r\nc,d\r\n") == key_with("a,b\nc,d\n"));
  CHECK(key_with("a,b\n") != key_with("a,c\n"));
  CHECK(key_with(std::string("\0\r\n", 3)) != key_with(std::string("\0\n", 2)));
}

TEST_CASE("letter_key: with nothing to know it by, a letter is its octets") {
  auto letter = sample();
  letter.message_id.reset();
  letter.from.clear();
  CHECK(letter_key(letter) != "cc");
  letter.date.reset();
  CHECK(letter_key(letter) == "cc");
}

TEST_CASE("strip: a gateway's banners go before anything reads the letter") {
  const Strip strip{{"[EXTERNAL]"}, {"CAUTION: This email originated from outside*", "[External sender]"}};
  const struct {
    std::string name;
    std::string subject;
    std::string text;
    std::string subject_after;
    std::string text_after;
  } cases[] = {
      {"both", "[EXTERNAL] Pothole", "CAUTION: This email originated from outside of the town. Beware.\n\nHello",
       "Pothole", "Hello"},
      {"in a reply", "Re: [external] Pothole", "Hi\n> CAUTION: This email originated from outside of us\n> Hello\n",
       "Re: Pothole", "Hi\n> Hello"},
      {"wrapped", "x", "CAUTION: This email\noriginated from  outside of us.\nHello", "x", "Hello"},
      {"case", "x", "caution: this EMAIL originated from outside\nHello", "x", "Hello"},
      {"a person quotes it in a sentence", "x", "Why does it say CAUTION: This email originated from outside?", "x",
       "Why does it say CAUTION: This email originated from outside?"},
      {"without a star only the words", "x", "[External sender] Hello\nBye", "x", "Hello\nBye"},
      {"no banner", "Pothole", "  Hello\n\nBye", "Pothole", "  Hello\n\nBye"},
      {"twice", "[EXTERNAL] [EXTERNAL] Pothole", "[External sender]\n[External sender]\nHello", "Pothole", "Hello"},
      {"nothing else", "[EXTERNAL]", "[External sender]", "", ""},
      {"a beginning only", "[EXTERN", "CAUTION: This email", "[EXTERN", "CAUTION: This email"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    Letter letter;
    letter.subject = c.subject;
    letter.text = c.text;
    strip_banners(letter, strip);
    CHECK(letter.subject == c.subject_after);
    CHECK(letter.text == c.text_after);
  }
}

TEST_CASE("spam: what the mail system said") {
  const struct {
    std::string field;
    bool spam;
  } cases[] = {
      {"X-Spam-Flag: YES", true},
      {"X-Spam-Flag: NO", false},
      {"X-Spam-Status: Yes, score=9.1 required=5.0", true},
      {"X-Spam-Status: No, score=-1.9 required=5.0", false},
      {"X-MS-Exchange-Organization-SCL: 5", true},
      {"X-MS-Exchange-Organization-SCL: 9", true},
      {"X-MS-Exchange-Organization-SCL: 1", false},
      {"X-MS-Exchange-Organization-SCL: -1", false},
      {"X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:;SCL:6;SRV:;SFV:SPM;", true},
      {"X-Forefront-Antispam-Report: CIP:192.0.2.1; SCL:1; SFV:NSPM;", false},
      {"X-Forefront-Antispam-Report: CIP:192.0.2.1;SFV:SPM;", true},
      {"X-Spam: Yes", true},
      {"X-Spam: No", false},
      {"X-Spam-Level: *****", false},
      {"X-Bogosity: Spam, tests=bogofilter", true},
      {"X-Bogosity: Ham, tests=bogofilter", false},
      {"X-DSPAM-Result: Spam", true},
      {"X-Barracuda-Spam-Status: Yes, SCORE=9", true},
      {"X-Mailgun-Sflag: Yes", true},
      {"X-Mailgun-Sflag: No", false},
      {"X-SES-Spam-Verdict: FAIL", true},
      {"X-SES-Spam-Verdict: GRAY", false},
      {"X-SES-Virus-Verdict: FAIL", true},
      {"Subject: X-Spam-Flag: YES", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.field);
    CHECK(spam_verdict(sketch::letter(c.field), false) == c.spam);
    CHECK(spam_verdict(sketch::letter(c.field), true));
  }
}

}  // namespace
}  // namespace docket
