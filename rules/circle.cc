#include "rules/circle.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

#include "config/text.h"

namespace docket {
namespace {

constexpr double kEarthRadius = 6371008.8;  // metres; the mean of WGS 84 (IUGG)
constexpr double kMaxMetres = 1'000'000;
constexpr double kSlack = 0.01;  // metres; far more than rounding loses
constexpr double kShownInMetres = 10'000;

/// Decimal digits with one point at most: no exponents, no "inf", none of what else C++ takes for a number.
std::optional<double> decimal(std::string_view text) {
  if (text.empty() || text.size() > 20 || text.find_first_not_of("0123456789.-") != std::string_view::npos) {
    return std::nullopt;
  }
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

tl::expected<double, Fault> degrees(std::string_view text, double most, const char* what, const char* hint) {
  const auto number = decimal(trim(text));
  if (number && std::abs(*number) <= most) return *number;
  return tl::unexpected(Fault{fmt::format("'{}' is no {}", trim(text), what), hint});
}

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

}  // namespace

tl::expected<double, Fault> parse_latitude(std::string_view text) {
  return degrees(text, 90, "latitude", "degrees from -90 to 90: 45.42");
}

tl::expected<double, Fault> parse_longitude(std::string_view text) {
  return degrees(text, 180, "longitude", "degrees from -180 to 180: -75.69");
}

tl::expected<double, Fault> parse_distance(std::string_view text) {
  text = trim(text);
  const auto unit_at = std::min(text.find_first_of("mk"), text.size());
  const auto unit = text.substr(unit_at);
  const auto number = decimal(trim(text.substr(0, unit_at)));
  const auto metres = number.value_or(0) * (unit == "km" ? 1000 : unit == "m" ? 1 : 0);
  if (metres >= 1 && metres <= kMaxMetres) return metres;
  return tl::unexpected(
      Fault{fmt::format("'{}' is no distance", text), "a number with its unit, 1 m to 1000 km: 500 m or 1.5 km"});
}

tl::expected<Circle, Fault> parse_circle(std::string_view text) {
  const auto parts = split(text, ',');
  if (parts.size() != 3)
    return tl::unexpected(Fault{fmt::format("'{}' is no place with a distance", text), kCircleShape});
  const auto latitude = parse_latitude(parts[0]);
  const auto longitude = parse_longitude(parts[1]);
  const auto metres = parse_distance(parts[2]);
  for (const auto* part : {&latitude, &longitude, &metres}) {
    if (!*part) return tl::unexpected(part->error());
  }
  return Circle{*latitude, *longitude, *metres};
}

/// The haversine formula, which stays exact for places that are close.
double metres_between(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
  const auto half_sine = [](double degrees) { return std::pow(std::sin(radians(degrees) / 2), 2); };
  const auto part = half_sine(latitude_b - latitude_a) + std::cos(radians(latitude_a)) * std::cos(radians(latitude_b)) *
                                                             half_sine(longitude_b - longitude_a);
  return 2 * kEarthRadius * std::asin(std::sqrt(std::min(1.0, part)));
}

double metres_from(const Circle& circle, double latitude, double longitude) {
  return metres_between(circle.latitude, circle.longitude, latitude, longitude);
}

bool is_within(const Circle& inner, const Circle& outer) {
  const auto apart = metres_from(outer, inner.latitude, inner.longitude);
  const bool same_middle = inner.latitude == outer.latitude && inner.longitude == outer.longitude;
  return same_middle ? inner.metres <= outer.metres : apart + inner.metres + kSlack <= outer.metres;
}

bool may_meet(const Circle& a, const Circle& b) {
  return metres_from(a, b.latitude, b.longitude) <= a.metres + b.metres + kSlack;
}

std::string distance_in_words(double metres) {
  if (metres <= kShownInMetres) return fmt::format("{:.0f} m away", std::ceil(metres));
  return fmt::format("{:.1f} km away", std::ceil(metres / 100) / 10);
}

}  // namespace docket
