// `when:` of a rule, from its node to a tree of conditions.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "config/yaml/reader.h"
#include "rules/when.h"

namespace docket {

/// Values that rules refer to by name; one name space over all files, case-blind.
class Lists {
 public:
  struct Entry {
    std::string text;
    Place place;
  };
  struct List {
    std::string name;
    Place place;
    std::vector<Entry> entries;
    /// The values as each kind of condition reads them, made once.
    std::map<std::pair<const Row*, bool>, std::shared_ptr<const std::vector<Value>>> read;
  };

  /// nullptr when new; else the list of that name that is there already.
  const List* add(List&& list);
  [[nodiscard]] List* find(const std::string& name);
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::map<std::string, List> by_key_;
};

struct ConditionContext {
  yaml::Reader& reader;
  Lists& lists;
  Problems& problems;
};

/// Problems are appended; the tree is then incomplete.
[[nodiscard]] When read_when(ConditionContext& context, const yaml::Node& node);

}  // namespace docket
