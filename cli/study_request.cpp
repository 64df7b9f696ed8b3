// SPDX-License-Identifier: Apache-2.0
#include "study_request.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include "case_options.hpp"
#include "slieksnis/render/format.hpp"
#include "slieksnis/rule/embedded_rules.hpp"
#include "synthetic_rows.hpp"

namespace slieksnis::cli {
namespace {

constexpr std::uint64_t most_households = 1'000'000'000;

/// Names of the rules that a study speaks of by itself: how it groups, and what a shortfall is.
constexpr std::string_view own_names[] = {"composition", "municipality", "members",
                                          "age",         "income",       "poor_level"};

/// What is looked at without `--want`: the two benefits of the minimum income.
constexpr std::string_view usual_benefits[] = {"gmi_benefit", "housing_benefit"};

std::vector<std::string> parted(std::string_view text) {
  std::vector<std::string> result;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    result.emplace_back(text.substr(begin, comma - begin));
    begin = comma + 1;
  }
  return result;
}

/// The command line without what only the side "after" has; `undated` are the values of `--set` for this run.
command_line without(const command_line& line, bool undated) {
  command_line result = line;
  std::erase_if(result.rest, [&](const loose_word& word) {
    return word.is_option &&
           (word.text == "--by" || (undated && word.text == "--set" && word.value && !is_dated(*word.value)));
  });
  return result;
}

class study_reader {
 public:
  study_reader(const command_line& line, study_kind kind, const reformed_rules& rules)
      : line_(line), kind_(kind), rules_(rules) {}

  std::unique_ptr<study_request> read() {
    auto result = std::make_unique<study_request>();
    read_synthetic(*result);
    const std::vector<std::string> days = read_days();
    const bool compares = kind_ == study_kind::compare;
    const rule_book& first = compares ? rules_.baseline : rules_.book();
    result->usual_wanted = !line_.has("--want");
    const table_style style{!result->synthetic, {std::begin(usual_benefits), std::end(usual_benefits)}};
    command_line given = line_;
    if (!days.empty()) given.set_value("--on", days.front());
    if (result->synthetic) given.set_value("--household", std::string(synthetic_household_column));
    if (compares && check_wanted()) throw unusable(std::move(errors_));
    const auto asked = take([&] { return read_request(first, without(given, compares), style); });
    std::vector<grouping> groups = groups_asked(line_, errors_);
    if (!asked) throw unusable(std::move(errors_));

    result->input = asked->input;
    result->rejected = asked->rejected;
    result->on_is_today = asked->on_is_today;
    check_synthetic(*result, *asked);
    check_households(*result);
    result->how.rows = asked->how;
    result->how.rows.output.reset();
    if (result->synthetic) {
      result->how.rows.file = "synthetic";
      result->how.rows.columns.emplace_back("person", "");  // a number that is no fact, and nearly one
    }
    result->how.compares = compares;
    result->how.weight_column = line_.value("--weights").value_or("");
    result->usual_groups = !names_groups();
    result->how.groups =
        result->usual_groups ? usual_groups(first, !asked->how.household_column.empty()) : std::move(groups);
    if (first.find("poor_level") && first.find("income")) {
      result->how.threshold = "poor_level";
      result->how.income = "income";
    }
    if (compares)
      both_sides(*result, given, style, days, *asked);
    else
      each_day(*result, given, days, *asked);
    if (!errors_.empty()) throw unusable(std::move(errors_));
    return result;
  }

 private:
  template <typename Read>
  auto take(const Read& read) -> decltype(read()) {
    try {
      return read();
    } catch (const unusable& failed) {
      errors_.insert(errors_.end(), failed.errors().begin(), failed.errors().end());
      return {};
    }
  }
  void wrong(complaint words) { line_.wrong(errors_, error_code::command_argument, std::move(words)); }

  [[nodiscard]] bool names_groups() const {
    return std::any_of(line_.rest.begin(), line_.rest.end(),
                       [](const loose_word& word) { return word.is_option && word.text == "--by"; });
  }

  [[nodiscard]] std::uint64_t number(const char* option, std::uint64_t least, std::uint64_t most) {
    const std::string text = line_.value(option).value_or("");
    std::uint64_t result = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, result);
    if (read.ec == std::errc() && read.ptr == end && result >= least && result <= most) return result;
    const std::string name(option);
    const std::string from = std::to_string(least);
    const std::string to = std::to_string(most);
    wrong({{"vesels skaitlis no " + from + " līdz " + to + " aiz " + name,
            "a whole number from " + from + " to " + to + " after " + name},
           same(in_quotes(text)),
           same(name + (least == 0 ? " 1" : " 1000"))});
    return least;
  }

  /// What only the reform brings has nothing to be compared with. Whether something is wrong.
  [[nodiscard]] bool check_wanted() {
    for (const std::string& name : parted(line_.value("--want").value_or(""))) {
      if (rules_.baseline.find_spoken(name) || !rules_.book().find_spoken(name)) continue;
      wrong({{"pabalsts, kas ir arī bez reformas", "a benefit that is also there without the reform"},
             same(in_quotes(name)),
             {"ko dod tikai reforma, rāda slieksnis simulate --reform FAILS",
              "slieksnis simulate --reform FILE shows what only the reform brings"}});
    }
    return !errors_.empty();
  }

  void read_synthetic(study_request& to) {
    if (line_.has("--synthetic")) to.synthetic.emplace();
    if (to.synthetic) to.synthetic->households = number("--synthetic", 1, most_households);
    if (to.synthetic && line_.has("--seed")) to.synthetic->seed = number("--seed", 0, UINT64_MAX);
    if (to.synthetic && line_.has("--household"))
      wrong({{"--household kopā ar tabulu", "--household together with a table"},
             {"--synthetic, kam ir sava kolonna", "--synthetic, which has a column of its own"},
             {}});
    if (!to.synthetic && line_.has("--seed"))
      wrong({{"--seed kopā ar --synthetic", "--seed together with --synthetic"},
             {"--seed bez --synthetic", "--seed without --synthetic"},
             same("--synthetic 1000 --seed 2")});
  }

  void check_synthetic(const study_request& made, const batch_request& asked) {
    if (made.synthetic && !asked.how.date_column.empty())
      wrong(
          {{"diena aiz --on", "a day after --on"},
           {"kolonna, kuras izdomātām mājsaimniecībām nav", "a column, which made-up households do not have"},
           {}});
  }

  void check_households(study_request& to) {
    to.households = line_.value("--households").value_or("");
    if (to.households == "-")
      wrong({{"fails aiz --households", "a file after --households"},
             same(in_quotes("-")),
             {"standarta izvadē ir pārskats", "the standard output has the report"}});
    else if (!to.households.empty() &&
             (to.households == line_.value("--output") || to.households == to.rejected))
      wrong({{"katrai izvadei savs fails", "a file of its own for each output"},
             {"viens un tas pats fails", "one and the same file"},
             {}});
  }

  /// Several days with commas between them; none for one day or a column.
  std::vector<std::string> read_days() {
    const auto text = line_.value("--on");
    if (!text || text->find(',') == std::string::npos) return {};
    std::vector<std::string> result = parted(*text);
    for (std::string& one : result) {
      one.erase(0, one.find_first_not_of(' '));
      one.erase(one.find_last_not_of(' ') + 1);
    }
    if (kind_ == study_kind::compare && result.size() > 2)
      wrong({{"viena diena vai divas: pirms un pēc", "one day or two: before and after"},
             same(in_quotes(*text)),
             {"vairākas dienas rāda slieksnis simulate", "slieksnis simulate shows several days"}});
    return result;
  }

  [[nodiscard]] date day(const command_line& line, const std::string& text, const rule_book& book) {
    command_line other = line;
    other.set_value("--on", text);
    const auto found = take([&]() -> std::optional<date> {
      const date on = day_of(other);
      check_span(book, on, true);
      return on;
    });
    return found.value_or(date{});
  }

  /// What lies over the law on one side, in words.
  [[nodiscard]] std::string name_of(const rule_book& book, std::size_t first_reform) const {
    std::string result;
    for (std::size_t i = first_reform; i < book.reforms().size(); ++i)
      result += (result.empty() ? "" : "; ") + book.reforms()[i].title.in(line_.lang);
    return result;
  }
  [[nodiscard]] std::string overrides() const {
    std::string result;
    for (const loose_word& word : line_.rest)
      if (word.is_option && word.text == "--set" && word.value && !is_dated(*word.value))
        result += (result.empty() ? "" : "; ") + *word.value;
    return result;
  }

  void both_sides(study_request& to, const command_line& given, const table_style& style,
                  const std::vector<std::string>& days, const batch_request& asked) {
    const words law{"spēkā esošais likums", "the law in force"};
    std::string before = name_of(rules_.baseline, 0);
    if (before.empty()) before = law.in(line_.lang);
    const auto only_before = std::count_if(line_.rest.begin(), line_.rest.end(), [](const loose_word& word) {
      return word.is_option && word.text == "--before";
    });
    const std::size_t shared = rules_.baseline.reforms().size() - static_cast<std::size_t>(only_before);
    std::string after = name_of(rules_.book(), shared);
    if (const std::string more = overrides(); !more.empty()) after += (after.empty() ? "" : "; ") + more;
    if (after.empty()) after = name_of(rules_.book(), 0);
    if (after.empty()) after = law.in(line_.lang);
    command_line second = given;
    if (days.size() == 2) second.set_value("--on", days.back());
    const auto changed = take([&] { return read_request(rules_.book(), without(second, false), style); });
    if (!changed) return;
    std::optional<date> later = asked.how.on;
    if (days.size() == 2) {
      later = day(second, days.back(), rules_.book());
      before += ", " + format_date(*asked.how.on, line_.lang);
      after += ", " + format_date(*later, line_.lang);
    }
    to.how.scenarios.push_back({std::move(before), &rules_.baseline, asked.shared, asked.how.on});
    to.how.scenarios.push_back({std::move(after), &rules_.book(), changed->shared, later});
  }

  void each_day(study_request& to, const command_line& given, const std::vector<std::string>& days,
                const batch_request& asked) {
    const auto add = [&](std::optional<date> on) {
      const std::string name = on ? format_date(*on, line_.lang)
                                  : words{"dienas no kolonnas \"" + asked.how.date_column + "\"",
                                          "days from the column \"" + asked.how.date_column + "\""}
                                        .in(line_.lang);
      to.how.scenarios.push_back({name, &rules_.book(), asked.shared, on});
    };
    add(asked.how.on);
    for (std::size_t i = 1; i < days.size(); ++i) add(day(given, days[i], rules_.book()));
  }

  const command_line& line_;
  study_kind kind_;
  const reformed_rules& rules_;
  std::vector<error> errors_;
};

/// The rule files that the command line, the header and a study itself speak of.
std::vector<source_pointer> files_for(const command_line& line, const asked_reforms& reforms,
                                      std::string_view first_line) {
  std::vector<std::string_view> texts(std::begin(own_names), std::end(own_names));
  for (const loose_word& word : line.rest)
    if (word.text == "--by" && word.value) texts.push_back(*word.value);
  if (!line.has("--want")) texts.insert(texts.end(), std::begin(usual_benefits), std::end(usual_benefits));
  return rules_for_table(line, reforms, first_line, texts);
}

study_job job_of(reformed_rules rules, const command_line& line, study_kind kind) {
  study_job result{std::make_unique<reformed_rules>(std::move(rules)), nullptr};
  result.asked = study_reader(line, kind, *result.rules).read();
  return result;
}

}  // namespace

bool asks_about_population(const command_line& line) {
  if (line.has("--synthetic")) return true;
  constexpr std::string_view endings[] = {".csv", ".tsv", ".txt", ".ndjson", ".jsonl"};
  return std::any_of(line.rest.begin(), line.rest.end(), [&](const loose_word& word) {
    if (word.is_option) return false;
    std::error_code ignored;
    return word.text == "-" || word.text.find('/') != std::string::npos ||
           std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return word.text.ends_with(ending); }) ||
           std::filesystem::exists(word.text, ignored);
  });
}

study_job read_study(const command_line& line, study_kind kind, const asked_reforms& reforms) {
  if (!line.has("--rules")) {
    try {
      return job_of(load_reformed(files_for(line, reforms, ""), book_use::answers, reforms), line, kind);
    } catch (const unusable&) {  // said again below, with every name known
    }
  }
  return job_of(load_reformed(read_rules(line, false).rules, book_use::everything, reforms), line, kind);
}

study_job with_header(study_job job, const command_line& line, study_kind kind, const asked_reforms& reforms,
                      std::string_view first_line) {
  if (line.has("--rules")) return job;
  const auto files = files_for(line, reforms, first_line);
  if (topics_in(files) <= job.rules->baseline.topics().size()) return job;
  return job_of(load_reformed(files, book_use::answers, reforms), line, kind);
}

}  // namespace slieksnis::cli
