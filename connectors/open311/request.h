// The arguments of POST /requests of Open311 GeoReport v2: taken apart, and held against the town's services.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/town.h"

namespace docket::open311 {

/// What is answered instead of a result: the status is also the code in the body.
struct Error {
  int status = 400;
  std::string description;  ///< for whoever writes the app, so in English
};

/// As they were sent; an empty argument is an absent one. Octets until check() has found them to be UTF-8.
struct Arguments {
  std::string api_key;
  std::string service_code;
  std::string latitude, longitude;
  std::string address, address_id;
  std::string email, first_name, last_name, phone;
  std::string device_id, account_id;
  std::string description;
  std::string media_url;
  std::string locale;  ///< the language that the answer is wanted in; not of the standard
  /// By attribute code, in the order sent; of one code the values together.
  std::vector<std::pair<std::string, std::vector<std::string>>> attributes;
  std::string broken;  ///< why the body is no form; empty: it is one

  [[nodiscard]] const std::vector<std::string>* attribute(const std::string& code) const;
};

/// The body without its api_key, all else octet for octet: what may be kept.
[[nodiscard]] std::string without_key(std::string_view body);

/// Total. "attribute[CODE]" and "attribute[CODE][]" are one name; of other names that come twice the first counts.
[[nodiscard]] Arguments parse_arguments(std::string_view body);

/// WGS 84 degrees in decimal notation; nullopt for anything else and beyond ±`most`.
[[nodiscard]] std::optional<double> parse_degrees(std::string_view text, double most);

/// Everything that is wrong with a request but for its key, the first that counts first; empty: it can be taken.
[[nodiscard]] std::vector<Error> check(const Arguments& arguments, const Town& town);

}  // namespace docket::open311
