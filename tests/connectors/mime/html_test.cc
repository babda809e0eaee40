#include "connectors/mime/html.h"

#include <doctest/doctest.h>

#include <chrono>

#include "config/text.h"
#include "connectors/mime/tag_stripper.h"

namespace docket {
namespace {

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

std::string attributes(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += 'a' + std::to_string(i) + "=b ";
  return out;
}

std::string text(std::string_view html) { return html_to_text(html, 1U << 20U).text; }

TEST_SUITE_BEGIN("html");

TEST_CASE("what a person sees of a letter in HTML") {
  const struct {
    std::string name;
    std::string html;
    std::string text;
  } cases[] = {
      {"paragraphs", "<html><body><p>One</p><p>Two</p></body></html>", "One\n\nTwo"},
      {"lines of Gmail", "<div dir=\"ltr\">One<div>Two</div><div><br></div><div>Three</div></div>",
       "One\nTwo\n\nThree"},
      {"br", "One<br>Two<br/><br />Three", "One\nTwo\n\nThree"},
      {"white space", "  One \n\t two&nbsp;&nbsp;three  ", "One two three"},
      {"inline elements do not part words", "<b>P</b>othole <i>here</i>", "Pothole here"},
      {"list", "To do:<ul><li>One</li><li>Two <b>b</b></li></ul>After", "To do:\n\n- One\n- Two b\n\nAfter"},
      {"cells", "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>d</td></tr></table>", "a b\nc d"},
      {"links show their text only", "See <a href=\"https://evil.example/x\">this page</a>.", "See this page."},
      {"entities", "caf&eacute; &lt;b&gt; &#233;&#xE9; &amp; &copy; &nosuch; AT&T", "café <b> éé & © &nosuch; AT&T"},
      {"scripts and styles", "<style>p{color:red}</style><script>alert('x')</script><p>Hi</p>", "Hi"},
      {"head", "<head><title>T</title><meta charset=x><style>a</style></head><body>Hi</body>", "Hi"},
      {"comments", "One<!-- hidden --><!--[if mso]>x<![endif]--> two", "One two"},
      {"lists of Word", "<p><![if !supportLists]><span>·</span><![endif]>One</p>", "·One"},
      {"shown to all but Outlook", "<!--[if !mso]><!-->One<!--<![endif]--> two<!--> three", "One two three"},
      {"namespace of Word", "<?xml:namespace prefix=o ns=\"urn:x\" /><p>One<o:p></o:p></p><xml>junk</xml>", "One"},
      {"comment in a style that never closes", "<style><!-- p{} </style><p>One</p>", "One"},
      {"a gateway's document before the letter's",
       "<html><body>CAUTION</body></html>\n<html><body><p>One</p></body></html>Footer", "CAUTION\n\nOne\n\nFooter"},
      {"greater-than in an attribute", "<a title=\"1 > 0\" href = 'x>y'>One</a> two", "One two"},
      {"a quote that never closes", "<p title=\"x>One</p> two", "One\n\ntwo"},
      {"a heart", "I <3 you </3", "I <3 you </3"},
      {"picture in the text", "<img src=\"data:image/png;base64," + repeat("QUJD", 9000) + "\" alt=x>One", "One"},
      {"hidden preheader", "<div style=\"Display: none; max-height:0\">Secret<p>more</p></div><p>Seen</p>", "Seen"},
      {"quotation", "Yes<blockquote>Old<br>older<blockquote>oldest</blockquote></blockquote>New",
       "Yes\n\n> Old\n> older\n>> oldest\n\nNew"},
      {"paragraphs in a quotation", "<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"},
      {"preformatted", "<pre>a\n  b   c\n\nd</pre>e", "a\nb   c\n\nd\n\ne"},
      {"soft hyphen, zero-width space", "pot&shy;hole side\xE2\x80\x8Bwalk", "pothole sidewalk"},
      {"images", "<p>a<img src=x alt=cat>b</p>", "ab"},
      {"not closed", "<p>One<p>Two<b>Three", "One\n\nTwoThree"},
      {"not opened", "One</p></div></b>Two", "One\n\nTwo"},
      {"charset of the meta tag does not count", "<meta charset=\"iso-8859-1\"><p>été</p>", "été"},
      {"http-equiv does not count", "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">été",
       "été"},
      {"upper case", "<P>One<BR>Two</P>", "One\nTwo"},
      {"text only", "Just text", "Just text"},
      {"empty", "", ""},
      {"nothing but hidden: better than nothing", "<div style='display:none'>Only this</div>", "Only this"},
      {"ill-formed UTF-8", "caf\xE9 ok", "caf\xEF\xBF\xBD ok"},
      {"NUL", std::string("a\0b", 3), "ab"},
      {"emoji", "🎉 <b>👩‍👩‍👧</b>", "🎉 👩‍👩‍👧"},
      {"right to left", "<p dir=rtl>حفرة</p>", "حفرة"},
      {"unclosed tag at the end", "Hello <b", "Hello"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(text(c.html) == c.text);
  }
}

TEST_CASE("the charset a document declares") {
  CHECK(declared_charset("<meta charset=utf-8>") == "utf-8");
  CHECK(declared_charset("<META CHARSET=\"ISO-8859-2\" />") == "ISO-8859-2");
  CHECK(declared_charset("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>") == "koi8-r");
  CHECK(declared_charset("<p>charset=koi8-r").empty());
  CHECK(declared_charset("<meta name=x>").empty());
  CHECK(declared_charset(repeat(" ", 2000) + "<meta charset=utf-8>").empty());
}

TEST_CASE("the stripper of tags understands the same letters, roughly") {
  const struct {
    std::string name;
    std::string html;
    std::string text;
  } cases[] = {
      {"paragraphs", "<p>One</p><p>Two</p>", "One\n\nTwo"},
      {"title", "<title>A > B</title>Hi", "Hi"},
      {"entities", "&eacute;&#233;&#x1F389;&amp;&bad;&#0;&#xD800;&", "éé🎉&&bad;&#0;&#xD800;&"},
      {"less-than in text", "3 < 5 and 5 > 3", "3 < 5 and 5 > 3"},
      {"quotation", "a<blockquote>b</blockquote>c", "a\n> b\n\nc"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(strip_tags(c.html, 1000).text == c.text);
  }
}

TEST_CASE("characters and entities at the border of a chunk stay whole") {
  for (std::size_t before = 16370; before < 16390; ++before) {
    const auto pad = repeat("x", before);
    CHECK(text(pad + "é&eacute;<b>🎉</b>&amp;") == pad + "éé🎉&");
  }
}

TEST_CASE("a text over the limit is cut and says so") {
  const auto plain = html_to_text("<p>" + repeat("word ", 1000) + "</p>", 100);
  CHECK(plain.cut);
  CHECK(plain.text.size() <= 100);
  CHECK(is_utf8(html_to_text(repeat("é", 1000), 101).text));
  CHECK_FALSE(html_to_text("<p>word</p>", 100).cut);
}

TEST_CASE("hostile markup costs linear time and still gives its text") {
  const struct {
    std::string name;
    std::string html;
  } cases[] = {
      {"nested", repeat("<div>", 400000) + "text"},
      {"nested tables", repeat("<table><tr><td>", 100000) + "text"},
      {"nested quotations", repeat("<blockquote>", 200000) + "text"},
      {"nested lists", repeat("<ul><li>", 200000) + "text"},
      {"formatting never closed", repeat("<b><i><font>", 100000) + "text"},
      {"end tags without begin", repeat("</div></x>", 200000) + "text"},
      {"end tags inside depth", repeat("<div>", 250) + repeat("</x></p>", 200000) + "text"},
      {"half open tags", repeat("<a ", 500000) + "> text"},
      {"open comments", "text" + repeat("<!-- ", 400000)},
      {"open quotes", "text <a href=\"" + repeat("x", 2000000)},
      {"many attributes", "<a " + repeat("a=b ", 500000) + ">text"},
      {"attributes, all different", "<a " + attributes(500000) + ">text"},
      {"attributes, all different, in many tags", repeat("<a " + attributes(60) + ">", 10000) + "text"},
      {"quotes out of step", repeat("<b \" x=\">", 300000) + " y='> text"},
      {"ampersands", repeat("&", 2000000) + "text"},
      {"entities without end", repeat("&amp", 500000) + "text"},
      {"less-than signs", repeat("<", 2000000) + " text"},
      {"declarations", repeat("<!x", 500000) + "> text"},
      {"open scripts", "text" + repeat("<script>", 300000)},
      {"end of script that is none", "text<script>" + repeat("</", 800000)},
      {"processing instructions", "text" + repeat("<?", 800000)},
      {"cdata", "text" + repeat("<![CDATA[", 200000)},
      {"paragraphs", repeat("<p>", 500000) + "text"},
      {"options", repeat("<select><option>", 100000) + "text"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto start = std::chrono::steady_clock::now();
    const auto plain = html_to_text(c.html, std::size_t{4} << 20U);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK(took.count() < 20);
    CHECK(plain.text.find("text") != std::string::npos);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
