#include "daemon/letters/recent.h"

#include <doctest/doctest.h>

using namespace docket;

namespace {

Original original(std::size_t octets) {
  Original made;
  made.inbound.octets.assign(octets, 'x');
  made.letter.subject = "Pothole";
  return made;
}

}  // namespace

TEST_SUITE("recent letters") {
  TEST_CASE("a letter is here until newer ones need the room") {
    RecentLetters recent(100'000);
    for (const char* id : {"i-1", "i-2", "i-3"}) recent.keep(id, original(40'000));
    CHECK(recent.find("i-1") == nullptr);
    REQUIRE(recent.find("i-2") != nullptr);
    CHECK(recent.find("i-2")->letter.subject == "Pothole");
    CHECK(recent.find("i-3")->inbound.octets.size() == 40'000);
  }

  TEST_CASE("one in use outlasts its place") {
    RecentLetters recent(50'000);
    recent.keep("i-1", original(40'000));
    const auto used = recent.find("i-1");
    recent.keep("i-2", original(40'000));
    CHECK(recent.find("i-1") == nullptr);
    CHECK(used->inbound.octets.size() == 40'000);
  }

  TEST_CASE("one that is larger than all the room pushes nothing out") {
    RecentLetters recent(50'000);
    recent.keep("i-1", original(40'000));
    recent.keep("i-2", original(60'000));
    CHECK(recent.find("i-1") != nullptr);
    CHECK(recent.find("i-2") == nullptr);
  }

  TEST_CASE("files and headers count as octets do") {
    RecentLetters recent(100'000);
    Original large = original(10);
    large.letter.attachments.emplace_back().content.assign(60'000, 'x');
    large.letter.headers.push_back({"X-Long", std::string(60'000, 'x')});
    recent.keep("i-1", std::move(large));
    CHECK(recent.find("i-1") == nullptr);
  }

  TEST_CASE("the same letter twice is one") {
    RecentLetters recent(100'000);
    recent.keep("i-1", original(40'000));
    recent.keep("i-1", original(40'000));
    recent.keep("i-2", original(40'000));
    CHECK(recent.find("i-1") != nullptr);
  }
}
