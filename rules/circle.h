// A circle on the map: what is near a place. Coordinates are degrees of WGS 84, distances metres along the ground.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "rules/fault.h"

namespace docket {

/// How a rule file writes one, for hints.
inline constexpr const char* kCircleShape = "near: {latitude: 45.42, longitude: -75.69, within: 500 m}";

struct Circle {
  double latitude = 0;   ///< of its middle
  double longitude = 0;  ///< of its middle
  double metres = 0;     ///< its border is inside
};

/// "45.4215": degrees, in decimals, in [-90, 90] and [-180, 180].
[[nodiscard]] tl::expected<double, Fault> parse_latitude(std::string_view text);
[[nodiscard]] tl::expected<double, Fault> parse_longitude(std::string_view text);
/// "500 m", "1.5 km", in metres; from 1 m to 1,000 km.
[[nodiscard]] tl::expected<double, Fault> parse_distance(std::string_view text);
/// "45.4215, -75.6972, 500 m".
[[nodiscard]] tl::expected<Circle, Fault> parse_circle(std::string_view text);

/// On the great circle, of a sphere: at most 0.6% from the ellipsoid's, which is less than anybody's guess of a place.
[[nodiscard]] double metres_between(double latitude_a, double longitude_a, double latitude_b, double longitude_b);
/// Of the circle's middle.
[[nodiscard]] double metres_from(const Circle& circle, double latitude, double longitude);
/// Whether every place in `inner` is in `outer`, and whether any can be in both. Where the last centimetre decides, the
/// first says no and the second yes.
[[nodiscard]] bool is_within(const Circle& inner, const Circle& outer);
[[nodiscard]] bool may_meet(const Circle& a, const Circle& b);
/// "320 m away", rounded up, so that it never seems nearer than it is.
[[nodiscard]] std::string distance_in_words(double metres);

}  // namespace docket
