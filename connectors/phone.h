// Telephone numbers: one form to compare and store them by, another to show them in. The rules of every country are
// libphonenumber's, and its headers stay in the one .cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace docket {

/// E.164 ("+16135550142") of a number as a person, a form or a carrier wrote it; without its extension. Without a
/// country code it is read as a number of `region` (two letters; empty: only numbers with a + are understood). nullopt
/// for everything else: short codes, local numbers without an area code, a caller who withheld his.
[[nodiscard]] std::optional<std::string> normalised(std::string_view as_it_came, const std::string& region);

/// As one writes an E.164 number in `region`: without the country code where it is the region's own. What is no E.164
/// number comes back as it is.
[[nodiscard]] std::string shown(const std::string& e164, const std::string& region);

/// The two letters of the country that an IANA time zone is in (ISO 3166-1); empty where it is in none ("UTC") or ICU
/// does not know the zone.
[[nodiscard]] std::string region_of(const std::string& time_zone);

}  // namespace docket
