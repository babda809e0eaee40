#include "daemon/commands/report_sections.h"

namespace docket {

const std::vector<ReportSection>& report_sections() {
  static const std::vector<ReportSection> kSections{
      {"Opened",
       "Cases opened in the time, under the office that has them now, and the channel of their first letter. A merged "
       "case is counted once, as the one it goes on in. Duplicates are the same letter again: no case of its own.",
       {{"/opened", "opened"},
        {"/channels/email", "email"},
        {"/channels/form", "form"},
        {"/channels/sms", "sms"},
        {"/channels/voice", "voice"},
        {"/channels/open311", "open311"},
        {"/channels/webhook", "webhook"},
        {"/channels/phone", "phone"},
        {"/channels/counter", "counter"},
        {"/duplicates", "duplicates"}}},
      {"Acknowledged",
       "From the receipt of the first letter until its acknowledgement had gone out. %: of those not withheld. "
       "Undelivered: refused, or it came back. Waiting: not gone out yet.",
       {{"/acknowledged/within_5_minutes", "in 5 minutes"},
        {"/acknowledged/within_5_minutes_percent", "%"},
        {"/acknowledged/later", "later"},
        {"/acknowledged/waiting", "waiting"},
        {"/acknowledged/undelivered", "undelivered"},
        {"/acknowledged/withheld", "withheld"}}},
      {"Passed on",
       "Until an office that answers it had the letter: before the closing of the business day on which the letter "
       "counts as received (one that comes on a closed day counts on the next open one), later, or still in time. "
       "%: of those not still in time.",
       {{"/forwarded/same_day", "same day"},
        {"/forwarded/same_day_percent", "%"},
        {"/forwarded/later", "later or not"},
        {"/forwarded/open", "in time"}}},
      {"First response",
       "Against the day promised, as it stood last (an extension counts). In time, late; open: not due yet, or waiting "
       "for the resident; overdue; closed without one; not measured: the office answers residents itself and the case "
       "has not seen an answer; answered at once: a ready answer was enough. %: in time, of in time, late, overdue and "
       "closed without. Hours: from the receipt to the answer, in hours in which the offices are open, without the "
       "time that it waited for the resident, of every case that was answered (half of them took this long or less; "
       "nine of ten did).",
       {{"/first_response/promised", "promised"},
        {"/first_response/in_time", "in time"},
        {"/first_response/in_time_percent", "%"},
        {"/first_response/late", "late"},
        {"/first_response/open", "open"},
        {"/first_response/overdue", "overdue"},
        {"/first_response/closed_without", "closed without"},
        {"/first_response/not_measured", "not measured"},
        {"/first_response/answered_at_once", "at once"},
        {"/first_response/median_open_hours", "half in h"},
        {"/first_response/p90_open_hours", "9 of 10 in h"}}},
      {"First response: statutory alone",
       "Of the promises above, those that a law makes; they are in the figures above too.",
       {{"/first_response/statutory/promised", "promised"},
        {"/first_response/statutory/in_time", "in time"},
        {"/first_response/statutory/in_time_percent", "%"},
        {"/first_response/statutory/late", "late"},
        {"/first_response/statutory/open", "open"},
        {"/first_response/statutory/overdue", "overdue"},
        {"/first_response/statutory/closed_without", "closed without"},
        {"/first_response/statutory/not_measured", "not measured"}}},
      {"Resolution",
       "As the first response: the case was closed before the day promised, or not. Reopened: open again.",
       {{"/resolution/promised", "promised"},
        {"/resolution/in_time", "in time"},
        {"/resolution/in_time_percent", "%"},
        {"/resolution/late", "late"},
        {"/resolution/open", "open"},
        {"/resolution/overdue", "overdue"},
        {"/resolution/not_measured", "not measured"},
        {"/resolution/median_open_hours", "half in h"},
        {"/resolution/p90_open_hours", "9 of 10 in h"}}},
      {"Resolution: statutory alone",
       "Of the promises above, those that a law makes.",
       {{"/resolution/statutory/promised", "promised"},
        {"/resolution/statutory/in_time", "in time"},
        {"/resolution/statutory/in_time_percent", "%"},
        {"/resolution/statutory/late", "late"},
        {"/resolution/statutory/open", "open"},
        {"/resolution/statutory/overdue", "overdue"},
        {"/resolution/statutory/not_measured", "not measured"}}},
      {"What became of them",
       "Cases reopened at least once; moved from one office to another at least once; how often an office said that a "
       "case is not theirs; cases that a ready answer settled; those that waited for the resident, and for how many "
       "open hours.",
       {{"/reopened", "reopened"},
        {"/rerouted", "re-routed"},
        {"/not_ours", "not ours"},
        {"/answered_at_once", "at once"},
        {"/paused/cases", "waited"},
        {"/paused/open_hours", "open h waited"}}},
      {"Settled?",
       "What residents answered when their case was closed, each closing once; none: no answer, or nobody was asked.",
       {{"/settled/yes", "yes"}, {"/settled/not_yet", "not yet"}, {"/settled/none", "none"}}},
      {"Campaigns",
       "Groups of letters that are alike, and the cases that belong to them.",
       {{"/campaigns/campaigns", "campaigns"}, {"/campaigns/letters", "letters"}}},
      {"Open now",
       "Every case that is open now, whenever it was opened, by its age in days.",
       {{"/backlog/open", "open"},
        {"/backlog/to_7_days", "0-7"},
        {"/backlog/to_30_days", "8-30"},
        {"/backlog/to_90_days", "31-90"},
        {"/backlog/over_90_days", "over 90"}}},
  };
  return kSections;
}

const std::vector<Figure>& csv_only() {
  static const std::vector<Figure> kFigures{
      {"/acknowledged/withheld_because/automatic", ""},
      {"/acknowledged/withheld_because/list", ""},
      {"/acknowledged/withheld_because/bounce", ""},
      {"/acknowledged/withheld_because/own", ""},
      {"/acknowledged/withheld_because/null-sender", ""},
      {"/acknowledged/withheld_because/no-address", ""},
      {"/acknowledged/withheld_because/unproven", ""},
      {"/acknowledged/withheld_because/spam", ""},
      {"/acknowledged/withheld_because/rule", ""},
      {"/acknowledged/withheld_because/old", ""},
      {"/acknowledged/withheld_because/cap", ""},
      {"/acknowledged/withheld_because/shadow", ""},
      {"/acknowledged/withheld_because/discarded", ""},
      {"/first_response/no_promise", ""},
      {"/first_response/measured", ""},
      {"/resolution/no_promise", ""},
      {"/resolution/measured", ""},
  };
  return kFigures;
}

}  // namespace docket
