// limber check: asked page by page, from a sheet, or from a stream of sheets.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "app/batch.h"
#include "body/names.h"
#include "faces/cli/ask_check.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/interview_way.h"
#include "faces/cli/run.h"
#include "faces/cli/verdict_print.h"
#include "faces/cli/verdict_view.h"

namespace limber::cli {
namespace {

Result<int> check_sheet(const CommandLine& line, Machine& machine) {
  const std::string file = line.value("--answers");
  const auto text = read_sheet_text(file);
  if (!text) return std::unexpected(text.error());
  const auto verdict = machine.call_text("check", *text);
  if (!verdict) {
    Error error = verdict.error();
    error.where = error.where.empty() ? file : file + ", " + error.where;
    return std::unexpected(error);
  }
  Reader in(*verdict, "");
  if (!in.flag_or("complete", true)) {
    const std::string count = std::to_string(in.array("undecided").size());
    print_error("limber: " + machine.words().text("ui.check.unanswered", {{"count", count}}) +
                "\n");
  }
  print_verdict(machine, *verdict, line);
  return exit_code(level_of(*verdict));
}

// Bytes in, bytes out, in large pieces.
class Stream {
 public:
  explicit Stream(int in) : in_(in) {}

  // Errors: input when reading, store when writing fails.
  Result<void> run(Batch& batch) {
    std::vector<char> piece(256 << 10);
    for (;;) {
      const ssize_t count = ::read(in_, piece.data(), piece.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return fail(ErrorKind::input, "the input cannot be read", "", "");
      if (count == 0) break;
      batch.feed({piece.data(), static_cast<std::size_t>(count)}, out_);
      if (const auto done = write(false); !done) return done;
    }
    batch.finish(out_);
    return write(true);
  }

 private:
  Result<void> write(bool all) {
    constexpr std::size_t kEnough = 256 << 10;
    if (!all && out_.size() < kEnough) return {};
    std::size_t done = 0;
    while (done < out_.size()) {
      const ssize_t count = ::write(STDOUT_FILENO, out_.data() + done, out_.size() - done);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return fail(ErrorKind::store, "the verdicts cannot be written", "", "");
      done += static_cast<std::size_t>(count);
    }
    out_.clear();
    return {};
  }

  int in_;
  std::string out_;
};

Result<int> check_batch(const CommandLine& line, Machine& machine) {
  const std::string file = line.value("--answers", "-");
  int in = STDIN_FILENO;
  if (file != "-") in = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (in < 0) return fail(ErrorKind::input, "this file cannot be read", file, "");
  Batch batch(machine.app().core());
  const auto done = Stream(in).run(batch);
  if (in != STDIN_FILENO) ::close(in);
  if (!done) return std::unexpected(done.error());
  if (batch.bad_lines() > 0) {
    print_error("limber: " + std::to_string(batch.bad_lines()) + " of " +
                std::to_string(batch.lines()) +
                " lines were bad; each has its error in its place\n");
  }
  return batch.bad_lines() > 0 ? kInput : kDone;
}

Result<int> check_person(const CommandLine& line, Machine& machine) {
  auto conversation = Conversation::open(line, machine.words());
  if (!conversation) return std::unexpected(conversation.error());
  Interview interview(machine, conversation->asker(), Json::object());
  interview.goal(line.value("--goal", "level"));
  const auto end = ask_and_show(machine, *conversation, interview);
  conversation->close();
  if (!end) return std::unexpected(end.error());
  if (*end == Interview::End::quit || !interview.verdict().is_object()) {
    return conversation->left();
  }
  print_verdict(machine, interview.verdict(), line);
  return exit_code(level_of(interview.verdict()));
}

}  // namespace

Result<int> run_check(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  if (line.has("--batch")) return check_batch(line, **machine);
  if (line.has("--answers")) return check_sheet(line, **machine);
  return check_person(line, **machine);
}

}  // namespace limber::cli
