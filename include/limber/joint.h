// The joint, simulated: stretched until a cavity forms, heard, and timed until it can pop again.
//
// Layers, named as in docs/physics.md: L2, a joint pulled by a force with a flat cavity in its film
// (simulate_pop); L3, three gases going back into solution over minutes (simulate_wait); L1, the
// spherical bubble of the literature under a prescribed opening (simulate_sphere); and a driven
// Keller-Miksis bubble without walls (simulate_keller_miksis). Joint strings L2 and L3 together.
// Everything is SI inside; the table of parameters names the unit in which people write a value.
// Pure functions of their arguments: no clock, no threads, no allocation per step. Values out of
// range come back as an Error that names the parameter and its range.
#pragma once

#include <limber/result.h>
#include <limber/types.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

// --- Parameters -------------------------------------------------------------------------------

// All SI. Defaults: preset "finger". Meaning, range and source of each: joint_parameters().
struct JointParameters {
  // The joint and its pull.
  double radius = 6e-3;     // a: of the articular face
  double film = 50e-6;      // h0: fluid film at rest
  double mass = 0.03;       // m: what moves
  double stiffness = 2e4;   // k1
  double stiffening = 1e7;  // k2
  double damping = 6;       // c
  double pull_rate = 20;    // F_rate
  double pull_max = 200;    // F_max
  double hold = 1;          // how long F_max is held
  double preload = 60;      // F_pre: carried by muscles, for display only
  double capsule = 1e-13;   // C_c: volume drawn in per pressure
  double inflow = 0;        // G: hypothesis, fluid replaced at the margin
  double viscosity = 0.02;  // mu: of the film under shear
  // Inception and the cavity.
  double inception = -50e3;       // p_inc
  double nucleus = 60e-6;         // b0: radius of the first cavity
  double nucleus_pressure = 1e3;  // its gas pressure
  double gas_exponent = 1.07;     // gamma
  double residual = 0.5e-9;       // gas in the film while the joint is not ready
  double cover_limit = 0.9;       // valid while V < this * pi a^2 h
  double window = 0.04;           // the pop is followed for this long
  // Fluid and surroundings.
  double density = 1005, surface_tension = 0.058, vapour = 6280, ambient = 101325;
  // The ear.
  double distance = 0.1;  // from the joint
  double spread = 4;      // solid angle in pi: 4 free body, 2 half-space
  // L3: the wait.
  double joint_volume = 0.3e-6;  // V_j
  double gas_fraction = 0.15;    // of V_j
  double exchange = 1;           // S_f: share of the surface that exchanges
  double ready_at = 0.3;         // phi_ready = V/V0
  double rest_pressure = -500;   // in the joint, relative to ambient
  double temperature = 310.15;
  double co2_share = 0.77, co2_solubility = 2.30e-4, co2_diffusion = 2.3e-9, co2_tissue = 6.1e3;
  double o2_share = 0.03, o2_solubility = 1.0e-5, o2_diffusion = 2.7e-9, o2_tissue = 5.3e3;
  double n2_share = 0.20, n2_solubility = 5.6e-6, n2_diffusion = 2.5e-9, n2_tissue = 76.4e3;
  double perfusion = 0;  // Q: fluid that carries gas away
  double lining = 5;     // A_s / delta_s, in series with Q
  // L1: the sphere of the literature.
  double opening = 1e-3;       // dh
  double opening_time = 1e-3;  // tau
  double wall_viscosity = 5;   // mu_b
  double sphere = 0.75e-3;     // R0
  double sphere_exponent = 1;  // kappa
};

struct ParameterRange {
  double low = 0, high = 0;  // low == high: nothing published
};

struct ParameterInfo {
  std::string_view name;    // as in --set name=value
  std::string_view symbol;  // as in docs/physics.md
  std::string_view unit;    // in which people write it
  double JointParameters::* field;
  double per_unit;                       // SI per unit
  ParameterRange allowed;                // in `unit`; ends included
  ParameterRange finger, facet;          // published spread, in `unit`; what a sweep draws from
  std::string_view meaning, more, less;  // what it is; what a larger and a smaller value do
  std::string_view source;
  char tag;  // S seen, K recalled, C computed, E our own choice
};

[[nodiscard]] std::span<const ParameterInfo> joint_parameters();
// Errors: input, for a name that is not there (with the nearest), a value out of range or not
// finite; shares of gas that do not add up to 1 are refused by check_parameters.
[[nodiscard]] Result<void> set_parameter(JointParameters& parameters, std::string_view name,
                                         double value);
// "name=value".
[[nodiscard]] Result<void> set_parameter(JointParameters& parameters, std::string_view text);
[[nodiscard]] Result<void> check_parameters(const JointParameters& parameters);
// In `info.unit`, without what the change of units leaves in the 16th digit.
[[nodiscard]] double parameter_value(const JointParameters& parameters, const ParameterInfo& info);

struct JointPreset {
  std::string_view id, title, note;
  bool facet = false;  // which published spread a sweep draws from
  JointParameters values;
};
[[nodiscard]] std::span<const JointPreset> joint_presets();
[[nodiscard]] Result<JointPreset> joint_preset(std::string_view id);

// --- What every run reports -------------------------------------------------------------------

struct SolverCounts {
  long steps = 0, rejected = 0;    // kept, taken back
  long slopes = 0, jacobians = 0;  // right-hand sides, Jacobians
  long events = 0, event_evaluations = 0;
};

struct RunOptions {
  double tolerance = 1e-8;      // relative, per state; 1e-13 .. 1e-3
  double trace_rate = 0;        // samples per second of the trace; 0: no trace; up to 2e6
  long step_limit = 2'000'000;  // 100 .. 1e9; a run that needs more is refused
};

// A pop as it unfolds. Times count from the start of the pull.
struct PopTrace {
  std::vector<double> time, force, gap, pressure, cavity;  // s, N, m, Pa (film centre), m3
  double sound_start = 0, sound_rate = 0;                  // of `sound`: s, 1/s
  std::vector<double> sound;  // V'' in m3/s2, evenly spaced from inception
};

struct PopRun {
  enum class End : std::uint8_t {
    window,       // followed for as long as asked
    cover_limit,  // the cavity left the range of the model
    closed,       // the cavity fell back to half of what it started from: gone, or never grew
    pull_over,    // the pull ended without inception
  };
  bool popped = false;                  // inception happened, and there was tension to release
  bool had_gas = false;                 // free gas was in the film from the start
  double force = 0, time = 0, gap = 0;  // at inception: N, s, m
  double lowest_pressure = 0;           // Pa, absolute, at the film centre
  double cavity_max = 0, cavity_max_after = 0;      // m3; s after inception
  bool still_growing = false;                       // cavity_max is where the run ended
  double first_peak = 0, first_peak_after = 0;      // first local maximum, 0 if none
  double cavity_end = 0, gap_end = 0;               // m3, m
  double accel_max = 0, accel_min = 0;              // V'' in m3/s2
  double accel_max_after = 0, accel_min_after = 0;  // s after inception
  double inflow = 0;        // m3 that came in at the margin (hypothesis only)
  double volume_error = 0;  // of A(h-h0) = Q + inflow + V - V_start, relative to V
  double peak_hz = 0, centroid_hz = 0, t5_95 = 0;  // of V''; only with a trace
  double peak_db_1cm = 0;                          // as from a free body, 1 cm away
  double peak_pa = 0, peak_db = 0;                 // at `distance`, with `spread`
  End end = End::window;
  double end_after = 0;  // s after inception (after the start if nothing popped)
  SolverCounts loading, opening;
  PopTrace trace;
};
[[nodiscard]] std::string_view end_id(PopRun::End end);

// A pull from rest, with no gas in the film.
[[nodiscard]] Result<PopRun> simulate_pop(const JointParameters& parameters,
                                          const RunOptions& options = {});
// A pull with `residual` gas in the film: opens smoothly, without a jump.
[[nodiscard]] Result<PopRun> simulate_second_pull(const JointParameters& parameters,
                                                  const RunOptions& options = {});
// Below this a film counts as free of gas.
inline constexpr double kNoGas = 0.001e-9;

// --- A pull by hand ---------------------------------------------------------------------------

// The joint between two moments of a pull. cavity > 0: gas is in the film, it cannot pop.
struct HandState {
  double time = 0;                         // s since the start
  double gap = 0, speed = 0;               // m, m/s
  double drawn = 0, cavity = 0, flow = 0;  // m3 from the margin, m3, V'/2 pi
};
struct HandStep {
  HandState state;
  double force = 0, pressure = 0;  // N; Pa in the middle of the film
  bool out_of_range = false;       // the cavity covers too much: let go
  std::optional<PopRun> pop;       // inception: the pop that follows under the force it came at
  SolverCounts counts;
};
[[nodiscard]] HandState hand_rest(const JointParameters& parameters, bool gas = false);
// The force goes from `force_from` to `force_to` (0 to 5000 N) within `seconds` (at most 1).
[[nodiscard]] Result<HandStep> hand_step(const JointParameters& parameters, const HandState& from,
                                         double force_from, double force_to, double seconds,
                                         const RunOptions& options = {});

// --- L3: the wait -----------------------------------------------------------------------------

struct WaitSample {
  double minutes = 0;
  double volume = 0;               // V / V0
  double co2 = 0, o2 = 0, n2 = 0;  // mol left
};
struct WaitRun {
  double start_volume = 0;  // V0 in m3
  double ready_min = 0;     // V/V0 <= ready_at; 0 if not within `limit_min`
  bool ready = false;
  std::array<double, 4> level = {0.5, 0.4, 0.3, 0.25};
  std::array<double, 4> level_min{};  // minutes to V/V0 = level; 0 if not reached
  double gas_error = 0;               // remaining + dissolved against the start, relative
  std::vector<WaitSample> samples;    // at `sample_min`, in the order asked
  SolverCounts counts;
};
[[nodiscard]] Result<WaitRun> simulate_wait(const JointParameters& parameters,
                                            const RunOptions& options = {},
                                            std::span<const double> sample_min = {},
                                            double limit_min = 600);

// How long until it could pop again, for the diary: a range, never a promise.
struct PopWait {
  double floor_min = 20;             // what is told in any case
  double typical_min = 0;            // the model's middle
  double low_min = 0, high_min = 0;  // the model's range
};
[[nodiscard]] PopWait pop_wait(double floor_min = 20);

// --- The joint through time -------------------------------------------------------------------

enum class JointState : std::uint8_t { ready, loading, inception, pop, hand_over, refractory };
[[nodiscard]] std::string_view state_id(JointState state);

struct JointEpisode {
  std::vector<JointState> path;  // what it went through
  PopRun run;
  Pop pop;  // the same for record, sound and draw
};

// Remembers its last pop: a pull while REFRACTORY comes out silent.
class Joint {
 public:
  [[nodiscard]] static Result<Joint> make(const JointParameters& parameters,
                                          const RunOptions& options = {});
  // `minute` counts from any start and never goes back.
  [[nodiscard]] Result<JointEpisode> pull(double minute);
  [[nodiscard]] JointState state(double minute) const;
  const WaitRun& wait() const { return wait_; }

 private:
  Joint() = default;
  JointParameters parameters_;
  RunOptions options_;
  WaitRun wait_;
  double last_pop_min_ = -1e300, last_pull_min_ = -1e300;
};

// --- L1 and Keller-Miksis ---------------------------------------------------------------------

struct SphereRun {
  double pressure_min = 0, pressure_min_at = 0;  // Pa, s
  double radius_max = 0, radius_max_at = 0;      // m, s
  double radius_min_after = 0, radius_min_at = 0;
  double accel_max = 0, accel_min = 0;  // V'' in m3/s2
  double peak_pa = 0, peak_db = 0;      // at `distance`, with `spread`
  SolverCounts counts;
  std::vector<double> time, pressure, radius, accel;  // only with trace_rate
};
[[nodiscard]] Result<SphereRun> simulate_sphere(const JointParameters& parameters,
                                                const RunOptions& options = {});

// An air bubble in water, driven by sound of one frequency.
struct KellerMiksisTask {
  double radius = 10e-6, drive = 1.5e5, frequency = 142.510318785e3;
  double density = 997.0639504998557, sound_speed = 1497.251785455527;
  double viscosity = 8.902125058209557e-4, surface_tension = 0.071977583160056;
  double vapour = 3166.775638952003, ambient = 1e5, exponent = 1.4;
  int transient_cycles = 1024, cycles = 64;
};
struct KellerMiksisRun {
  double end_radius = 1, end_speed = 0;  // R/R_E, and its rate per cycle
  double max_radius = 0;                 // over the last `cycles`, at its true maximum
  SolverCounts counts;
};
// Here `tolerance` is both relative and absolute, as the field's comparisons have it.
[[nodiscard]] Result<KellerMiksisRun> simulate_keller_miksis(const KellerMiksisTask& task,
                                                             const RunOptions& options = {});

// --- Many joints ------------------------------------------------------------------------------

// Who does the work is the caller's: one thread, many, or ranks. Must call work(i) exactly once
// for each i below `count`, in any order, possibly at once, and return when all are done.
using ForEach =
    std::function<void(std::size_t count, const std::function<void(std::size_t)>& work)>;

struct SweepPoint {
  std::uint64_t index = 0;
  JointParameters parameters;
  bool failed = false;                    // the run was refused; nothing below counts
  bool popped = false, in_range = false;  // in_range: not at cover_limit or closed
  double force_N = 0, gap_m = 0, cavity_m3 = 0, peak_dB = 0, peak_Hz = 0, wait_min = 0;
};
// One point: the same for any partition and any machine.
[[nodiscard]] SweepPoint sweep_point(const JointPreset& preset, std::uint64_t seed,
                                     std::uint64_t index, const RunOptions& options = {});

struct Quantiles {
  double median = 0, low = 0, high = 0;  // 5 % and 95 %
};
struct SweepSummary {
  std::uint64_t points = 0, popped = 0, failed = 0, in_range = 0;
  Quantiles force_N, peak_dB, peak_Hz;  // over the points that popped
  Quantiles wait_min;                   // over all
};

// A sweep in waves: memory does not grow with the number of points. Stop after any wave; save()
// and resume() go on where it stopped and end with the same summary.
class Sweep {
 public:
  Sweep(JointPreset preset, std::uint64_t points, std::uint64_t seed, RunOptions options = {});
  // The next wave of at most `wave` points, given to `each` in order; false when all are done.
  bool advance(const ForEach& run, std::size_t wave,
               const std::function<void(const SweepPoint&)>& each = {});
  std::uint64_t done() const { return done_; }
  std::uint64_t points() const { return points_; }
  [[nodiscard]] SweepSummary summary() const;
  [[nodiscard]] std::string save() const;  // JSON
  // Errors: input, if it is not the save of the same sweep.
  [[nodiscard]] Result<void> resume(std::string_view saved);

 private:
  void count(const SweepPoint& point);
  JointPreset preset_;
  RunOptions options_;
  std::uint64_t points_, seed_, done_ = 0, popped_ = 0, failed_ = 0, in_range_ = 0;
  std::array<std::vector<std::uint32_t>, 4> histograms_;  // force, level, pitch, wait
  std::vector<SweepPoint> wave_;
};

// --- Self-test --------------------------------------------------------------------------------

struct SelfCheck {
  std::string id, what;
  double value = 0, expected = 0, tolerance = 0;  // relative, or absolute where expected is 0
  double error = 0;
  bool pass = false;
};
// The validation table of docs/physics.md, V1 to V15; about a second.
[[nodiscard]] std::vector<SelfCheck> joint_selftest();

}  // namespace limber
