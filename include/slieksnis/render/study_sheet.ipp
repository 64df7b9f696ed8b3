// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "sheet_head.hpp"
#include "study.hpp"
#include "study.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// A table of words: what text and a page have in common.
struct study_block {
  struct row {
    std::string label;
    std::vector<std::string> cells;
    bool part = false;  ///< tells more of the row above it
  };
  std::string title;
  std::string of;  ///< over the labels
  std::vector<std::string> heads;
  std::vector<row> rows;
};

class study_sheet {
 public:
  study_sheet(const study_options& options, const study_result& made, const study_report& report)
      : options_(options), made_(made), report_(report), words_(options, made, report.lang) {}

  [[nodiscard]] const study_words& words() const noexcept { return words_; }

  [[nodiscard]] std::string heading() const {
    const std::string what =
        options_.compares ? in("Salīdzinājums", "Comparison") : in("Simulācija", "Simulation");
    const auto& first = options_.scenarios.front().on;
    const bool one_day = std::all_of(options_.scenarios.begin(), options_.scenarios.end(),
                                     [&](const scenario& one) { return one.on == first; });
    return first && one_day ? what + in(" par ", " for ") + format_date(*first, report_.lang) : what;
  }

  /// Which laws are looked at, and what was read.
  [[nodiscard]] std::vector<head_line> head() const {
    std::vector<head_line> result;
    for (std::size_t i = 0; words_.pair() && i < 2; ++i)
      result.push_back({words_.scenario(i), options_.scenarios[i].name + day_of(i)});
    if (!words_.pair() && options_.scenarios.size() > 1) {
      std::string names;
      for (const scenario& one : options_.scenarios) names += (names.empty() ? "" : "; ") + one.name;
      result.push_back({in("aprēķini", "scenarios"), names});
    }
    result.push_back({in("mājsaimniecības", "households"), households()});
    const batch_summary& rows = made_.rows;
    if (rows.bad_rows > 0)
      result.push_back({in("kļūdainas rindas", "bad rows"),
                        plain(rows.bad_rows) + in(" (nav ieskaitītas; kļūdas: ", " (not counted; errors: ") +
                            plain(rows.errors) + ")"});
    if (made_.weighted)
      result.push_back({in("svars", "weight"), in("kolonna \"", "the column \"") + options_.weight_column +
                                                   in("\"; skaiti ir svērti", "\"; counts are weighted")});
    if (const std::string read = columns_used(rows, false); !read.empty())
      result.push_back({in("nolasītās kolonnas", "columns that were read"), read});
    if (const std::string passed = columns_used(rows, true); !passed.empty())
      result.push_back({in("nelietotās kolonnas", "columns that were not used"), passed});
    return result;
  }

  /// Columns that were nearly facts, and what is undetermined for some.
  [[nodiscard]] std::vector<std::string> warnings() const {
    std::vector<std::string> result;
    for (const batch_column& one : made_.rows.columns)
      if (one.use == column_use::passed && !one.near.empty())
        result.push_back(say(report_.lang, "kolonna \"{}\" nav nolasīta: vai domāts {}?",
                             "the column \"{}\" was not read: did you mean {}?", one.header,
                             either(one.near).in(report_.lang)));
    for (const std::size_t m : measures(true)) {
      bool open = false;
      for (std::size_t s = 0; s < options_.scenarios.size(); ++s)
        open = open || figures(made_.all, s, m).undetermined.rows > 0;
      if (open)
        result.push_back(
            say(report_.lang, "{}: daļai trūkst faktu, un lēmums nav nosakāms; summās ir tikai zināmais",
                "{}: facts are missing for some, who are undetermined; sums hold only what is known",
                words_.title(made_.measures[m])));
    }
    return result;
  }

  /// How the numbers were made, below them.
  [[nodiscard]] std::vector<std::string> method() const {
    std::vector<std::string> result{in(
        "Summas ir saskaitītas precīzi; rādot summas un vidējos, tie noapaļoti līdz centiem (puse uz augšu).",
        "Sums are added up exactly; shown sums and means are rounded to cents, half up.")};
    if (std::any_of(made_.measures.begin(), made_.measures.end(),
                    [&](const study_measure& one) { return words_.monthly(one); }))
      result.push_back(in("Gadā: 12 reizes tik, cik mēnesī.", "A year: 12 times as much as a month."));
    if (options_.compares && options_.scenarios.size() > 1)
      result.push_back(
          in("Tie, par kuriem pirms vai pēc lēmums nav nosakāms, nav ne starp ieguvējiem, ne zaudētājiem.",
             "Who is undetermined on either side is neither among the winners nor the losers."));
    if (made_.weighted)
      result.push_back(
          in("Svērtie skaiti, kas nav veseli, noapaļoti līdz divām zīmēm aiz komata (puse uz augšu).",
             "Weighted counts that are not whole are rounded to two decimal places, half up."));
    const auto by_parts = [](const grouping& one) { return one.parts > 0; };
    if (std::any_of(options_.groups.begin(), options_.groups.end(), by_parts))
      result.push_back(
          in("Vienādās daļas dala mājsaimniecības pēc pirmā aprēķina vērtības; vienādas vērtības paliek "
             "kopā, tāpēc "
             "daļas var nebūt gluži vienādas.",
             "Equal parts divide the households by their value under the first scenario; households of one "
             "value "
             "stay together, so that parts may differ in size."));
    return result;
  }

  /// Measures by their place, without what says nothing, and without the parts of a sum unless wanted.
  [[nodiscard]] std::vector<std::size_t> measures(bool parts) const {
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < made_.measures.size(); ++i)
      if (!words_.says_nothing(i) && (parts || !words_.part_of_total(made_.measures[i]))) result.push_back(i);
    return result;
  }

  /// All households: a column for each scenario, and behind it the change against the first one.
  [[nodiscard]] study_block summary(std::size_t measure) const {
    const study_measure& one = made_.measures[measure];
    study_block result{titled(one), "", {}, {}};
    for (std::size_t s = 0; s < options_.scenarios.size(); ++s) {
      result.heads.push_back(words_.scenario(s));
      if (changes(s)) result.heads.push_back(in("izmaiņa", "change"));
    }
    const auto add = [&](std::string label, bool part, const auto& value, const auto& change) {
      study_block::row line{std::move(label), {}, part};
      for (std::size_t s = 0; s < options_.scenarios.size(); ++s) {
        const study_figures& here = figures(made_.all, s, measure);
        line.cells.push_back(value(here, s));
        if (changes(s)) line.cells.push_back(change(here, figures(made_.all, 0, measure)));
      }
      result.rows.push_back(std::move(line));
    };
    const auto counts = [&](std::string label, study_count study_figures::*which) {
      add(
          std::move(label), false,
          [&](const study_figures& f, std::size_t) { return words_.count(f.*which); },
          [&](const study_figures& f, const study_figures& b) {
            return words_.count_change(b.*which, f.*which);
          });
    };
    const auto sums = [&](std::string label, int times) {
      add(
          std::move(label), false,
          [&](const study_figures& f, std::size_t) { return words_.amount(one, f.amount * rational(times)); },
          [&](const study_figures& f, const study_figures& b) {
            return words_.amount(one, (f.amount - b.amount) * rational(times), true);
          });
    };
    counts(recipients(one), &study_figures::granted);
    counts(in("nav nosakāms", "undetermined"), &study_figures::undetermined);
    if (one.has_amount) {
      sums(cost(one), 1);
      if (words_.monthly(one)) sums(yearly(one), 12);
      add(
          mean_label(one), false,
          [&](const study_figures& f, std::size_t) { return words_.mean(f.amount, f.granted); },
          [&](const study_figures& f, const study_figures& b) {
            const auto now = mean_of(f.amount, f.granted);
            const auto then = mean_of(b.amount, b.granted);
            return now && then ? shown_number(*now - *then, 2, report_.lang, true) : std::string("–");
          });
    }
    if (options_.compares && options_.scenarios.size() > 1) against_first(one, add);
    return result;
  }

  /// The same measure group by group.
  [[nodiscard]] std::vector<study_block> groups(const study_table& table, std::size_t measure) const {
    std::vector<study_block> result;
    const study_measure& one = made_.measures[measure];
    for (std::size_t s = options_.compares && options_.scenarios.size() > 1 ? 1 : 0;
         s < options_.scenarios.size(); ++s) {
      const bool named = options_.scenarios.size() > 1 && !words_.pair();
      const std::string title = words_.title(one) + (named ? ", " + words_.scenario(s) : "");
      if (changes(s)) {
        result.push_back(recipients_block(table, measure, s, title));
        if (one.has_amount)
          result.push_back(amounts_block(table, measure, s, title + ", " + words_.unit(one)));
      } else {
        result.push_back(
            alone_block(table, measure, s, titled(one) + (named ? ", " + words_.scenario(s) : "")));
      }
    }
    return result;
  }

 private:
  [[nodiscard]] std::string in(const char* lv, const char* en) const { return words_.in(lv, en); }
  [[nodiscard]] std::string plain(std::uint64_t number) const {
    return grouped_digits(std::to_string(number), report_.lang);
  }
  [[nodiscard]] bool changes(std::size_t s) const { return options_.compares && s > 0; }
  [[nodiscard]] const study_figures& figures(const study_group& of, std::size_t s, std::size_t m) const {
    return made_.figures(of, s, m);
  }
  [[nodiscard]] std::string day_of(std::size_t s) const {
    const auto& first = options_.scenarios.front().on;
    const auto& on = options_.scenarios[s].on;
    return on && on != first ? ", " + format_date(*on, report_.lang) : "";
  }

  [[nodiscard]] std::string households() const {
    std::string result = plain(made_.all.households.rows);
    if (made_.weighted)
      result += in("; svērtas: ", "; weighted: ") + words_.weight(made_.all.households.weight);
    if (made_.rows.persons > 0) result += in("; personas: ", "; persons: ") + plain(made_.rows.persons);
    return result;
  }

  [[nodiscard]] std::string titled(const study_measure& one) const {
    const std::string name =
        one.quantity == study_quantity::benefit ? " (" + words_.id(one) + ")" : std::string();
    if (one.quantity == study_quantity::shortfall) {
      const auto threshold = words_.book().find_spoken(options_.threshold);
      const std::string of =
          threshold ? words_.book().at(*threshold).title.in(report_.lang) : options_.threshold;
      return words_.title(one) + " (" + of + "), " + words_.unit(one);
    }
    return words_.title(one) + name + (one.has_amount ? ", " + words_.unit(one) : "");
  }

  // --- words of a measure ---

  [[nodiscard]] std::string recipients(const study_measure& one) const {
    if (one.quantity == study_quantity::shortfall)
      return in("mājsaimniecības zem sliekšņa", "households below the threshold");
    const bool persons = words_.of_persons(one);
    if (!one.has_amount)
      return persons ? in("personas ar statusu", "persons with the status")
                     : in("mājsaimniecības ar statusu", "households with the status");
    return persons ? in("saņēmēji (personas)", "recipients (persons)")
                   : in("saņēmēji (mājsaimniecības)", "recipients (households)");
  }
  [[nodiscard]] std::string cost(const study_measure& one) const {
    if (one.quantity == study_quantity::shortfall) return in("trūkst mēnesī", "missing a month");
    if (words_.monthly(one)) return in("izmaksas mēnesī", "cost a month");
    return one.measure.of_money() ? in("izmaksas", "cost") : in("apjoms", "quantity");
  }
  [[nodiscard]] std::string mean_label(const study_measure& one) const {
    return one.quantity == study_quantity::shortfall ? in("vidēji mājsaimniecībai", "mean per household")
                                                     : in("vidēji vienam saņēmējam", "mean per recipient");
  }
  [[nodiscard]] std::string yearly(const study_measure& one) const {
    return one.quantity == study_quantity::shortfall ? in("trūkst gadā", "missing a year")
                                                     : in("izmaksas gadā", "cost a year");
  }
  struct turn {
    std::string newly, no_longer, more, less;
  };
  [[nodiscard]] turn turns(const study_measure& one) const {
    if (one.quantity == study_quantity::shortfall)
      return {in("nonāk zem sliekšņa", "newly below"), in("vairs nav zem sliekšņa", "no longer below"),
              in("trūkst vairāk", "more is missing"), in("trūkst mazāk", "less is missing")};
    if (!one.has_amount)
      return {in("iegūst statusu", "gain the status"), in("zaudē statusu", "lose the status"), {}, {}};
    return {in("sāk saņemt", "newly entitled"), in("vairs nesaņem", "no longer entitled"),
            in("ieguvēji", "winners"), in("zaudētāji", "losers")};
  }

  template <typename Add>
  void against_first(const study_measure& one, const Add& add) const {
    const turn names = turns(one);
    const auto empty = [](const study_figures&, std::size_t) { return std::string(); };
    const auto counts = [&](std::string label, study_count study_figures::*which) {
      add(std::move(label), false, empty,
          [&](const study_figures& f, const study_figures&) { return words_.count(f.*which); });
    };
    const auto gained = [&](study_count study_figures::*who, rational study_figures::*what, int sign) {
      add(in("kopā", "in all"), true, empty, [&](const study_figures& f, const study_figures&) {
        return words_.amount(one, f.*what * rational(sign), true);
      });
      add(in("vidēji", "on average"), true, empty, [&](const study_figures& f, const study_figures&) {
        return words_.mean(f.*what * rational(sign), f.*who, true);
      });
    };
    counts(names.newly, &study_figures::newly);
    counts(names.no_longer, &study_figures::no_longer);
    if (one.has_amount) {
      counts(names.more, &study_figures::winners);
      gained(&study_figures::winners, &study_figures::gain, 1);
      counts(names.less, &study_figures::losers);
      gained(&study_figures::losers, &study_figures::loss, -1);
    }
    counts(in("nav salīdzināms", "not comparable"), &study_figures::unknown);
  }

  // --- groups ---

  template <typename Cells>
  [[nodiscard]] study_block block(const study_table& table, std::string title, std::vector<std::string> heads,
                                  const Cells& cells) const {
    study_block result{std::move(title), words_.title(table), std::move(heads), {}};
    for (const study_group& one : table.groups)
      if (one.households.rows > 0) result.rows.push_back({words_.title(table, one), cells(one), false});
    result.rows.push_back({in("visi", "all"), cells(made_.all), false});
    return result;
  }

  [[nodiscard]] study_block recipients_block(const study_table& table, std::size_t m, std::size_t s,
                                             std::string title) const {
    const study_measure& one = made_.measures[m];
    const turn names = turns(one);
    const std::string who = one.quantity == study_quantity::shortfall ? in("zem sliekšņa ", "below ")
                            : one.has_amount                          ? in("saņēmēji ", "recipients ")
                                                                      : in("ar statusu ", "with status ");
    return block(table, std::move(title),
                 {in("mājsaimniecības", "households"), who + words_.scenario(0), who + words_.scenario(s),
                  names.newly, names.no_longer, in("nav salīdzināms", "not comparable")},
                 [&, m, s](const study_group& group) -> std::vector<std::string> {
                   const study_figures& now = figures(group, s, m);
                   return {words_.count(group.households), words_.count(figures(group, 0, m).granted),
                           words_.count(now.granted),      words_.count(now.newly),
                           words_.count(now.no_longer),    words_.count(now.unknown)};
                 });
  }

  [[nodiscard]] study_block amounts_block(const study_table& table, std::size_t m, std::size_t s,
                                          std::string title) const {
    const study_measure& one = made_.measures[m];
    const turn names = turns(one);
    const bool shortfall = one.quantity == study_quantity::shortfall;
    const std::string gain = shortfall ? in("vidēji", "mean") : in("vidējais ieguvums", "mean gain");
    const std::string loss = shortfall ? in("vidēji", "mean") : in("vidējais zaudējums", "mean loss");
    return block(table, std::move(title),
                 {cost(one) + " " + words_.scenario(0), cost(one) + " " + words_.scenario(s),
                  in("izmaiņa", "change"), names.more, gain, names.less, loss},
                 [&, m, s](const study_group& group) -> std::vector<std::string> {
                   const study_figures& then = figures(group, 0, m);
                   const study_figures& now = figures(group, s, m);
                   return {words_.amount(one, then.amount),
                           words_.amount(one, now.amount),
                           words_.amount(one, now.amount - then.amount, true),
                           words_.count(now.winners),
                           words_.mean(now.gain, now.winners, true),
                           words_.count(now.losers),
                           words_.mean(-now.loss, now.losers, true)};
                 });
  }

  [[nodiscard]] study_block alone_block(const study_table& table, std::size_t m, std::size_t s,
                                        std::string title) const {
    const study_measure& one = made_.measures[m];
    std::vector<std::string> heads{in("mājsaimniecības", "households"),
                                   one.quantity == study_quantity::shortfall ? in("zem sliekšņa", "below")
                                   : one.has_amount                          ? in("saņēmēji", "recipients")
                                                    : in("ar statusu", "with status"),
                                   in("nav nosakāms", "undetermined")};
    if (one.has_amount) {
      heads.push_back(cost(one));
      heads.push_back(mean_label(one));
    }
    return block(table, std::move(title), std::move(heads), [&, m, s](const study_group& group) {
      const study_figures& now = figures(group, s, m);
      std::vector<std::string> cells{words_.count(group.households), words_.count(now.granted),
                                     words_.count(now.undetermined)};
      if (one.has_amount) {
        cells.push_back(words_.amount(one, now.amount));
        cells.push_back(words_.mean(now.amount, now.granted));
      }
      return cells;
    });
  }

  const study_options& options_;
  const study_result& made_;
  const study_report& report_;
  study_words words_;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
