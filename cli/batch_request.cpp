// SPDX-License-Identifier: Apache-2.0
#include "batch_request.hpp"

#include <algorithm>
#include <charconv>
#include <thread>
#include <utility>

#include "answer_case.hpp"
#include "case_options.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/rule/embedded_rules.hpp"
#include "slieksnis/rule/part_of_rules.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

constexpr unsigned most_threads = 256;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    if (const auto one = trimmed(text.substr(0, comma)); !one.empty()) result.emplace_back(one);
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return result;
}

/// The column that `--on` names: `column:day`, `kolonna:diena`, or a word that no day begins with.
std::optional<std::string> day_column(const std::string& text) {
  for (const std::string_view mark : {"column:", "kolonna:"})
    if (text.starts_with(mark)) return text.substr(mark.size());
  const bool digit = text.front() >= '0' && text.front() <= '9';
  return digit ? std::nullopt : std::optional(text);
}

/// Reads the options that the rules do not name, and leaves the rest as the options of one case.
class request_reader {
 public:
  request_reader(const rule_book& book, const command_line& line, const table_style& style)
      : book_(book), line_(line), style_(style) {}

  std::unique_ptr<batch_request> read() {
    batch_options how;
    refuse_persons();
    read_columns(how);
    read_day(how);
    read_format(how);
    read_threads(how);
    how.household_column = line_.value("--household").value_or("");
    how.on_error = line_.value("--on-error") == "mark" ? bad_rows::mark : bad_rows::stop;
    how.wanted = read_wanted();
    auto result = std::make_unique<batch_request>(batch_request{{},
                                                                line_.value("--rejected").value_or(""),
                                                                line_.value("--summary").value_or(""),
                                                                facts(book_),
                                                                std::move(how),
                                                                false});
    check_files(*result);
    read_shared(*result);
    if (!errors_.empty()) throw unusable(std::move(errors_));
    result->how.file = result->input == "-" ? "stdin" : result->input;
    return result;
  }

 private:
  void refuse_persons() {
    for (auto word = line_.rest.begin(); word != line_.rest.end();) {
      if (!word->is_option || word->text != "--person") {
        ++word;
        continue;
      }
      const bool takes_next =
          !word->value && std::next(word) != line_.rest.end() && !std::next(word)->is_option;
      no_persons(same(in_quotes("--person")));
      word = line_.rest.erase(word, std::next(word, takes_next ? 2 : 1));
    }
  }

  void read_columns(batch_options& how) {
    for (auto word = line_.rest.begin(); word != line_.rest.end();) {
      if (!word->is_option || word->text != "--column") {
        ++word;
        continue;
      }
      const std::string text = word->value.value_or("");
      const std::size_t equals = text.rfind('=');
      if (equals == std::string::npos || equals == 0)
        wrong({{"VIRSRAKSTS=FAKTS aiz --column", "HEADER=FACT after --column"},
               same(in_quotes(text)),
               {"--column 'neto alga=alga'; bez FAKTA aiz = kolonna paliek neizlasīta",
                "--column 'net pay=wage'; without a FACT after = the column is not read"}});
      else
        how.columns.emplace_back(text.substr(0, equals), text.substr(equals + 1));
      word = line_.rest.erase(word);
    }
  }

  void read_day(batch_options& how) {
    const auto text = line_.value("--on");
    const auto column = text ? day_column(*text) : std::nullopt;
    if (!column) return;  // a day, read with the facts
    how.date_column = *column;
    if (column->empty())
      wrong({{"kolonnas virsraksts aiz --on column:", "the header of a column after --on column:"},
             {"nekas", "nothing"},
             {}});
    // Facts that hold for all rows need some day to be checked against: the last one forbids least.
    line_.set_value("--on", to_string(book_.span().last_day()));
  }

  void read_format(batch_options& how) {
    const auto syntax = [&](const char* option) -> std::optional<row_syntax> {
      const auto text = line_.value(option);
      return !text               ? std::nullopt
             : *text == "ndjson" ? std::optional(row_syntax::ndjson)
                                 : std::optional(row_syntax::csv);
    };
    how.input.syntax = syntax("--input-format");
    how.output = syntax("--format");
    if (const auto text = line_.value("--separator"))
      how.input.separator = *text == "tab" ? '\t' : *text == "semicolon" ? ';' : ',';
    if (const auto text = line_.value("--decimal-mark"))
      how.input.decimal_mark = *text == "comma" ? ',' : '.';
  }

  void read_threads(batch_options& how) {
    const auto text = line_.value("--threads");
    if (!text) {
      how.threads = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
      return;
    }
    unsigned count = 0;
    const char* end = text->data() + text->size();
    const auto read = std::from_chars(text->data(), end, count);
    if (read.ec == std::errc() && read.ptr == end && count >= 1 && count <= most_threads) {
      how.threads = count;
      return;
    }
    const std::string most = std::to_string(most_threads);
    wrong({{"vesels skaitlis no 1 līdz " + most + " aiz --threads",
            "a whole number from 1 to " + most + " after --threads"},
           same(in_quotes(*text)),
           {}});
  }

  std::vector<std::size_t> read_wanted() {
    auto names = listed(line_.value("--want").value_or(""));
    if (names.empty() && !line_.has("--want"))
      for (const std::string& one : style_.usual_wanted)
        if (book_.find(one)) names.push_back(one);
    if (names.empty())
      wrong({{"pabalsti vai statusi aiz --want", "benefits or statuses after --want"},
             {"nekas", "nothing"},
             {"--want gmi-pabalsts,majokla-pabalsts; visus rāda: slieksnis list pabalsti",
              "--want gmi-benefit,housing-benefit; slieksnis list benefits shows all of them"}});
    try {
      return named_benefits(book_, line_, names);
    } catch (const unusable& failed) {
      take(failed);
      return {};
    }
  }

  void check_files(const batch_request& asked) {
    const std::string out = line_.value("--output").value_or("-");
    if (!asked.rejected.empty() && asked.how.on_error == bad_rows::stop)
      wrong({{"--on-error mark kopā ar --rejected", "--on-error mark together with --rejected"},
             {"--on-error stop; tad noraidītu rindu failā nav ko rakstīt",
              "--on-error stop; then there is nothing to write to the file of rejected rows"},
             {}});
    const std::pair<const char*, const std::string*> files[] = {{"--rejected", &asked.rejected},
                                                                {"--summary", &asked.summary}};
    for (const auto& [option, path] : files)
      if (*path == "-")
        wrong({{std::string("fails aiz ") + option, std::string("a file after ") + option},
               same(in_quotes(*path)),
               {"standarta izvadē ir rindas", "the standard output has the rows"}});
    const bool same_file = (asked.rejected == out && !out.empty()) || asked.summary == out ||
                           (!asked.summary.empty() && asked.summary == asked.rejected);
    if (same_file && out != "-")
      wrong({{"katrai izvadei savs fails", "a file of its own for each output"},
             {"viens un tas pats fails", "one and the same file"},
             {}});
  }

  void read_shared(batch_request& asked) {
    try {
      stated_case one = read_case(book_, line_);
      if (asked.how.date_column.empty()) asked.how.on = one.on;
      if (asked.how.date_column.empty()) check_span(book_, one.on, true);
      asked.on_is_today = one.on_is_today && asked.how.date_column.empty();
      if (one.stated.persons()) no_persons({"personas", "persons"});
      if (one.operands.size() == 1 && style_.needs_input)
        asked.input = one.operands.front();
      else if (!style_.needs_input && !one.operands.empty())
        wrong({{"izdomātas mājsaimniecības vai tabula", "made-up households or a table"},
               {"abas: --synthetic un " + in_quotes(one.operands[0]),
                "both: --synthetic and " + in_quotes(one.operands[0])},
               {}});
      else if (style_.needs_input)
        wrong({{"viens ievades fails; - ir standarta ievade", "one input file; - is the standard input"},
               one.operands.empty() ? words{"neviens", "none"} : same(in_quotes(one.operands[1])),
               {}});
      asked.shared = std::move(one.stated);
    } catch (const unusable& failed) {
      take(failed);
    }
  }

  void no_persons(words found) {
    wrong({{"fakti, kas kopīgi visām mājsaimniecībām", "facts that all households share"},
           std::move(found),
           {"personu fakti ir rindās, pa vienai personai rindā: --household KOLONNA",
            "facts of persons stand in the rows, one person a row: --household COLUMN"}});
  }
  void wrong(complaint words) { line_.wrong(errors_, error_code::command_argument, std::move(words)); }
  void take(const unusable& failed) {
    errors_.insert(errors_.end(), failed.errors().begin(), failed.errors().end());
  }

  const rule_book& book_;
  command_line line_;
  const table_style& style_;
  std::vector<error> errors_;
};

/// What the command line says that may be a name of the rules.
std::vector<std::string> spoken(const command_line& line) {
  std::vector<std::string> result = listed(line.value("--want").value_or(""));
  for (const loose_word& word : line.rest) {
    result.push_back(word.text);
    if (word.value) result.push_back(*word.value);
  }
  if (const auto path = line.value("--facts"); path && *path != "-")
    result.emplace_back(read_file(*path)->bytes());
  return result;
}

batch_job job_of(reformed_rules rules, const command_line& line) {
  batch_job result;
  if (rules.reformed) result.baseline = std::make_unique<rule_book>(std::move(rules.baseline));
  result.book = std::make_unique<rule_book>(std::move(rules.reformed ? *rules.reformed : rules.baseline));
  result.asked = read_request(*result.book, line);
  return result;
}

}  // namespace

std::unique_ptr<batch_request> read_request(const rule_book& book, const command_line& line,
                                            const table_style& style) {
  return request_reader(book, line, style).read();
}

std::vector<source_pointer> rules_for_table(const command_line& line, const asked_reforms& asked,
                                            std::string_view first_line,
                                            const std::vector<std::string_view>& more) {
  const std::vector<std::string> words = spoken(line);
  std::vector<std::string_view> texts(words.begin(), words.end());
  texts.push_back(first_line);
  asked.add_texts(texts);
  std::vector<std::string> brief;  // names that may be cut short: not the words of files
  for (const std::string& word : listed(line.value("--want").value_or(""))) brief.push_back(word);
  for (const loose_word& word : line.rest)
    if (word.is_option)
      brief.push_back(word.text.substr(std::min(word.text.find_first_not_of('-'), word.text.size())));
  texts.insert(texts.end(), more.begin(), more.end());
  return part_of_rules(embedded_rule_files(), texts, false, brief);
}

std::size_t topics_in(const std::vector<source_pointer>& files) {
  return static_cast<std::size_t>(std::count_if(files.begin(), files.end(), [](const source_pointer& file) {
    return role_of(file->name()) == rule_file_role::rules;
  }));
}

batch_job read_batch(const command_line& line) {
  const asked_reforms asked = reforms_asked(line);
  if (!line.has("--rules")) {
    try {
      return job_of(load_reformed(rules_for_table(line, asked, ""), book_use::answers, asked), line);
    } catch (const unusable&) {  // said again below, with every name known
    }
  }
  return job_of(load_reformed(read_rules(line, false).rules, book_use::everything, asked), line);
}

batch_job with_header(batch_job job, const command_line& line, std::string_view first_line) {
  if (line.has("--rules")) return job;
  const asked_reforms asked = reforms_asked(line);
  const auto files = rules_for_table(line, asked, first_line);
  const rule_book& law = job.baseline ? *job.baseline : *job.book;
  if (topics_in(files) <= law.topics().size()) return job;
  return job_of(load_reformed(files, book_use::answers, asked), line);
}

}  // namespace slieksnis::cli
