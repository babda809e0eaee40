// docket report: figures of a time's cases against what was promised, per office and in total.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/commands/report_sections.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr const char* kTotal = "(total)";
constexpr const char* kReview = "(in review)";
constexpr std::size_t kWidth = 100;

/// The offices, and the total last. An id is a plain word, so that what is none stands in brackets.
json rows_of(const json& report) {
  auto rows = json::array();
  for (auto row : report["offices"]) {
    if (row["office"].is_null()) row["office"] = kReview;
    rows.push_back(std::move(row));
  }
  if (report.contains("total")) {
    rows.push_back(report["total"]);
    rows.back()["office"] = kTotal;
  }
  return rows;
}

/// A reason that no letter had is counted 0; what could not be measured is null.
json value_at(const json& row, const Figure& figure) { return row.value(json::json_pointer(figure.pointer), json(0)); }

/// "/first_response/in_time" as "first_response_in_time".
std::string csv_name(const Figure& figure) {
  std::string name = std::string(figure.pointer).substr(1);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '/' || c == '-'; }, '_');
  return name;
}

std::vector<Figure> csv_figures() {
  std::vector<Figure> figures;
  for (const auto& section : report_sections()) {
    figures.insert(figures.end(), section.figures.begin(), section.figures.end());
  }
  figures.insert(figures.end(), csv_only().begin(), csv_only().end());
  return figures;
}

/// RFC 4180: numbers and office ids need no quotes; no value is an empty field.
void print_csv(const json& report) {
  const auto figures = csv_figures();
  std::string text = "office";
  for (const auto& figure : figures) text += "," + csv_name(figure);
  for (const auto& row : rows_of(report)) {
    text += "\r\n" + row["office"].get<std::string>();
    for (const auto& figure : figures) {
      const auto value = value_at(row, figure);
      text += "," + (value.is_null() ? std::string() : value.dump());
    }
  }
  std::cout << text << "\r\n";
}

void print_folded(std::string_view text) {
  while (text.size() > kWidth) {
    const auto end = text.rfind(' ', kWidth);
    std::cout << "  " << text.substr(0, end) << "\n";
    text.remove_prefix(end + 1);
  }
  std::cout << "  " << text << "\n";
}

/// A section without a single count says nothing.
bool is_empty(const ReportSection& section, const json& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](const json& row) {
    return std::all_of(section.figures.begin(), section.figures.end(), [&](const Figure& figure) {
      const auto value = value_at(row, figure);
      return value.is_null() || value == 0;
    });
  });
}

void print_section(const ReportSection& section, const json& rows) {
  std::cout << "\n" << section.title << "\n";
  print_folded(section.counts);
  std::vector<std::string> columns{"office"};
  for (const auto& figure : section.figures) columns.emplace_back(figure.head);
  auto table = json::array();
  for (const auto& row : rows) {
    json line{{"office", row["office"]}};
    for (const auto& figure : section.figures) line[figure.head] = value_at(row, figure);
    table.push_back(std::move(line));
  }
  print_table(table, columns);
}

/// What the whole town's figures say besides those of its offices.
void print_whole(const json& report) {
  const auto& withheld = report["total"]["acknowledged"]["withheld_because"];
  if (!withheld.empty()) {
    std::cout << "\nAcknowledgements withheld, by reason\n";
    for (const auto& [reason, count] : withheld.items()) std::cout << fmt::format("  {}: {}\n", reason, count.dump());
  }
  if (!report["misroutes"].empty()) {
    std::cout << "\nNot ours\n";
    print_folded("How many of the cases a rule decided, and how often an office then said that it is not theirs.");
    print_table(report["misroutes"], {"rule", "decided", "not_ours"});
  }
  const auto& left_out = report["not_counted"];
  std::cout << fmt::format(
      "\nOpened in this time and in no figure: spam {}, staff {}, from before the first start {}, merged into another "
      "case {}.\n",
      left_out["spam"].dump(), left_out["staff"].dump(), left_out["imported"].dump(), left_out["merged"].dump());
}

void print_text_report(const json& report) {
  std::cout << fmt::format("Cases opened from {} until the day before {}, as they stood at {}\n",
                           report.value("from", ""), report.value("to", ""), report.value("at", ""));
  const auto rows = rows_of(report);
  for (const auto& section : report_sections()) {
    if (!is_empty(section, rows)) print_section(section, rows);
  }
  if (report.contains("total")) print_whole(report);
}

}  // namespace

int run_report(const Common& common, const ReportOptions& options) {
  const auto report =
      ask_reading(common, "/report", {{"from", options.from}, {"to", options.to}, {"office", options.office}});
  if (!report) return report.error();
  if (common.json) {
    print_json(*report);
  } else if (options.csv) {
    print_csv(*report);
  } else {
    print_text_report(*report);
  }
  return kDone;
}

}  // namespace docket
