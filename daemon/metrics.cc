#include "daemon/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include "daemon/metrics_moment.h"

namespace docket {
namespace {

using Buckets = prometheus::Histogram::BucketBoundaries;

prometheus::Histogram& histogram(prometheus::Registry& registry, const char* name, const char* help,
                                 const Buckets& buckets) {
  return prometheus::BuildHistogram().Name(name).Help(help).Register(registry).Add({}, buckets);
}

prometheus::Family<prometheus::Counter>& counters(prometheus::Registry& registry, const char* name, const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

const Buckets& quick() {
  static const Buckets kQuick{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
  return kQuick;
}

/// Five minutes is what the report counts against.
const Buckets& patient() {
  static const Buckets kPatient{1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 14400, 86400};
  return kPatient;
}

const Buckets& sizes() {
  static const Buckets kSizes{1, 2, 5, 10, 20, 50, 100};
  return kSizes;
}

}  // namespace

struct Metrics::State {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& letters =
      counters(registry, "docket_letters_total", "Letters recorded since the start, by source and outcome.");
  prometheus::Family<prometheus::Counter>& sendings =
      counters(registry, "docket_sendings_total", "Attempts to send a letter since the start, by kind and result.");
  prometheus::Family<prometheus::Counter>& reloads =
      counters(registry, "docket_reloads_total", "Reloads since the start: taken, or refused for errors.");
  prometheus::Histogram& reading =
      histogram(registry, "docket_read_seconds", "Reading and judging one letter.", quick());
  prometheus::Histogram& commits =
      histogram(registry, "docket_commit_seconds", "One commit of the case book, until it is on the disk.", quick());
  prometheus::Histogram& groups =
      histogram(registry, "docket_commit_letters", "Letters recorded in one commit.", sizes());
  prometheus::Histogram& queued =
      histogram(registry, "docket_acknowledgement_queued_seconds",
                "From receipt of a letter until its acknowledgement lay in the outbox.", patient());
  prometheus::Histogram& sent =
      histogram(registry, "docket_acknowledgement_sent_seconds",
                "From receipt of a letter until its acknowledgement had gone out.", patient());
};

Metrics::Metrics() : state_(std::make_unique<State>()) {
  for (const char* result : {"taken", "refused"}) state_->reloads.Add({{"result", result}});  // from 0 on
}

Metrics::~Metrics() = default;

void Metrics::letter(const std::string& source, const std::string& outcome) {
  state_->letters.Add({{"source", source}, {"outcome", outcome}}).Increment();
}

void Metrics::read(Seconds took) { state_->reading.Observe(took.count()); }

void Metrics::committed(Seconds took) { state_->commits.Observe(took.count()); }

void Metrics::group(std::size_t letters) { state_->groups.Observe(static_cast<double>(letters)); }

void Metrics::sending(const std::string& kind, const std::string& result) {
  state_->sendings.Add({{"kind", kind}, {"result", result}}).Increment();
}

void Metrics::acknowledgement_queued(Seconds after) { state_->queued.Observe(after.count()); }

void Metrics::acknowledgement_sent(Seconds after) { state_->sent.Observe(after.count()); }

void Metrics::reloaded(bool taken) { state_->reloads.Add({{"result", taken ? "taken" : "refused"}}).Increment(); }

std::string Metrics::text(const MetricsMoment& moment) const {
  auto families = families_of(moment);
  for (auto& family : state_->registry.Collect()) families.push_back(std::move(family));
  return prometheus::TextSerializer().Serialize(families);
}

std::string metrics_when_down(std::string_view version) {
  using prometheus::MetricType;
  return prometheus::TextSerializer().Serialize(
      {metric_family("docket_up", "Whether docket runs.", MetricType::Gauge, {{{}, 0}}),
       metric_family("docket_build_info", "The version of docket, as a label.", MetricType::Gauge,
                     {{{{"version", std::string(version)}}, 1}})});
}

}  // namespace docket
