#include "daemon/metrics_moment.h"

#include <algorithm>

#include "daemon/process.h"

namespace docket {
namespace {

using prometheus::MetricFamily;
using prometheus::MetricType;
using Values = std::vector<std::pair<MetricLabels, double>>;

double seconds(Time time) { return std::chrono::duration<double>(time.time_since_epoch()).count(); }

double number(std::int64_t value) { return static_cast<double>(value); }

class Families {
 public:
  void gauge(const char* name, const char* help, const Values& values) {
    if (!values.empty()) all.push_back(metric_family(name, help, MetricType::Gauge, values));
  }
  void counter(const char* name, const char* help, double value) {
    all.push_back(metric_family(name, help, MetricType::Counter, {{{}, value}}));
  }
  void gauge(const char* name, const char* help, double value) { gauge(name, help, Values{{{}, value}}); }

  std::vector<MetricFamily> all;
};

void of_daemon(Families& families, const MetricsMoment& moment) {
  families.gauge("docket_up", "Whether docket runs.", 1);
  families.gauge("docket_healthy", "Whether nothing needs a person (docket status).", moment.healthy ? 1 : 0);
  families.gauge("docket_build_info", "The version of docket, as a label.", Values{{{{"version", moment.version}}, 1}});
  families.gauge("docket_mode_info", "live, or shadow: recorded and never sent.", Values{{{{"mode", moment.mode}}, 1}});
  families.gauge("docket_rules_info", "The version of the rules that run, as a label.",
                 Values{{{{"version", moment.rule_set}}, 1}});
  families.gauge("docket_start_time_seconds", "When docket started.", seconds(moment.started));
  Values alarms;
  for (const auto& [kind, count] : moment.alarms) alarms.push_back({{{"kind", kind}}, number(count)});
  families.gauge("docket_problems", "What stands now that an admin is told of, by kind.", alarms);
}

void of_sources(Families& families, const MetricsMoment& moment) {
  Values success;
  Values since;
  Values trouble;
  Values caught_up;
  Values certificates;
  for (const auto& [name, health] : moment.sources) {
    const MetricLabels labels{{"source", name}};
    const Time last = std::max(health.last_success, moment.started);
    if (health.last_success != Time{}) success.push_back({labels, seconds(health.last_success)});
    since.push_back({labels, std::chrono::duration<double>(moment.now - last).count()});
    trouble.push_back({labels, health.trouble.empty() ? 0 : 1});
    caught_up.push_back({labels, health.caught_up ? 1 : 0});
    if (health.certificate_ends)
      certificates.push_back({{{"of", "source " + name}}, seconds(*health.certificate_ends)});
  }
  if (moment.mail_certificate_ends) certificates.push_back({{{"of", "mail"}}, seconds(*moment.mail_certificate_ends)});
  families.gauge("docket_source_success_timestamp_seconds", "The last complete look at a source.", success);
  families.gauge("docket_source_silence_seconds", "Since the last complete look at a source, or the start.", since);
  families.gauge("docket_source_trouble", "Whether something stands in a source's way.", trouble);
  families.gauge("docket_source_caught_up", "Whether all that a source holds was listed.", caught_up);
  families.gauge("docket_certificate_end_timestamp_seconds", "When a server's certificate ends.", certificates);
}

void of_counts(Families& families, const MetricsMoment& moment) {
  const BookCounts& counts = *moment.counts;
  Values open;
  for (const auto& one : counts.open) {
    open.push_back(
        {{{"office", one.office.empty() ? "review" : one.office}, {"status", one.status}}, number(one.cases)});
  }
  Values overdue;
  for (const auto& [office, cases] : counts.overdue) overdue.push_back({{{"office", office}}, number(cases)});
  Values outbox;
  for (const char* state : {"queued", "sending", "deferred", "uncertain", "failed"}) {
    const auto found = counts.outbox.find(state);
    outbox.push_back({{{"state", state}}, found == counts.outbox.end() ? 0 : number(found->second)});
  }
  families.gauge("docket_cases", "Cases ever opened.", number(counts.cases));
  families.gauge("docket_inbounds", "Letters ever recorded.", number(counts.letters));
  families.gauge("docket_events", "Events in the audit log.", number(counts.events));
  families.gauge("docket_cases_open", "Cases that are not closed, by office and status.", open);
  families.gauge("docket_cases_overdue", "Open cases whose promised day is over, by office.", overdue);
  families.gauge("docket_outbox_letters", "Letters out that are not done with, by state.", outbox);
  families.gauge(
      "docket_outbox_oldest_seconds", "How long the oldest letter has been waiting to go out.",
      counts.oldest_waiting ? std::chrono::duration<double>(moment.now - *counts.oldest_waiting).count() : 0);
  if (counts.rules_since) {
    families.gauge("docket_rules_accepted_timestamp_seconds", "When the rules that run were accepted.",
                   seconds(*counts.rules_since));
  }
}

void of_figures(Families& families, const MetricsMoment& moment) {
  const BookFigures& figures = *moment.figures;
  families.gauge("docket_quarantine_letters", "Letters in quarantine.", number(figures.quarantined));
  families.gauge("docket_review_cases_old", "Cases in review for more than a day.", number(figures.in_review_long));
  families.gauge("docket_undelivered_letters", "Letters refused for good, or that came back.",
                 number(figures.undelivered));
  families.gauge("docket_uncertain_letters", "Letters that may or may not have arrived.", number(figures.uncertain));
  families.gauge("docket_outbox_late_letters", "Letters that should have gone out a quarter of an hour ago.",
                 number(figures.late));
  if (!figures.backed_up) return;
  families.gauge("docket_backup_timestamp_seconds", "The moment that the last backup shows.",
                 seconds(*figures.backed_up));
}

void of_disk(Families& families, const MetricsMoment& moment) {
  Values files;
  for (const auto& [name, size] : moment.files) files.push_back({{{"file", name}}, static_cast<double>(size)});
  families.gauge("docket_file_bytes", "Size of the database, its write-ahead log, the ballast.", files);
  if (moment.disk_free) {
    families.gauge("docket_disk_free_bytes", "Room that is left where the book lies.",
                   static_cast<double>(*moment.disk_free));
  }
}

/// Threads of one name (handlers) are one: the slowest.
void of_threads(Families& families, const MetricsMoment& moment) {
  std::map<std::string, double> since;
  int overdue = 0;
  for (const auto& thread : moment.threads) {
    auto& longest = since[thread.name];
    longest = std::max(longest, std::chrono::duration<double>(thread.since_turn).count());
    if (thread.overdue) ++overdue;
  }
  Values values;
  for (const auto& [name, longest] : since) values.push_back({{{"thread", name}}, longest});
  families.gauge("docket_thread_turn_seconds", "Since a thread last turned; waiting for work counts too.", values);
  families.gauge("docket_threads_overdue", "Threads that should have turned by now: the watchdog is not answered.",
                 overdue);
}

/// The names that every client library uses.
void of_process(Families& families) {
  const ProcessFigures own = look_at_process();
  families.gauge("process_resident_memory_bytes", "Resident memory size in bytes.", static_cast<double>(own.resident));
  families.gauge("process_virtual_memory_bytes", "Virtual memory size in bytes.",
                 static_cast<double>(own.virtual_size));
  families.gauge("process_open_fds", "Number of open file descriptors.", own.descriptors);
  families.gauge("process_max_fds", "Maximum number of open file descriptors.", own.most_descriptors);
  families.gauge("process_threads", "Number of threads.", own.threads);
  families.counter("process_cpu_seconds_total", "Total user and system CPU time spent in seconds.", own.cpu.count());
}

}  // namespace

MetricFamily metric_family(std::string_view name, std::string_view help, MetricType type,
                           const std::vector<std::pair<MetricLabels, double>>& values) {
  MetricFamily family;
  family.name = name;
  family.help = help;
  family.type = type;
  for (const auto& [labels, value] : values) {
    prometheus::ClientMetric metric;
    for (const auto& [label, text] : labels) metric.label.push_back({label, text});
    (type == MetricType::Counter ? metric.counter.value : metric.gauge.value) = value;
    family.metric.push_back(std::move(metric));
  }
  return family;
}

std::vector<MetricFamily> families_of(const MetricsMoment& moment) {
  Families families;
  of_daemon(families, moment);
  of_sources(families, moment);
  if (moment.counts) of_counts(families, moment);
  if (moment.figures) of_figures(families, moment);
  of_disk(families, moment);
  of_threads(families, moment);
  of_process(families);
  return std::move(families.all);
}

}  // namespace docket
