// What Prometheus reads: names, labels, values; and the door that it reads them through.
#include "daemon/metrics.h"

#include <doctest/doctest.h>

#include "daemon/serve/staff_door.h"

namespace docket {
namespace {

bool says(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

MetricsMoment some_moment() {
  MetricsMoment moment;
  moment.started = Time{std::chrono::seconds(1000)};
  moment.now = Time{std::chrono::seconds(1600)};
  moment.version = "1.2.3";
  moment.mode = "live";
  moment.rule_set = "sha256:ab";
  moment.healthy = true;
  moment.sources.push_back({"council", {Time{std::chrono::seconds(1570)}, "", true, Time{std::chrono::seconds(9000)}}});
  moment.sources.push_back({"ward", {Time{}, "login refused", false, std::nullopt}});
  moment.counts.emplace();
  moment.counts->open = {{"roads", "open", 4}, {"", "review", 2}};
  moment.counts->overdue = {{"roads", 1}};
  moment.counts->outbox = {{"queued", 3}};
  moment.counts->oldest_waiting = Time{std::chrono::seconds(1500)};
  moment.figures.emplace();
  moment.figures->backed_up = Time{std::chrono::seconds(500)};
  moment.alarms = {{"source", 1}};
  moment.threads = {{"handler", "", 1, std::chrono::milliseconds(2000), false},
                    {"handler", "", 1, std::chrono::milliseconds(500), true}};
  moment.files = {{"database", 4096}};
  return moment;
}

TEST_CASE("what is so now, by the names that dashboards rely on") {
  const Metrics metrics;
  const auto text = metrics.text(some_moment());
  for (const char* line : {"docket_up 1",
                           "docket_healthy 1",
                           "docket_build_info{version=\"1.2.3\"} 1",
                           "docket_start_time_seconds 1000",
                           "docket_source_success_timestamp_seconds{source=\"council\"} 1570",
                           "docket_source_silence_seconds{source=\"council\"} 30",
                           "docket_source_silence_seconds{source=\"ward\"} 600",
                           "docket_source_trouble{source=\"ward\"} 1",
                           "docket_source_trouble{source=\"council\"} 0",
                           "docket_certificate_end_timestamp_seconds{of=\"source council\"} 9000",
                           "docket_cases_open{office=\"roads\",status=\"open\"} 4",
                           "docket_cases_open{office=\"review\",status=\"review\"} 2",
                           "docket_cases_overdue{office=\"roads\"} 1",
                           "docket_outbox_letters{state=\"queued\"} 3",
                           "docket_outbox_letters{state=\"failed\"} 0",
                           "docket_outbox_oldest_seconds 100",
                           "docket_backup_timestamp_seconds 500",
                           "docket_problems{kind=\"source\"} 1",
                           "docket_thread_turn_seconds{thread=\"handler\"} 2",
                           "docket_threads_overdue 1",
                           "docket_file_bytes{file=\"database\"} 4096"}) {
    CAPTURE(line);
    CHECK(says(text, line));
  }
  CHECK(text.find("process_resident_memory_bytes") != std::string::npos);
  CHECK(text.find("# TYPE process_cpu_seconds_total counter") != std::string::npos);
}

TEST_CASE("what happened is counted") {
  Metrics metrics;
  metrics.letter("council", "case");
  metrics.letter("council", "case");
  metrics.letter("council", "ignored");
  metrics.sending("acknowledgement", "sent");
  metrics.acknowledgement_sent(std::chrono::seconds(40));
  metrics.committed(std::chrono::milliseconds(3));
  metrics.group(7);
  metrics.reloaded(false);
  const auto text = metrics.text(some_moment());
  for (const char* line : {"docket_letters_total{outcome=\"case\",source=\"council\"} 2",
                           "docket_letters_total{outcome=\"ignored\",source=\"council\"} 1",
                           "docket_sendings_total{kind=\"acknowledgement\",result=\"sent\"} 1",
                           "docket_acknowledgement_sent_seconds_bucket{le=\"30\"} 0",
                           "docket_acknowledgement_sent_seconds_bucket{le=\"60\"} 1", "docket_commit_seconds_count 1",
                           "docket_commit_letters_bucket{le=\"5\"} 0", "docket_commit_letters_bucket{le=\"10\"} 1",
                           "docket_reloads_total{result=\"refused\"} 1", "docket_reloads_total{result=\"taken\"} 0"}) {
    CAPTURE(line);
    CHECK(says(text, line));
  }
}

TEST_CASE("a book that cannot be read leaves its figures out, not the rest") {
  auto moment = some_moment();
  moment.counts.reset();
  moment.figures.reset();
  const auto text = Metrics().text(moment);
  CHECK(says(text, "docket_up 1"));
  CHECK(text.find("docket_cases_open") == std::string::npos);
}

TEST_CASE("for a docket that does not run there is one thing to say") {
  CHECK(says(metrics_when_down("1.2.3"), "docket_up 0"));
}

TEST_CASE("the staff door answers /metrics and nothing else") {
  const auto metrics = [] { return std::string("docket_up 1\n"); };
  const auto asked = [&](const char* method, const char* path) {
    HttpRequest request;
    request.method = method;
    request.path = path;
    return answer_staff(request, metrics);
  };
  CHECK(asked("GET", "/metrics").status == 200);
  CHECK(asked("GET", "/metrics").type == "text/plain; version=0.0.4; charset=utf-8");
  CHECK(asked("GET", "/metrics").body == "docket_up 1\n");
  CHECK(asked("POST", "/metrics").status == 405);
  for (const char* path : {"/", "/status", "/cases", "/metrics/", "/inject"}) CHECK(asked("GET", path).status == 404);
}

}  // namespace
}  // namespace docket
