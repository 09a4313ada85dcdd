// SUNDIALS on the opening of a joint (layer L2 after inception), at relative tolerance 1e-8, with
// the absolute tolerances of our own solver: 1e-8 of each state's noise.
#pragma once

#include <arkode/arkode_erkstep.h>
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>

#include <algorithm>
#include <array>

#include "joint/film.h"

namespace bench {

struct OpeningProblem {
  const limber::Opening& film;
  double from, to;
  std::array<double, 5> start;
  long right_hand_sides;
};
struct OpeningRun {
  double end_volume = 0, most_volume = 0;  // the largest at the ends of steps
  long right_hand_sides = 0;
};

inline int opening_slope(realtype t, N_Vector y, N_Vector dy, void* data) {
  auto& problem = *static_cast<OpeningProblem*>(data);
  ++problem.right_hand_sides;
  std::array<double, 5> state, slope;
  std::copy_n(N_VGetArrayPointer(y), 5, state.begin());
  if (!problem.film.possible(state)) return 1;  // SUNDIALS then tries a shorter step
  problem.film.slope(t, state, slope);
  std::copy_n(slope.begin(), 5, N_VGetArrayPointer(dy));
  return 0;
}

struct OpeningVectors {
  SUNContext context = nullptr;
  N_Vector y, absolute;
  explicit OpeningVectors(const OpeningProblem& problem) {
    SUNContext_Create(nullptr, &context);
    y = N_VNew_Serial(5, context);
    absolute = N_VNew_Serial(5, context);
    const auto noise = problem.film.scale();
    for (int i = 0; i < 5; ++i) {
      N_VGetArrayPointer(y)[i] = problem.start[static_cast<std::size_t>(i)];
      N_VGetArrayPointer(absolute)[i] = 1e-8 * noise[static_cast<std::size_t>(i)];
    }
  }
  OpeningVectors(const OpeningVectors&) = delete;
  OpeningVectors& operator=(const OpeningVectors&) = delete;
  ~OpeningVectors() {
    N_VDestroy(y);
    N_VDestroy(absolute);
    SUNContext_Free(&context);
  }
};

template <class One>
OpeningRun opening_follow(const OpeningProblem& problem, const OpeningVectors& vectors, One one) {
  OpeningRun run;
  realtype t = problem.from;
  const realtype* state = N_VGetArrayPointer(vectors.y);
  while (t < problem.to) {
    if (one(problem.to, vectors.y, &t) < 0) break;
    run.most_volume = std::max(run.most_volume, state[2]);
  }
  run.end_volume = state[2];
  run.right_hand_sides = problem.right_hand_sides;
  return run;
}

inline OpeningRun arkode_opening(OpeningProblem problem, ARKODE_ERKTableID table) {
  const OpeningVectors vectors(problem);
  void* memory = ERKStepCreate(opening_slope, problem.from, vectors.y, vectors.context);
  ERKStepSetUserData(memory, &problem);
  ERKStepSVtolerances(memory, 1e-8, vectors.absolute);
  ERKStepSetTableNum(memory, table);
  ERKStepSetMaxNumSteps(memory, -1);
  ERKStepSetStopTime(memory, problem.to);
  const OpeningRun run = opening_follow(problem, vectors, [&](double to, N_Vector y, realtype* t) {
    return ERKStepEvolve(memory, to, y, t, ARK_ONE_STEP);
  });
  ERKStepFree(&memory);
  return run;
}

inline OpeningRun cvode_opening(OpeningProblem problem, int family) {
  const OpeningVectors vectors(problem);
  void* memory = CVodeCreate(family, vectors.context);
  CVodeInit(memory, opening_slope, problem.from, vectors.y);
  CVodeSetUserData(memory, &problem);
  CVodeSVtolerances(memory, 1e-8, vectors.absolute);
  CVodeSetMaxNumSteps(memory, -1);
  CVodeSetStopTime(memory, problem.to);
  SUNMatrix matrix = nullptr;
  SUNLinearSolver linear = nullptr;
  SUNNonlinearSolver fixed_point = nullptr;
  if (family == CV_ADAMS) {
    fixed_point = SUNNonlinSol_FixedPoint(vectors.y, 0, vectors.context);
    CVodeSetNonlinearSolver(memory, fixed_point);
  } else {
    matrix = SUNDenseMatrix(5, 5, vectors.context);
    linear = SUNLinSol_Dense(vectors.y, matrix, vectors.context);
    CVodeSetLinearSolver(memory, linear, matrix);
  }
  const OpeningRun run = opening_follow(problem, vectors, [&](double to, N_Vector y, realtype* t) {
    return CVode(memory, to, y, t, CV_ONE_STEP);
  });
  CVodeFree(&memory);
  if (fixed_point) SUNNonlinSolFree(fixed_point);
  if (linear) SUNLinSolFree(linear);
  if (matrix) SUNMatDestroy(matrix);
  return run;
}

}  // namespace bench
