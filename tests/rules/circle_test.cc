// Distances on the ground, and circles inside and beside each other.
#include "rules/circle.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

namespace docket {
namespace {

TEST_CASE("distances agree with those of known places") {
  const struct {
    const char* name;
    double latitude_a, longitude_a, latitude_b, longitude_b, kilometres;
  } places[] = {
      {"a degree along the equator", 0, 0, 0, 1, 111.195},
      {"a degree of latitude", 45, 7, 46, 7, 111.195},
      {"a degree along a parallel", 60, 0, 60, 1, 55.597},
      {"pole to pole", 90, 0, -90, 0, 20015.115},
      {"over the pole", 89, 0, 89, 180, 222.390},
      {"over the date line", 0, 179.5, 0, -179.5, 111.195},
      {"the same place", 45.4215, -75.6972, 45.4215, -75.6972, 0},
      {"a pole, by any longitude", 90, 10, 90, -120, 0},
  };
  for (const auto& p : places) {
    CAPTURE(p.name);
    const auto metres = metres_between(p.latitude_a, p.longitude_a, p.latitude_b, p.longitude_b);
    CHECK(std::abs(metres - p.kilometres * 1000) < 1);
    CHECK(metres_between(p.latitude_b, p.longitude_b, p.latitude_a, p.longitude_a) == doctest::Approx(metres));
  }
}

TEST_CASE("numbers as people write coordinates and distances, and nothing else") {
  CHECK(parse_latitude("45.4215") == 45.4215);
  CHECK(parse_latitude(" -90 ") == -90);
  CHECK(parse_longitude("-180.0") == -180);
  for (const char* wrong : {"", "90.1", "-91", "1e1", "nan", "inf", "0x10", "4 5", "45,4", "--4", "4-5", "4.5.6", "N45",
                            "45°", "+45", "999999999999999999999"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_latitude(wrong).has_value());
    CHECK_FALSE(parse_longitude(std::string("1") + wrong + "x").has_value());
  }
  CHECK(parse_distance("500 m") == 500);
  CHECK(parse_distance("500m") == 500);
  CHECK(parse_distance("1.5 km") == 1500);
  CHECK(parse_distance("1000 km") == 1'000'000);
  for (const char* wrong : {"", "500", "m", "km", "0 m", "-5 m", "0.9 m", "1000.1 km", "5 mi", "5 miles", "5 M", "5 mm",
                            "5 m m", "1e3 m", "nan m", "5  m 3"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_distance(wrong).has_value());
  }
}

TEST_CASE("circles inside and beside each other: never wrong about a place") {
  std::mt19937 random(7);
  const auto number = [&](double from, double to) { return std::uniform_real_distribution<double>(from, to)(random); };
  int inside = 0;
  int apart = 0;
  for (int i = 0; i < 20000; ++i) {
    const Circle a{number(45, 45.1), number(-75.1, -75), number(1, 6000)};
    const Circle b{number(45, 45.1), number(-75.1, -75), number(1, 6000)};
    const double latitude = number(44.95, 45.15);
    const double longitude = number(-75.15, -74.95);
    const bool in_a = metres_from(a, latitude, longitude) <= a.metres;
    const bool in_b = metres_from(b, latitude, longitude) <= b.metres;
    if (is_within(a, b) && ++inside > 0) CHECK((!in_a || in_b));
    if (!may_meet(a, b) && ++apart > 0) CHECK_FALSE((in_a && in_b));
    CHECK(is_within(a, a));
    if (is_within(a, b)) CHECK(may_meet(a, b));
  }
  CHECK(inside > 500);
  CHECK(apart > 500);
}

TEST_CASE("a distance never seems shorter than it is") {
  CHECK(distance_in_words(0) == "0 m away");
  CHECK(distance_in_words(500.2) == "501 m away");
  CHECK(distance_in_words(9999.5) == "10000 m away");
  CHECK(distance_in_words(12340) == "12.4 km away");
}

}  // namespace
}  // namespace docket
