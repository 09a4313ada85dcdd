// Many joints to a table, one row per point, in order.
//
// Invariants: (1) the file under its own name is complete; until then it is NAME.part; (2)
// NAME.state is written after the rows it counts are on the disk, and holds their length, so
// --resume cuts off whatever came after and goes on without a gap or a double row.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>

#include "base/text.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/pop_parts.h"
#include "host/files.h"
#include "host/thread_runner.h"

namespace limber::cli {
namespace {

volatile std::sig_atomic_t stop_asked = 0;
extern "C" void ask_to_stop(int) {
  stop_asked = 1;
}

// Ctrl-C ends the wave that runs, not the program; the old handling comes back at the end.
class Interrupts {
 public:
  Interrupts() {
    stop_asked = 0;
    struct sigaction action = {};
    action.sa_handler = ask_to_stop;
    sigaction(SIGINT, &action, &old_int_);
    sigaction(SIGTERM, &action, &old_term_);
  }
  ~Interrupts() {
    sigaction(SIGINT, &old_int_, nullptr);
    sigaction(SIGTERM, &old_term_, nullptr);
  }
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

 private:
  struct sigaction old_int_ = {}, old_term_ = {};
};

struct Column {
  const char* name;
  double SweepPoint::* field;
};
constexpr Column kColumns[] = {
    {"force_N", &SweepPoint::force_N},     {"gap_m", &SweepPoint::gap_m},
    {"cavity_m3", &SweepPoint::cavity_m3}, {"peak_dB", &SweepPoint::peak_dB},
    {"peak_Hz", &SweepPoint::peak_Hz},     {"wait_min", &SweepPoint::wait_min}};

std::string header(const JointPreset& preset) {
  std::string out = "index,failed,popped,in_range";
  for (const Column& column : kColumns) out += std::string(",") + column.name;
  for (const ParameterInfo& info : joint_parameters()) {
    const ParameterRange& range = preset.facet ? info.facet : info.finger;
    if (range.low < range.high) out += "," + std::string(info.name);
  }
  return out + "\n";
}

std::string row(const SweepPoint& point, const JointPreset& preset, bool ndjson) {
  std::string csv = std::to_string(point.index);
  Json json = {{"index", point.index},
               {"failed", point.failed},
               {"popped", point.popped},
               {"in_range", point.in_range}};
  for (bool flag : {point.failed, point.popped, point.in_range}) csv += flag ? ",1" : ",0";
  const auto add = [&](std::string_view name, double value) {
    if (ndjson)
      json[std::string(name)] = value;
    else
      csv += "," + number_text(value);
  };
  for (const Column& column : kColumns) add(column.name, point.*(column.field));
  for (const ParameterInfo& info : joint_parameters()) {
    const ParameterRange& range = preset.facet ? info.facet : info.finger;
    if (range.low < range.high) add(info.name, point.parameters.*(info.field) / info.per_unit);
  }
  return (ndjson ? print_json(json) : csv) + "\n";
}

// The growing table, and how to go on with it later.
class Table {
 public:
  ~Table() {
    if (file_ >= 0) ::close(file_);
  }
  Result<void> open(const SweepChoice& choice, Sweep& sweep) {
    name_ = choice.out;
    std::error_code unknown;
    if (const auto kind = std::filesystem::status(name_, unknown).type();
        kind != std::filesystem::file_type::not_found &&
        kind != std::filesystem::file_type::regular)
      return fail(ErrorKind::input, "the table needs a file of its own", name_,
                  "name one that is not a device, a pipe or a folder");
    file_ =
        ::open(part().c_str(), O_RDWR | O_CREAT | O_CLOEXEC | (choice.resume ? 0 : O_TRUNC), 0644);
    if (file_ < 0) return std::unexpected(host::file_error("open", part()));
    if (!choice.resume) return choice.ndjson ? Result<void>{} : write(header(choice.preset));
    const auto saved = host::read_file(state(), 10'000'000);
    if (!saved) return std::unexpected(saved.error());
    if (!*saved)
      return fail(ErrorKind::input, "there is no sweep to go on with", state(),
                  "leave out --resume");
    const auto json = parse_json(**saved);
    if (!json) return std::unexpected(json.error());
    Reader in(*json, state());
    bytes_ = in.integer("bytes", 0, 1LL << 53);
    const std::string text = in.text("sweep");
    if (in.error()) return std::unexpected(*in.error());
    if (auto fine = sweep.resume(text); !fine) return fine;
    if (::lseek(file_, 0, SEEK_END) < bytes_)
      return fail(ErrorKind::input, "the table is shorter than its state says", part(),
                  "start anew");
    if (::ftruncate(file_, bytes_) != 0 || ::lseek(file_, bytes_, SEEK_SET) < 0)
      return std::unexpected(host::file_error("cut", part()));
    return {};
  }
  Result<void> write(const std::string& text) {
    for (std::size_t done = 0; done < text.size();) {
      const auto n = ::write(file_, text.data() + done, text.size() - done);
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) return std::unexpected(host::file_error("write", part()));
      done += static_cast<std::size_t>(n);
    }
    bytes_ += static_cast<long long>(text.size());
    return {};
  }
  Result<void> save(const Sweep& sweep) {
    if (::fdatasync(file_) != 0) return std::unexpected(host::file_error("write", part()));
    const Json saved = {{"bytes", bytes_}, {"sweep", sweep.save()}};
    return host::write_file(state(), print_json(saved), 0644);
  }
  Result<void> finish() {
    if (::fdatasync(file_) != 0 || std::rename(part().c_str(), name_.c_str()) != 0)
      return std::unexpected(host::file_error("finish", name_));
    ::unlink(state().c_str());
    return {};
  }

 private:
  std::string part() const { return name_ + ".part"; }
  std::string state() const { return name_ + ".state"; }
  std::string name_;
  int file_ = -1;
  long long bytes_ = 0;
};

std::string quantile_line(const char* what, const Quantiles& q, int decimals) {
  return std::string("  ") + what + fixed_text(q.median, decimals) +
         "   (5-95 %: " + fixed_text(q.low, decimals) + " to " + fixed_text(q.high, decimals) +
         ")\n";
}

std::string summary_text(const SweepSummary& s, std::uint64_t wanted) {
  std::string out = std::to_string(s.points) + " joints drawn from the published spread";
  if (s.points < wanted) out += ", of " + std::to_string(wanted) + " (stopped early)";
  out += ": " + std::to_string(s.popped) + " popped, " +
         std::to_string(s.points - s.popped - s.failed) + " opened silently";
  if (s.failed > 0) out += ", " + std::to_string(s.failed) + " could not be computed";
  out += "; " + std::to_string(s.points - s.in_range - s.failed) +
         " left the range of the model before the end.\n";
  if (s.popped > 0)
    out += quantile_line("force    N   ", s.force_N, 1) +
           quantile_line("level    dB  ", s.peak_dB, 1) +
           quantile_line("pitch    Hz  ", s.peak_Hz, 0);
  if (s.points > s.failed) out += quantile_line("wait     min ", s.wait_min, 1);
  return out;
}

// "37 %, 12 s left", redrawn in place; only where someone can see it.
class Progress {
 public:
  explicit Progress(std::uint64_t from) : shown_(isatty(2) != 0), from_(from) {}
  void show(std::uint64_t done, std::uint64_t points) const {
    if (!shown_) return;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
    const double per =
        spent.count() / static_cast<double>(std::max<std::uint64_t>(1, done - from_));
    std::fprintf(stderr, "\r%3.0f %%, %.0f s left  ",
                 100.0 * static_cast<double>(done) / static_cast<double>(points),
                 per * static_cast<double>(points - done));
  }
  ~Progress() {
    if (shown_) std::fputs("\r                          \r", stderr);
  }

 private:
  bool shown_;
  std::uint64_t from_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace

Result<int> run_sweep(const SweepChoice& choice) {
  RunOptions options;
  options.tolerance = choice.tolerance;
  Sweep sweep(choice.preset, choice.points, choice.seed, options);
  Table table;
  const bool to_file = !choice.out.empty();
  if (to_file)
    if (auto fine = table.open(choice, sweep); !fine) return std::unexpected(fine.error());

  host::ThreadRunner runner(choice.threads);
  const ForEach each = [&](std::size_t count, const std::function<void(std::size_t)>& work) {
    runner.run(count, work);
  };
  constexpr std::size_t kWave = 512;
  {
    const Interrupts interrupts;
    const Progress progress(sweep.done());
    for (bool more = sweep.done() < sweep.points(); more && !stop_asked;) {
      std::string rows;
      more = sweep.advance(each, kWave, [&](const SweepPoint& point) {
        if (to_file) rows += row(point, choice.preset, choice.ndjson);
      });
      if (to_file) {
        if (auto fine = table.write(rows); !fine) return std::unexpected(fine.error());
        if (auto fine = table.save(sweep); !fine) return std::unexpected(fine.error());
      }
      progress.show(sweep.done(), sweep.points());
    }
  }
  const bool complete = sweep.done() == sweep.points();
  if (to_file && complete)
    if (auto fine = table.finish(); !fine) return std::unexpected(fine.error());
  const SweepSummary summary = sweep.summary();
  const std::string text = choice.json
                               ? print_json_pretty(summary_json(summary, choice.points)) + "\n"
                               : summary_text(summary, choice.points);
  if (auto fine = write_out(text); !fine) return std::unexpected(fine.error());
  if (!complete && to_file)
    std::fprintf(stderr, "limber: stopped; the rows so far are in %s.part, --resume goes on\n",
                 choice.out.c_str());
  return complete ? kDone : kLeft;
}

}  // namespace limber::cli
