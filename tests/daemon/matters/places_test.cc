#include "daemon/matters/places.h"

#include <doctest/doctest.h>

#include "rules/fold.h"

namespace docket::matters_test {
namespace {

TEST_SUITE_BEGIN("matters");

using Names = std::vector<std::string>;

TEST_CASE("a place is found however people write it, and only as whole words") {
  const Places places({{"Maple Street", {}},
                       {"Maple Street North", {}},
                       {"rue Saint-Jean", {}},
                       {"boulevard de l'Hôpital", {"Hospital Boulevard"}},
                       {"Central Park", {"the big park"}}});
  struct Row {
    const char* text;
    Names names;
  };
  for (const auto& [text, names] :
       {Row{"The hole at 12 Maple Street grows.", {"Maple Street"}},
        Row{"MAPLE ST. and maple  street again", {"Maple Street"}},
        Row{"12-14 Maple Street North, not the other end", {"Maple Street North"}}, Row{"Maple Streets", {}},
        Row{"Sugarmaple Street", {}}, Row{"Rue St-Jean, près du n° 5", {"rue Saint-Jean"}},
        Row{"au coin de la RUE SAINT‑JEAN et du boul. de l’Hopital", {"rue Saint-Jean", "boulevard de l'Hôpital"}},
        Row{"Hospital Blvd", {"boulevard de l'Hôpital"}}, Row{"The big park is dark", {"Central Park"}},
        Row{"Maple", {}}, Row{"", {}}}) {
    CAPTURE(text);
    CHECK(places.named_in(word_form(text)) == names);
  }
}

TEST_CASE("a town without a list finds nothing") {
  CHECK(Places(std::vector<NamedPlace>{}).named_in("maple street").empty());
  CHECK(Places(std::vector<NamedPlace>{{"", {"!"}}}).named_in("maple street").empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::matters_test
