// HTML of a letter made harmless for libxml2's parser before it is fed.
#pragma once

#include <string>
#include <string_view>

namespace docket {

/// The same elements and text without comments, conditional sections of Word ("<![if …]>"), scripts, styles, the end
/// of the document where more follows, and the attributes of tags that have too many. Comments and tags end where the
/// HTML standard ends them (section 13.2.5); where none of it ends the rest is dropped, as browsers do. Never fails;
/// one pass, linear; at most four
/// times as long as `html` (each lone "<" becomes an entity).
[[nodiscard]] std::string tame_markup(std::string_view html);

}  // namespace docket
