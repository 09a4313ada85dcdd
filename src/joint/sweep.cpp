// Many joints, each drawn from the published spread of the parameters.
//
// Invariants: (1) a point depends on the seed and its index alone, so any order and any partition
// of the work give the same points; (2) points are counted and handed out in the order of their
// index; (3) memory is one wave of points and four histograms.
#include <limber/joint.h>

#include "base/json.h"
#include "base/random.h"
#include "joint/histogram.h"
#include "joint/pop_lanes.h"

#include <algorithm>
#include <cmath>

namespace limber {
namespace {

constexpr Scale kScales[] = {
    {1e-2, 1e4, true},  // force, N
    {0, 200, false},    // level, dB
    {10, 48e3, true},   // pitch, Hz
    {1e-2, 1e4, true},  // wait, min
};
constexpr const char* kNames[] = {"force", "level", "pitch", "wait"};
constexpr double kWaitLimitMin = 600;

// Spreads over a factor of three or more are spreads of the order of magnitude: drawn evenly in
// the logarithm.
double draw(const ParameterRange& range, double unit) {
  if (range.low > 0 && range.high >= 3 * range.low)
    return range.low * std::pow(range.high / range.low, unit);
  return range.low + unit * (range.high - range.low);
}

SweepPoint drawn(const JointPreset& preset, std::uint64_t seed, std::uint64_t index) {
  SweepPoint point;
  point.index = index;
  point.parameters = preset.values;
  Random random(Random(seed).next() ^ Random(~index).next());
  for (const ParameterInfo& info : joint_parameters()) {
    const ParameterRange& range = preset.facet ? info.facet : info.finger;
    if (range.low == range.high) continue;
    point.parameters.*(info.field) = draw(range, random.unit()) * info.per_unit;
  }
  return point;
}

RunOptions with_sound(RunOptions options) {
  if (options.trace_rate == 0) options.trace_rate = 48e3;
  return options;
}

void tell(SweepPoint& point, const Result<PopRun>& run, const RunOptions& options) {
  const auto wait = simulate_wait(point.parameters, options, {}, kWaitLimitMin);
  if (!run || !wait) {
    point.failed = true;
    return;
  }
  point.popped = run->popped;
  point.in_range = run->end == PopRun::End::window || run->end == PopRun::End::pull_over;
  point.force_N = run->force;
  point.gap_m = run->gap;
  point.cavity_m3 = run->cavity_max;
  point.peak_dB = run->peak_db;
  point.peak_Hz = run->peak_hz;
  point.wait_min = wait->ready ? wait->ready_min : kWaitLimitMin;
}

// So many side by side: enough to keep the lanes full, few enough for many threads.
constexpr std::size_t kTogether = 32;

void tell_together(const JointPreset& preset, std::uint64_t seed, std::uint64_t first,
                   std::span<SweepPoint> points, const RunOptions& options) {
  std::vector<JointParameters> many;
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i] = drawn(preset, seed, first + i);
    many.push_back(points[i].parameters);
  }
  const auto runs = simulate_pops(many, with_sound(options), best_pop_isa());
  for (std::size_t i = 0; i < points.size(); ++i) tell(points[i], runs[i], options);
}

}  // namespace

SweepPoint sweep_point(const JointPreset& preset, std::uint64_t seed, std::uint64_t index,
                       const RunOptions& options) {
  SweepPoint point = drawn(preset, seed, index);
  tell(point, simulate_pop(point.parameters, with_sound(options)), options);
  return point;
}

Sweep::Sweep(JointPreset preset, std::uint64_t points, std::uint64_t seed, RunOptions options)
    : preset_(preset), options_(options), points_(points), seed_(seed) {
  for (auto& histogram : histograms_) histogram.resize(kBins);
}

void Sweep::count(const SweepPoint& point) {
  if (point.failed) {
    ++failed_;
    return;
  }
  const auto add = [&](int kind, double value) {
    ++histograms_[kind][bin_of(kScales[kind], value)];
  };
  if (point.popped) {
    ++popped_;
    add(0, point.force_N);
    add(1, point.peak_dB);
    add(2, point.peak_Hz);
  }
  if (point.in_range) ++in_range_;
  add(3, point.wait_min);
}

bool Sweep::advance(const ForEach& run, std::size_t wave,
                    const std::function<void(const SweepPoint&)>& each) {
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(wave, points_ - done_));
  wave_.resize(size);
  run((size + kTogether - 1) / kTogether, [&](std::size_t i) {
    const std::size_t first = i * kTogether;
    const std::span<SweepPoint> some(&wave_[first], std::min(kTogether, size - first));
    tell_together(preset_, seed_, done_ + first, some, options_);
  });
  for (const SweepPoint& point : wave_) {
    count(point);
    if (each) each(point);
  }
  done_ += size;
  return done_ < points_;
}

SweepSummary Sweep::summary() const {
  const auto quantiles = [&](int kind) {
    const auto& counts = histograms_[kind];
    return Quantiles{quantile(kScales[kind], counts, 0.5), quantile(kScales[kind], counts, 0.05),
                     quantile(kScales[kind], counts, 0.95)};
  };
  return {done_,        popped_,      failed_,      in_range_,
          quantiles(0), quantiles(1), quantiles(2), quantiles(3)};
}

std::string Sweep::save() const {
  Json saved = {{"format", 1},       {"preset", preset_.id},  {"points", points_},
                {"seed", seed_},     {"done", done_},         {"popped", popped_},
                {"failed", failed_}, {"in_range", in_range_}, {"tolerance", options_.tolerance}};
  // The whole set of values, since a preset may have been changed by hand.
  for (const ParameterInfo& info : joint_parameters())
    saved["parameters"][std::string(info.name)] = preset_.values.*(info.field);
  for (int kind = 0; kind < 4; ++kind) {
    Json bins = Json::array();
    for (int i = 0; i < kBins; ++i)
      if (histograms_[kind][i] > 0) bins.push_back(Json::array({i, histograms_[kind][i]}));
    saved["histograms"][kNames[kind]] = std::move(bins);
  }
  return print_json(saved);
}

Result<void> Sweep::resume(std::string_view saved) {
  const auto parsed = parse_json(saved);
  if (!parsed) return std::unexpected(parsed.error());
  constexpr double kMost = 9007199254740992.0;
  Reader in(*parsed, "");
  const Sweep fresh(preset_, points_, seed_, options_);
  Json mine = *parse_json(fresh.save());
  const auto same = [&](std::string_view key) { return in.any(key) == mine[std::string(key)]; };
  for (std::string_view key : {"format", "preset", "points", "seed", "tolerance", "parameters"})
    if (!same(key))
      return fail(ErrorKind::input,
                  "the saved sweep is another one: it differs in " + std::string(key),
                  in.path_of(key), "start a new sweep, or repeat the options of the saved one");

  Sweep loaded = fresh;
  const auto whole = [&](std::string_view key) {
    return static_cast<std::uint64_t>(in.integer(key, 0, static_cast<std::int64_t>(kMost)));
  };
  loaded.done_ = whole("done");
  loaded.popped_ = whole("popped");
  loaded.failed_ = whole("failed");
  loaded.in_range_ = whole("in_range");
  Reader kinds(in.object("histograms"), "/histograms");
  for (int kind = 0; kind < 4; ++kind) {
    std::uint64_t total = 0;
    for (const Json& bin : kinds.array(kNames[kind])) {
      const bool pair = bin.is_array() && bin.size() == 2;
      const double i = pair ? as_number(bin[0]).value_or(-1) : -1;
      const double n = pair ? as_number(bin[1]).value_or(-1) : -1;
      if (!(i >= 0 && i < kBins && n >= 0 && n <= 4294967295.0))
        return fail(ErrorKind::input, "a bin of the saved sweep is not [index, count]",
                    kinds.path_of(kNames[kind]), "start a new sweep");
      loaded.histograms_[kind][static_cast<std::size_t>(i)] = static_cast<std::uint32_t>(n);
      total += static_cast<std::uint64_t>(n);
    }
    const std::uint64_t expected = kind < 3 ? loaded.popped_ : loaded.done_ - loaded.failed_;
    if (total != expected)
      kinds.note({ErrorKind::input, "the saved sweep contradicts itself",
                  kinds.path_of(kNames[kind]), "start a new sweep"});
  }
  if (in.error()) return std::unexpected(*in.error());
  if (kinds.error()) return std::unexpected(*kinds.error());
  if (loaded.done_ > points_)
    return fail(ErrorKind::input, "the saved sweep has more points than it should", "/done",
                "start a new sweep");
  *this = std::move(loaded);
  return {};
}

}  // namespace limber
