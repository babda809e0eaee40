#include "connectors/mime/quoting.h"
#include "tests/source_dir.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace docket {
namespace {

struct Case {
  std::string name;
  std::string text;
  std::string own;
};

void check(const Case& c) {
  CAPTURE(c.name);
  CHECK(new_text(c.text) == c.own);
}

TEST_SUITE_BEGIN("quoting");

TEST_CASE("answers above the quoted letter") {
  const Case cases[] = {
      {"Gmail", "Thanks!\n\nOn Mon, Nov 23, 2026 at 10:02 AM Ward 2 <ward2@town.example> wrote:\n\n> Hello\n> Bye\n",
       "Thanks!"},
      {"Gmail, wrapped attribution",
       "Thanks!\n\nOn Mon, Nov 23, 2026 at 10:02 AM Ward 2 - Town of Example <\nward2@town.example> wrote:\n\n> "
       "Hello\n",
       "Thanks!"},
      {"Gmail in French",
       "Merci!\n\nLe lun. 23 nov. 2026 à 10:02, Quartier 2 <quartier2@ville.example> a écrit :\n\n> Bonjour\n",
       "Merci!"},
      {"Gmail in French with a no-break space, wrapped",
       "Merci!\n\nLe lun. 23 nov. 2026 à 10:02, Quartier 2 <quartier2@ville.example> a\n"
       "écrit\xC2\xA0:\n\n> Bonjour\n",
       "Merci!"},
      {"Gmail in French with a narrow no-break space",
       "Merci!\n\nLe lun. 23 nov. 2026 à 10 h 02, Q2 <q2@ville.example> a écrit\xE2\x80\xAF:\n\n> Bonjour", "Merci!"},
      {"Apple Mail", "Yes please.\n\n> On Nov 23, 2026, at 10:02, Ward 2 <ward2@town.example> wrote:\n> \n> Hello\n",
       "Yes please."},
      {"Thunderbird", "Oui.\n\nLe 23/11/2026 à 10:02, Ville a écrit :\n> Bonjour\n> Au revoir", "Oui."},
      {"Thunderbird in English", "Yes.\n\nOn 11/23/26 10:02, Town wrote:\n> Hello", "Yes."},
      {"Yahoo: history without marks",
       "Yes.\n\n    On Monday, November 23, 2026 at 10:02:00 a.m. EST, Town <a@town.example> wrote:  \n\n Hello\n Bye",
       "Yes."},
      {"Outlook",
       "Yes.\n\nFrom: Town <a@town.example>\nSent: Monday, November 23, 2026 10:02 AM\nTo: Ana <ana@example.org>\n"
       "Subject: Pothole\n\nHello",
       "Yes."},
      {"Outlook in French",
       "Oui.\n\nDe : Ville <a@ville.example>\nEnvoyé : lundi 23 novembre 2026 10:02\nÀ : Ana <ana@example.org>\n"
       "Objet : Nid-de-poule\n\nBonjour",
       "Oui."},
      {"Outlook, with a rule and Cc",
       "Yes.\n________________________________\nFrom: Town\nSent: Monday\nTo: Ana\nCc: Bo <bo@example.org>;\n Cy\n"
       "Subject: Pothole\n\nHello",
       "Yes."},
      {"Outlook, bold labels", "Yes.\n\n*From:* Town\n*Sent:* Monday\n*To:* Ana\n*Subject:* Pothole\n\nHello", "Yes."},
      {"old Outlook", "Yes.\n\n-----Original Message-----\nFrom: Town\n\nHello", "Yes."},
      {"old Outlook in French", "Oui.\n\n-----Message d’origine-----\nDe : Ville\n\nBonjour", "Oui."},
      {"Samsung", "Yes.\n\n-------- Original message --------\nFrom: Town\nDate: 2026-11-23 10:02\n\nHello", "Yes."},
      {"old Gmail", "Yes.\n\n2026-11-23 10:02 GMT-05:00 Town <a@town.example>:\n\n> Hello", "Yes."},
      {"Zimbra in French",
       "Oui.\n\n----- Mail original -----\nDe: \"Ville\" <a@ville.example>\nÀ: \"Ana\" <ana@example.org>\n"
       "Envoyé: Lundi 23 Novembre 2026 10:02:00\nObjet: Trou\n\nBonjour",
       "Oui."},
      {"Yahoo on Android: history on the line of the attribution",
       "Yes.\n\n  On Mon., Nov. 23, 2026 at 10:02 a.m., Town<a@town.example> wrote:   Hello\nBye", "Yes."},
      {"Yahoo on a telephone, its signature",
       "Yes.\n\nYahoo Mail: Search, Organize, Conquer\n\nOn Mon, Nov 23, 2026, Town <a@town.example> wrote:\n> Hello",
       "Yes."},
      {"Yahoo on Android in French",
       "Oui.\n\n  Le lun. 23 nov. 2026 à 10:02, Ville<a@ville.example> a écrit :   Bonjour", "Oui."},
      {"name and address only", "Yes.\n\nTown <a@town.example> wrote:\n\n> Hello", "Yes."},
  };
  for (const auto& c : cases) check(c);
}

TEST_CASE("replies of many programs in many languages, and sentences that only look like them") {
  std::ifstream in(docket::source_dir() + "/tests/connectors/replies.json");
  const auto replies = nlohmann::json::parse(in);
  CHECK(replies.size() >= 200);
  for (const auto& reply : replies) check({reply.at("name"), reply.at("text"), reply.at("own")});
}

// public_replies.md says where they come from.
TEST_CASE("replies that others keep as examples, with and without the signature") {
  std::ifstream in(docket::source_dir() + "/tests/connectors/public_replies.json");
  const auto replies = nlohmann::json::parse(in);
  CHECK(replies.size() >= 100);
  for (const auto& reply : replies) {
    const std::string own = reply.at("own");
    check({reply.at("path"), reply.at("text"), own});
    CHECK_MESSAGE(signed_text(reply.at("text").get<std::string>()) == reply.value("signed", own),
                  reply.at("path").get<std::string>());
  }
}

TEST_CASE("answers below and between the quoted lines keep every word of the writer") {
  const Case cases[] = {
      {"below", "On 11/23/26 10:02, Town wrote:\n> Is it still there?\n\nYes, it is.\n", "Yes, it is."},
      {"between", "Le 23/11/2026 à 10:02, Ville a écrit :\n> Où ?\n\nRue Principale.\n\n> Quand ?\n\nHier.\n",
       "Rue Principale.\n\nHier."},
      {"above and between", "Hello,\n\n> Where?\nMain Street.\n> When?\nYesterday.\n\nAna",
       "Hello,\n\nMain Street.\nYesterday.\n\nAna"},
      {"below a whole Outlook header",
       "-----Original Message-----\nFrom: Town\nSent: Monday\nTo: Ana\nSubject: x\n\n> Is it there?\n\nYes, it is.",
       "Yes, it is."},
  };
  for (const auto& c : cases) check(c);
}

TEST_CASE("signatures") {
  const Case cases[] = {
      {"standard", "There is a hole.\n\nAna\n-- \nAna Silva\n12 Main Street\n613-555-0100", "There is a hole.\n\nAna"},
      {"without the space", "There is a hole.\n--\nAna", "There is a hole."},
      {"iPhone", "There is a hole.\n\nSent from my iPhone", "There is a hole."},
      {"no-break space after the dashes", "There is a hole.\n--\xC2\xA0\nAna", "There is a hole."},
      {"iPhone, no empty line before", "There is a hole.\nSent from my iPhone\n", "There is a hole."},
      {"iPad in French, no empty line before",
       "Un trou.\nEnvoyé de mon iPad\n\n> Le 23 nov. 2026 à 10:02, V a écrit :", "Un trou."},
      {"iPhone in French", "Il y a un trou.\n\nEnvoyé de mon iPhone", "Il y a un trou."},
      {"Android in French", "Il y a un trou.\n\nEnvoyé à partir de mon appareil Galaxy", "Il y a un trou."},
      {"Outlook for iOS", "There is a hole.\n\nGet Outlook for iOS<https://aka.example/o0ukef>\n", "There is a hole."},
      {"Outlook for Android in French", "Un trou.\n\nTélécharger Outlook pour Android\n", "Un trou."},
      {"phone, then history",
       "Yes.\n\nSent from my iPhone\n\n> On Nov 23, 2026, at 10:02 AM, Town <a@town.example> wrote:\n> Hello", "Yes."},
      {"signature, then history",
       "Yes.\n-- \nAna\n\nOn Mon, Nov 23, 2026 at 10:02 AM T <t@town.example> wrote:\n> Hello", "Yes."},
      {"signature above an answer between the lines", "Hi\n-- \nAna\n> Where?\nMain Street.", "Hi\nMain Street."},
      {"OpenPGP",
       "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThere is a hole.\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n"
       "-----END PGP SIGNATURE-----\n",
       "There is a hole."},
      {"a sentence that begins alike", "Hello\nSent from my office last week, the letter was lost.\nBye",
       "Hello\nSent from my office last week, the letter was lost.\nBye"},
      {"two dashes before a long text is no signature",
       "Intro\n--\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16",
       "Intro\n--\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16"},
  };
  for (const auto& c : cases) check(c);
}

TEST_CASE("a forward keeps what it forwards") {
  const Case cases[] = {
      {"Gmail",
       "See below.\n\n---------- Forwarded message ---------\nFrom: Bo <bo@example.org>\nDate: Mon\nSubject: x\n"
       "To: Ana\n\nThere is a hole.",
       "See below.\n\n---------- Forwarded message ---------\nFrom: Bo <bo@example.org>\nDate: Mon\nSubject: x\n"
       "To: Ana\n\nThere is a hole."},
      {"Apple Mail", "FYI\n\nBegin forwarded message:\n\n> From: Bo\n> Subject: x\n> \n> There is a hole.",
       "FYI\n\nBegin forwarded message:\n\n> From: Bo\n> Subject: x\n> \n> There is a hole."},
      {"Apple Mail in French", "Début du message transféré :\n\n> De: Bo\n> Un trou.",
       "Début du message transféré :\n\n> De: Bo\n> Un trou."},
      {"Thunderbird in French", "Voir\n\n-------- Message transféré --------\nSujet : x\nDe : Bo\n\nUn trou.",
       "Voir\n\n-------- Message transféré --------\nSujet : x\nDe : Bo\n\nUn trou."},
      {"Zimbra in French", "Voir\n\n----- Mail transféré -----\nDe: Bo\nÀ: Ana\nEnvoyé: x\nObjet: y\n\nUn trou.",
       "Voir\n\n----- Mail transféré -----\nDe: Bo\nÀ: Ana\nEnvoyé: x\nObjet: y\n\nUn trou."},
      {"Outlook without a word of one's own", "From: Bo\nSent: Monday\nTo: Ana\nSubject: x\n\nThere is a hole.",
       "From: Bo\nSent: Monday\nTo: Ana\nSubject: x\n\nThere is a hole."},
  };
  for (const auto& c : cases) check(c);
}

TEST_CASE("nothing is lost where nothing was quoted") {
  const Case cases[] = {
      {"plain", "Hello,\n\nThere is a hole.\n\nAna", "Hello,\n\nThere is a hole.\n\nAna"},
      {"wrote, in a sentence", "On Maple Street someone wrote:\nGo away\non the wall.",
       "On Maple Street someone wrote:\nGo away\non the wall."},
      {"wrote, with a year", "On May 3 the mayor wrote:\nWe will fix it.\nBut nobody came.",
       "On May 3 the mayor wrote:\nWe will fix it.\nBut nobody came."},
      {"wrote, with an hour", "Hello,\nOn May 3 at 10:02 AM the mayor wrote:\nWe will fix it.\nBut nobody came.",
       "Hello,\nOn May 3 at 10:02 AM the mayor wrote:\nWe will fix it.\nBut nobody came."},
      {"wrote, with an hour, in French", "Bonjour,\nLe 3 mai à 10h02, le maire a écrit :\nNous viendrons.\nPersonne.",
       "Bonjour,\nLe 3 mai à 10h02, le maire a écrit :\nNous viendrons.\nPersonne."},
      {"a form's lines", "A new message:\n\nFrom: Ana\nEmail: ana@example.org\nSubject: Noise\nMessage: it is loud",
       "A new message:\n\nFrom: Ana\nEmail: ana@example.org\nSubject: Noise\nMessage: it is loud"},
      {"from and to in a list", "From: Main Street\nTo: Oak Street\nthe road is closed",
       "From: Main Street\nTo: Oak Street\nthe road is closed"},
      {"a rule between paragraphs", "One\n____________________\nTwo", "One\n____________________\nTwo"},
      {"stars between paragraphs", "One\n*****\nTwo", "One\n*****\nTwo"},
      {"everything quoted", "> There is a hole.\n> Ana", "> There is a hole.\n> Ana"},
      {"only a signature", "-- \nAna", "-- \nAna"},
      {"dashes between parts", "First.\n--\nSecond.\n--\nThird.", "First.\n--\nSecond."},
      {"a signature and a list's", "First.\n-- \nAna\n-- \nThe list", "First."},
      {"only an attribution", "On Mon, Nov 23, 2026 at 10:02 AM T <t@town.example> wrote:",
       "On Mon, Nov 23, 2026 at 10:02 AM T <t@town.example> wrote:"},
      {"empty lines", "\n\nOne\n\n\n\nTwo\n\n", "One\n\nTwo"},
      {"a greater-than sign inside", "if depth > 5 cm", "if depth > 5 cm"},
      {"empty", "", ""},
  };
  for (const auto& c : cases) check(c);
}

TEST_CASE("what is passed on in somebody's name has the signature and no line of the history") {
  const Case cases[] = {
      {"signature", "Fixed today.\n\nAna\n-- \nAna Silva\nRoads\n613-555-0100",
       "Fixed today.\n\nAna\n\nAna Silva\nRoads\n613-555-0100"},
      {"signature, then history",
       "Yes.\n-- \nAna Silva\n613-555-0100\n\nOn Mon, Nov 23, 2026 at 10:02 AM T <t@town.example> wrote:\n> Hello",
       "Yes.\n\nAna Silva\n613-555-0100"},
      {"a telephone's advertisement in the signature", "Yes.\n-- \nAna Silva\nSent from my iPhone",
       "Yes.\n\nAna Silva"},
      {"a list's signature below one's own", "Yes.\n-- \nAna Silva\n-- \nThe list", "Yes.\n\nAna Silva"},
      {"what is forwarded inside the office", "See below.\n\n---------- Forwarded message ---------\nFrom: Bo\n\nNo!",
       "See below."},
      {"Apple's forward", "FYI\n\nBegin forwarded message:\n\n> From: Bo\n> We are late.", "FYI"},
      {"only a forward", "---------- Forwarded message ---------\nFrom: Bo\n\nNo!", ""},
      {"only history without marks", "From: Bo\nSent: Monday\nTo: Ana\nSubject: x\n\nThe council must not hear.", ""},
      {"only history, older one in it marked",
       "From: Bo\nSent: Monday\nTo: Ana\nSubject: x\n\nThe council must not hear.\n> older", ""},
      {"everything quoted", "> There is a hole.\n> Ana", ""},
      {"an answer below a marked letter",
       "-----Original Message-----\nFrom: T\nSent: Monday\nTo: Ana\nSubject: x\n\n> Is it there?\n\nYes.\n-- \nAna",
       "Yes.\n\nAna"},
      {"answers between the lines", "Hello,\n\n> Where?\nMain Street.\n> When?\nYesterday.",
       "Hello,\n\nMain Street.\nYesterday."},
      {"nothing quoted", "Hello,\n\nThe hole is filled.", "Hello,\n\nThe hole is filled."},
      {"empty", "", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(signed_text(c.text) == c.own);
  }
}

TEST_CASE("the first line of our forwards ends everything, and so does what introduces it") {
  const std::string line = "##- Please write your answer above this line -##\nA resident wrote:\nThere is a hole.\n";
  const Case cases[] = {
      {"without a mark", "Filled.\n\n" + line, "Filled."},
      {"right below", "Filled.\n" + line, "Filled."},
      {"quoted", "Filled.\n\nOn 11/23/26 10:02, Town wrote:\n> " + line, "Filled."},
      {"quoted twice, with no-break spaces", "Filled.\n>\xC2\xA0> " + line, "Filled."},
      {"a bar for a mark, in bold", "Filled.\n | *" + line, "Filled."},
      {"attribution over two lines",
       "Filled.\n\nOn Mon, Nov 23, 2026 at 10:02 AM Ward 2 - Town of Example <\nward2@town.example> wrote:\n\n" + line,
       "Filled."},
      {"attribution in a language that nobody here knows",
       "Filled.\n\nV po 23. 11. 2026 o 10:02 Ward 2 <ward2@town.example> napisalo:\n" + line, "Filled."},
      {"Outlook",
       "Filled.\n________________________________\nFrom: Ward 2\nSent: Monday\nTo: Roads\nSubject: x\n\n" + line,
       "Filled."},
      {"Outlook's older rule", "Filled.\n\n-----Original Message-----\n" + line, "Filled."},
      {"a rule alone", "Filled.\n\n____________________\n" + line, "Filled."},
      {"marked empty lines above", "Filled.\n\nOn 11/23/26 10:02, Town wrote:\n>\n> \n> " + line, "Filled."},
      {"a sentence with a colon stays", "Filled, and this is why:\n" + line, "Filled, and this is why:"},
      {"in the middle of a line it is a word", "I saw ##- Please on it.", "I saw ##- Please on it."},
  };
  for (const auto& c : cases) {
    check(c);
    CAPTURE(c.name);
    CHECK(signed_text(c.text) == c.own);
  }
  CHECK(signed_text("Filled.\n-- \nAna Silva\n613-555-0100\n\n> " + line) == "Filled.\n\nAna Silva\n613-555-0100");
  // Below the line nothing is passed on, but nothing a person wrote is lost to the case either.
  const auto below = "> " + line.substr(0, line.find('\n')) + "\n> There is a hole.\n\nFilled.";
  CHECK(signed_text(below) == "");
  CHECK(new_text(below) == "Filled.");
  CHECK(new_text(line) == line.substr(0, line.size() - 1));
}

TEST_CASE("hostile texts cost linear time") {
  const struct {
    std::string name;
    std::string piece;
  } cases[] = {{"attributions", "On 1 wrote:\n"},
               {"attribution without end", "On 1 @\n"},
               {"signatures", "-- \n"},
               {"header blocks", "From: a\nTo: b\n"},
               {"rules", "____________________\n\n"},
               {"devices", "Sent from my iPhone\n"},
               {"quotations", "> a\n"},
               {"our own first line", "##- a\n"},
               {"quoted marks", "> > > > > > > > "},
               {"colons", "1:\n"},
               {"empty lines", "\n"},
               {"no-break spaces", "\xC2\xA0"}};
  for (const auto& c : cases) {
    CAPTURE(c.name);
    std::string text;
    while (text.size() < (std::size_t{1} << 20U)) text += c.piece;
    CHECK_FALSE(new_text(text).empty());
    CHECK(signed_text(text).size() <= text.size());
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
