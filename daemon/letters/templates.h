// The town's letter templates: NAME.LANG.txt, mustache with a closed list of variables.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "config/load.h"
#include "config/problem.h"
#include "config/town.h"

namespace docket {

struct RenderedLetter {
  std::string subject;
  std::string text;      ///< LF line ends
  std::string language;  ///< for Content-Language: "fr", or "en, fr"
};

/// One variable a template may use, for `docket check --variables`.
struct TemplateVariable {
  std::string name;
  std::string meaning;
  bool section = false;  ///< usable as {{#name}}…{{/name}} over a list
};

/// Immutable; safe from every thread.
class Templates {
 public:
  ~Templates();
  Templates(const Templates&) = delete;
  Templates& operator=(const Templates&) = delete;

  /// Checks every tag and variable by scanning, with line and column; names missing for a language of the town are
  /// errors. nullptr when any problem is an error.
  [[nodiscard]] static std::shared_ptr<const Templates> load(const std::vector<TextFile>& files, const Town& town,
                                                             Problems& problems);
  /// Names without language, sorted.
  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] bool has(const std::string& name) const;
  /// Renders `name` in each of `languages`, one under the other. `facts` maps each language to its variables
  /// (daemon/letters/acknowledgement.h); lines whose values are all empty are left out.
  [[nodiscard]] RenderedLetter render(const std::string& name, const std::vector<std::string>& languages,
                                      const nlohmann::json& facts) const;
  [[nodiscard]] static const std::vector<TemplateVariable>& variables();

 private:
  struct Parsed;
  explicit Templates(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace docket
