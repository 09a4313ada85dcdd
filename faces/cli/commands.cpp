#include "faces/cli/commands.h"

#include <algorithm>

namespace limber::cli {
namespace {

constexpr std::string_view kCheckDetails =
    "Without options the questions are asked one page at a time, the most urgent first, and only "
    "what can still change the result.\n\n"
    "With --answers the answers come from a JSON sheet: {\"answers\": {\"age\": 42, "
    "\"recent_injury\": \"no\"}}. An answer is yes, no, not_sure, a number or an option; limber "
    "facts lists them. What is not named counts as not asked, which is read as carefully as not "
    "sure; \"unanswered\": \"reassuring\" says that everything else was asked and is fine.\n\n"
    "With --batch each line is one sheet and each line of output one verdict, in the same order. "
    "A bad line gives {\"line\": 7, \"error\": {...}} in its place, is counted on standard error, "
    "and never stops the rest; the exit code is then 3. Otherwise it is 0.";

constexpr std::string_view kServeDetails =
    "Only this machine can reach the page, and only with the address that is shown: it holds a "
    "random token, which becomes a cookie. The record is the one of the command line; both may be "
    "used at the same time. A record with a passphrase is unlocked in the page, or with "
    "LIMBER_PASSPHRASE.\n\n"
    "With --tls a phone on the same network can use it, too, after scanning a QR code that is good "
    "once and for ten minutes. The certificate is made here, so the phone warns; compare the "
    "fingerprint. Paired phones are listed in the settings of the page and can be sent away "
    "there.\n\n"
    "Ctrl-C or SIGTERM stops it; what is under way is finished first.";

const std::vector<Command>& table() {
  static const std::vector<Command> kCommands = {
      {"",
       "Check, plan, guide and remember: the whole way",
       {},
       {{"--no-record", "", "Keep nothing this time and read nothing that was kept"},
        {"--speed", "N", "Run the guided session N times as fast (for demos and tests)"},
        {"--silent", "", "No bell and no spoken lines"}},
       "Asks a few plain questions, says whether moving is safe and why, plans a few gentle "
       "techniques, guides through them, and notes how it went. Nothing is kept before you agree "
       "to it. A session that was cut off is offered again."},
      {"check",
       "Find out whether moving is safe, and why",
       {},
       {{"--answers", "FILE", "Take the answers from a JSON sheet (- for standard input)"},
        {"--batch", "", "Judge one JSON sheet per line of standard input, or of --answers FILE"},
        {"--goal", "GOAL", "level: ask until the level is settled; picture: ask everything"}},
       kCheckDetails},
      {"plan",
       "Plan a few gentle techniques",
       {},
       {{"--answers", "FILE",
         "A JSON sheet with the wishes among its answers (- for standard input)"}},
       "Without --answers the questions are asked. There is no plan at see_professional_first or "
       "above; the exit code is then that of the level."},
      {"session",
       "Check again, plan, and be guided through a session",
       {},
       {{"--no-record", "", "Keep nothing this time and read nothing that was kept"},
        {"--speed", "N", "Run the guided session N times as fast (for demos and tests)"},
        {"--silent", "", "No bell and no spoken lines"}},
       "The same as limber, without the question about yesterday. Every session starts with the "
       "emergency questions."},
      {"log",
       "Show the diary, newest first",
       {},
       {{"--limit", "N", "At most N entries (default 20)"}},
       ""},
      {"trend",
       "Show how pain, stiffness and sessions went",
       {},
       {{"--weeks", "N", "The last N weeks (default 8)"}},
       ""},
      {"explain",
       "Explain a rule, condition, technique, question or statement, with its sources",
       {{"ID", true, "id"}},
       {{"--answers", "FILE", "Also say whether it holds for this JSON sheet, and why"}},
       ""},
      {"facts", "List everything that can be asked, and what each answer may be", {}, {}, ""},
      {"prove",
       "Prove the promises of the rules over every possible sheet of answers",
       {},
       {},
       "Exit code 0 if every promise holds, 1 if one does not."},
      {"knowledge check",
       "Check a folder of knowledge (for clinicians who edit it)",
       {{"DIR", true, "dir"}},
       {},
       "Every problem is told as file:line, what is wrong, and what to do. Exit code 1 if there is "
       "any."},
      {"pack check",
       "Check a physio's pack of techniques",
       {{"FILE", true, "file"}},
       {},
       "Exit code 1 if there is a problem."},
      {"pack add", "Add a pack to the record", {{"FILE", true, "file"}}, {}, ""},
      {"pack list", "List the packs in the record", {}, {}, ""},
      {"pack remove", "Remove a pack from the record", {{"ID", true, ""}}, {}, ""},
      {"pop",
       "Show why a joint pops, with a simulation of it",
       {{"ARGS", false, ""}},
       {},
       "",
       false,
       true},
      {"serve",
       "Open the page in your browser, served from this machine",
       {},
       {{"--port", "N", "Serve at this port (default 5462; 0: any that is free)"},
        {"--open", "", "Open the page in the browser (the default)"},
        {"--no-open", "", "Only say where it is"},
        {"--tls", "", "Also let phones on the same network in, over HTTPS, by a QR code"},
        {"--tls-port", "N", "The port for phones (default: the one after --port)"},
        {"--log", "", "A line per request on standard error, with nothing personal in it"}},
       kServeDetails},
      {"figure",
       "Draw the figure that shows a technique, as SVG",
       {{"TECHNIQUE", false, "id"}},
       {{"--sheet", "FILE", "Write the contact sheet of every technique to this file"},
        {"--step", "STEP", "set_up, out, hold or back (default set_up)"},
        {"--part", "N", "How far into the step, 0 to 1"},
        {"--error", "N", "Show this common error of the technique instead"},
        {"--side", "SIDE", "left or right, for a technique done on each side"},
        {"--skin", "N", "Skin from light to dark, 0 to 5"},
        {"--clothes", "N", "Clothes, 0 to 3"}},
       "The picture goes to standard output."},
      {"settings",
       "Show the language and the country, or set one for good",
       {{"NAME", false, "setting"}, {"VALUE", false, ""}},
       {},
       "limber settings country DE chooses the emergency number, limber settings language de the "
       "language. auto goes back to what the system says. Both are kept in the record; --country "
       "and --lang count for one call only."},
      {"report", "Print one page to take to a professional", {}, {}, ""},
      {"export",
       "Write the whole record as one JSON document",
       {{"FILE", true, "file"}},
       {},
       "- writes to standard output. The document is not sealed: keep it safe."},
      {"import",
       "Take in an exported document; what is already there stays as it is",
       {{"FILE", true, "file"}},
       {},
       "- reads standard input. Importing the same document twice changes nothing."},
      {"erase",
       "Erase the record: the key first, then everything else",
       {},
       {{"--yes", "", "Do not ask"}},
       ""},
      {"lock",
       "Protect the record with a passphrase, or change it",
       {},
       {},
       "The passphrase is asked for, or taken from LIMBER_NEW_PASSPHRASE. Without it nobody can "
       "read the record again, and neither can we."},
      {"unlock", "Go back to a key file without a passphrase", {}, {}, ""},
      {"doctor",
       "Look whether the record is sound, and rescue what can be read",
       {},
       {{"--rescue", "FILE", "Write every event that can still be read, as an export document"}},
       "Changes nothing. Exit code 0 if the record is sound or there is none, 4 otherwise."},
      {"completion",
       "Print a completion script for bash or zsh",
       {{"SHELL", true, "shell"}},
       {},
       "For example: eval \"$(limber completion bash)\""},
      {"call",
       "Call one use-case of the API with JSON from standard input",
       {{"METHOD", true, ""}},
       {},
       "",
       true},
      {"man", "Print the man page", {}, {}, "", true},
  };
  return kCommands;
}

constexpr Option kCommon[] = {
    {"--json", "", "Answer in JSON"},
    {"--plain", "", "Plain lines instead of full screens (for screen readers)"},
    {"--data", "DIR", "Keep the record in this folder"},
    {"--knowledge", "DIR", "Use this folder of knowledge instead of the built-in one"},
    {"--country", "CODE",
     "Country for emergency numbers, as GB or DE (default: as set, or from LANG)"},
    {"--lang", "CODE", "Language: en or de (default: as set, or from LANG)"},
    {"--help", "", "Show help"},
    {"--version", "", "Show the version"},
};

constexpr ExitCode kExitCodes[] = {
    {0, "done; for check and plan: go"},
    {1, "left before the end, or a check found problems"},
    {2, "the command line is wrong"},
    {3, "the data is wrong (file, answers, line of a batch)"},
    {4, "the record cannot be read or written"},
    {5, "understood, and not done, because it would not be safe"},
    {10, "check and plan: gentle_with_modifications"},
    {20, "check and plan: see_professional_first"},
    {30, "check and plan: urgent_same_day"},
    {40, "check and plan: emergency_now"},
    {130, "stopped with Ctrl-C"},
};

}  // namespace

std::span<const Command> commands() {
  return table();
}
std::span<const Option> common_options() {
  return kCommon;
}
std::span<const ExitCode> exit_codes() {
  return kExitCodes;
}

const Command* find_command(std::string_view name) {
  const auto& all = table();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Command& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace limber::cli
