// Which figures `docket report` prints, in which order, and what each counts: the one list behind the text and the CSV.
#pragma once

#include <vector>

namespace docket {

struct Figure {
  const char* pointer;  ///< where it stands in an office's figures (RFC 6901)
  const char* head;     ///< of its column in the text
};

struct ReportSection {
  const char* title;
  const char* counts;  ///< what is counted, in a sentence or two
  std::vector<Figure> figures;
};

/// In the text's order. The CSV has the same figures and, of each group, those that the text leaves out: its header
/// never depends on what a town's book holds.
[[nodiscard]] const std::vector<ReportSection>& report_sections();
[[nodiscard]] const std::vector<Figure>& csv_only();

}  // namespace docket
