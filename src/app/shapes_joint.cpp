// Shapes of the use-cases of the joint. Numbers are SI; the name ends in the unit.
#include "app/shapes.h"

namespace limber {
namespace {

constexpr std::string_view kTypes = R"(
export interface JointChoice extends Words {
  preset?: string;
  /** In the units of pop.parameters. */
  set?: { [parameter: string]: number };
}

export interface PopChoice extends JointChoice {
  again_min?: number;
  tolerance?: number;
}

export interface SolverCounts {
  steps: number;
  rejected: number;
  slopes: number;
  events: number;
  jacobians: number;
  event_evaluations: number;
}

export type JointParameters = { [parameter: string]: { value: number; unit: string } };

export interface PopRun {
  popped: boolean;
  had_gas: boolean;
  force_N: number;
  time_s: number;
  gap_m: number;
  lowest_pressure_Pa: number;
  cavity_max_m3: number;
  cavity_max_after_s: number;
  still_growing: boolean;
  first_peak_m3: number;
  first_peak_after_s: number;
  cavity_end_m3: number;
  gap_end_m: number;
  accel_max_m3_s2: number;
  accel_min_m3_s2: number;
  accel_max_after_s: number;
  accel_min_after_s: number;
  inflow_m3: number;
  volume_error: number;
  peak_hz: number;
  centroid_hz: number;
  t5_95_s: number;
  peak_dB_1cm: number;
  peak_Pa: number;
  peak_dB: number;
  end: string;
  end_after_s: number;
  counts: { loading: SolverCounts; opening: SolverCounts };
}

export interface ToldWait {
  at_least_min: number;
  typical_min: number;
  low_min: number;
  high_min: number;
}

export interface PopTrace {
  time_s: number[];
  force_N: number[];
  gap_m: number[];
  pressure_Pa: number[];
  cavity_m3: number[];
  sound?: { start_s: number; rate_Hz: number; accel_m3_s2: number[] };
}

/** Pressures in the air, in Pa. */
export interface Heard {
  rate_Hz: number;
  full_scale_Pa: number;
  samples_Pa: number[];
  peak_Pa: number;
  peak_Hz: number;
  centroid_Hz: number;
  t5_95_s: number;
}

/** A joint between two moments of a pull; cavity > 0: gas is in the film. */
export interface HandState {
  time: number;
  gap: number;
  speed: number;
  drawn: number;
  cavity: number;
  flow: number;
}

export interface PopAgain {
  after_min: number;
  path: string[];
  pop: PopRun;
}

export interface PopTold {
  preset: string;
  tolerance: number;
  parameters: JointParameters;
  pop: PopRun;
  wait: {
    pocket_m3: number;
    ready: boolean;
    ready_min: number;
    levels: { left: number; minutes: number }[];
    gas_error: number;
    counts: SolverCounts;
    told: ToldWait;
  };
}

export interface Quantiles {
  median: number;
  p05: number;
  p95: number;
}

export interface SweepRow {
  failed: boolean;
  popped: boolean;
  in_range: boolean;
  force_N: number;
  peak_dB: number;
  peak_Hz: number;
  wait_min: number;
}
)";

constexpr Shape kMethods[] = {
    {"pop", "PopChoice", "PopTold & { again?: PopAgain }"},
    {"pop.trace", "PopChoice & { sound?: boolean }",
     "PopTold & { again?: PopAgain & { trace: PopTrace }; trace: PopTrace; wait_trace: { minutes: "
     "number[]; volume: number[]; co2_mol: number[]; o2_mol: number[]; n2_mol: number[] } }"},
    {"pop.plot", "PopChoice & { theme?: \"automatic\" | \"light\" | \"dark\" | \"page\" }",
     "{ svg: string }"},
    {"pop.sound", "PopChoice & { burst?: boolean; snap?: boolean; seed?: number }", "Heard"},
    {"pop.snap", "Words", "Heard"},
    {"pop.hand",
     "JointChoice & { gas?: boolean; state?: HandState; force_from_N: number; force_to_N: number; "
     "seconds: number }",
     "{ state: HandState; force_N: number; pressure_Pa: number; out_of_range: boolean; pop?: "
     "PopRun; trace?: PopTrace; sound?: Heard }"},
    {"pop.wait", "JointChoice", "{ told: ToldWait; ready: boolean; ready_min: number }"},
    {"pop.sweep",
     "JointChoice & { points?: number; seed?: number; tolerance?: number; rows?: boolean }",
     "{ points: number; wanted: number; complete: boolean; popped: number; failed: number; "
     "in_range: "
     "number; force_N: Quantiles; peak_dB: Quantiles; peak_Hz: Quantiles; wait_min: Quantiles; "
     "rows?: SweepRow[] }"},
    {"pop.presets", "Words",
     "{ presets: { id: string; title: string; note: string; facet: boolean; parameters: "
     "JointParameters }[] }"},
    {"pop.parameters", "Words & { preset?: string }",
     "{ parameters: { name: string; symbol: string; unit: string; value: number; low: number; "
     "high: "
     "number; published: number[] | null; meaning: string; more: string; less: string; source: "
     "string; tag: string }[] }"},
    {"pop.selftest", "Words",
     "{ checks: { id: string; what: string; value: number; expected: number; tolerance: number; "
     "error: number; pass: boolean }[]; failed: number }"},
};

}  // namespace

Shapes joint_shapes() {
  return {kTypes, kMethods};
}

}  // namespace limber
