#include "connectors/mime/gist.h"

#include <doctest/doctest.h>

#include <string>

#include "config/text.h"
#include "connectors/mime/language.h"
#include "connectors/mime/safe_words.h"

namespace docket {
namespace {

TEST_SUITE_BEGIN("gist");

TEST_CASE("how a letter begins") {
  const struct {
    std::string name;
    std::string text;
    std::string gist;
  } cases[] = {
      {"one sentence", "There is a deep pothole in front of 214 Maple Street.",
       "There is a deep pothole in front of 214 Maple Street."},
      {"two of three sentences", "There is a pothole. It is deep. Please come.", "There is a pothole. It is deep."},
      {"greeting line", "Hello,\n\nThere is a pothole.", "There is a pothole."},
      {"greeting lines in French", "Bonjour,\nMadame la mairesse,\n\nIl y a un trou. Merci!", "Il y a un trou. Merci!"},
      {"greeting with a name, no comma", "Dear Mayor Ward\n\nThe sidewalk is icy.", "The sidewalk is icy."},
      {"greeting that goes on", "Hello, there is a pothole on our street. Come and see it.",
       "Hello, there is a pothole on our street. Come and see it."},
      {"encrypted", "\n-----BEGIN PGP MESSAGE-----\n\nhQEMA3vAbCdEfGhI\n=aBcD\n-----END PGP MESSAGE-----\n", ""},
      {"nothing but a greeting", "Bonjour,", "Bonjour,"},
      {"a word that only begins like a greeting", "Hire more people.", "Hire more people."},
      {"folded lines", "There is\na pothole\non Maple Street.", "There is a pothole on Maple Street."},
      {"paragraph without a full stop", "Pothole on Maple Street\n\nIt is deep", "Pothole on Maple Street It is deep"},
      {"abbreviations", "I live on St. Paul Ave. near Dr. Roy. My bin is gone. Thanks.",
       "I live on St. Paul Ave. near Dr. Roy. My bin is gone."},
      {"question", "When is the rink open? I would like to come!", "When is the rink open? I would like to come!"},
      {"French quotes", "« Trou ! » dit-elle. Venez.", "« Trou ! » dit-elle."},
      {"link", "Look at https://evil.example/x?y=1 now.", "Look at […] now."},
      {"link without scheme", "Look at evil.example/pay or www.evil.example.", "Look at […] or […]"},
      {"a full stop makes no link", "It is on Maple. Or on Oak.co? Or on Www. or so.",
       "It is on Maple. Or on […] Or on […] or so."},
      {"greeting, gap, two paragraphs", "Hello,\n\n\n \nIt is\ndeep.\n\nCome soon.\n\nNever told.",
       "It is deep. Come soon."},
      {"several spaces and tabs", "It  is \t deep .", "It is deep ."},
      {"link in brackets", "Look<https://evil.example>here", "Look […] here"},
      {"e-mail address", "Write to me at ana@example.org or mailto:bo@x.example please",
       "Write to me at […] or […] please"},
      {"telephone numbers", "Call 613-555-0100 or (613) 555 0100 or +1 613.555.0100 today",
       "Call […] or […] or […] today"},
      {"telephone number in French", "Appelez le 06 12 34 56 78 svp", "Appelez le […] svp"},
      {"local telephone number", "Call 555-0100", "Call […]"},
      {"other dashes and spaces",
       "Call 613\xE2\x80\x91"
       "555\xC2\xA0"
       "0100",
       "Call […]"},
      {"digits of another script", "Call ٠١٢٣٤٥٦٧٨ now", "Call […] now"},
      {"long number", "My account 12345 and my card 4111 1111 1111 1111", "My account […] and my card […]"},
      {"street number, year, time", "At 1234 Main Street since 2019, from 8:30 to 12:00.",
       "At 1234 Main Street since 2019, from 8:30 to 12:00."},
      {"dates", "On 2026-11-23 10:02 and on 23/11/2026.", "On 2026-11-23 10:02 and on 23/11/2026."},
      {"a telephone number dressed as a date", "Call 613-2026-11-23", "Call […]"},
      {"money and plates", "I paid 150.50 for K0A 0A0.", "I paid 150.50 for K0A 0A0."},
      {"invisible characters in a link", "Go to ev\xE2\x80\x8Bil.example", "Go to […]"},
      {"script scheme", "Click javascript:alert(1) now", "Click […] now"},
      {"nothing but a link", "https://evil.example/x", ""},
      {"nothing but digits", "613-555-0100", ""},
      {"control characters", "Hello there\x1B[2J friend \x07 of mine", "Hello there[2J friend of mine"},
      {"direction override",
       "abc \xE2\x80\xAE"
       "def",
       "abc def"},
      {"empty", "", ""},
      {"white space", " \n\t\n", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(gist(c.text) == c.gist);
  }
}

TEST_CASE("a long sentence ends at a word, within 200 characters") {
  std::string text = "The snow plough";
  for (int i = 0; i < 40; ++i) text += " déneigeuse";
  const auto seen = gist(text);
  CHECK(count_characters(seen) <= 200);
  CHECK(seen.ends_with(" déneigeuse…"));
  CHECK(count_characters(gist(std::string(1000, 'x'))) == 200);
}

TEST_CASE("a second sentence that does not fit is left out whole") {
  const std::string first =
      "This first sentence is here and it is not short at all, because it goes on for a while, as they do.";
  CHECK(gist(first + " " + std::string(150, 'y') + ".") == first);
}

TEST_CASE("whatever a letter holds, its gist is one safe line of at most 200 characters") {
  const std::string pieces[] = {"https://a.example/",
                                "ana@example.org ",
                                "613-555-0100",
                                " é🎉 ",
                                "12345",
                                "\n",
                                ". ",
                                "<a>",
                                "\xE2\x80\xAE",
                                "word ",
                                "+1 (",
                                "www.",
                                "\xFF",
                                "٠١٢٣٤"};
  unsigned state = 7;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
      state = state * 1103515245U + 12345U;
      text += pieces[(state >> 16U) % std::size(pieces)];
    }
    const auto seen = gist(text);
    CAPTURE(text);
    CHECK(count_characters(seen) <= 200);
    CHECK(is_utf8(seen));
    CHECK(seen.find_first_of("\n\r\t@<>") == std::string::npos);
    CHECK(seen.find("://") == std::string::npos);
    CHECK(seen.find("12345") == std::string::npos);
    CHECK(seen.find("555") == std::string::npos);
  }
}

TEST_CASE("gist: a hostile letter costs linear time") {
  CHECK(gist(std::string(4U << 20U, '1')).empty());
  CHECK(gist(std::string(4U << 20U, '.')).empty());
  CHECK(safe_words(std::string(1U << 20U, '1')) == "[…]");
}

TEST_SUITE_END();

TEST_CASE("language: told only when sure") {
  const struct {
    std::string name;
    std::string subject;
    std::string text;
    std::string language;
  } cases[] = {
      {"French", "Trottoir",
       "Bonjour, il y a un nid-de-poule devant ma maison depuis deux semaines. Merci de venir le réparer.", "fr"},
      {"English", "Pothole", "There is a deep pothole in front of my house. It has been there for two weeks.", "en"},
      {"short French", "Déneigement", "Quand allez-vous déneiger notre rue ?", "fr"},
      {"Spanish", "", "Hay un bache muy grande delante de mi casa desde hace dos semanas.", "es"},
      {"Arabic", "", "هناك حفرة كبيرة أمام منزلي منذ أسبوعين", "ar"},
      {"Hebrew has its new code", "", "יש בור גדול ליד הבית שלי כבר שבועיים", "he"},
      {"one word", "Pothole", "", "-"},
      {"one French phrase that could be anything", "Nid de poule", "", "-"},
      {"nothing", "", "", "-"},
      {"numbers", "", "613-555-0100 12345", "-"},
      {"a stray control character", "",
       "There is a deep pothole \x0C"
       " in front of my house. It\x01"
       " is two weeks old.",
       "en"},
      {"half and half", "",
       "There is a deep pothole in front of my house and nobody has come to repair it yet. "
       "Il y a un nid-de-poule profond devant ma maison et personne n'est encore venu le réparer.",
       "-"},
      {"ill-formed", "", "Il y a un trou devant la maison de ma m\xE8re depuis deux semaines et personne ne vient",
       "fr"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(detect_language(c.subject, c.text).value_or("-") == c.language);
  }
}

}  // namespace
}  // namespace docket
