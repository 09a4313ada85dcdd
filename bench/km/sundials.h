// SUNDIALS on one point: ARKODE's explicit Runge-Kutta and CVODE's two multistep families.
#pragma once

#include <arkode/arkode_erkstep.h>
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>

#include <algorithm>

#include "km/equation.h"

namespace bench {

struct SundialsProblem {
  KmEquation equation;
  RivalRun run;
  static int right_hand_side(realtype tau, N_Vector y, N_Vector dy, void* data) {
    auto& self = *static_cast<SundialsProblem*>(data);
    ++self.run.right_hand_sides;
    const realtype* s = N_VGetArrayPointer(y);
    realtype* d = N_VGetArrayPointer(dy);
    d[0] = s[1];
    d[1] = self.equation(tau, s[0], s[1]);
    return 0;
  }
};

// Runs `step(target, y, &tau)` in one-step mode through the window, reading the maximum there.
template <class Whole, class One>
RivalRun sundials_follow(SundialsProblem& problem, N_Vector y, Whole whole, One one) {
  realtype tau = 0;
  const realtype* s = N_VGetArrayPointer(y);
  if (whole(transient, y, &tau) < 0) return {};
  while (tau < transient + window) {
    problem.run.x_max = std::max(problem.run.x_max, s[0]);
    if (one(transient + window, y, &tau) < 0) return {};
  }
  problem.run.x_end = s[0];
  problem.run.v_end = s[1];
  return problem.run;
}

inline RivalRun arkode_run(const limber::KmPoint& point, ARKODE_ERKTableID table) {
  SUNContext context = nullptr;
  SUNContext_Create(nullptr, &context);
  SundialsProblem problem{KmEquation(point), {}};
  N_Vector y = N_VNew_Serial(2, context);
  N_VGetArrayPointer(y)[0] = 1;
  N_VGetArrayPointer(y)[1] = 0;
  void* memory = ERKStepCreate(SundialsProblem::right_hand_side, 0, y, context);
  ERKStepSetUserData(memory, &problem);
  ERKStepSStolerances(memory, tolerance, tolerance);
  ERKStepSetTableNum(memory, table);
  ERKStepSetMaxNumSteps(memory, -1);
  ERKStepSetStopTime(memory, transient);
  const auto evolve = [&](int mode) {
    return [memory, mode](double target, N_Vector v, realtype* tau) {
      ERKStepSetStopTime(memory, target);
      return ERKStepEvolve(memory, target, v, tau, mode);
    };
  };
  const RivalRun run = sundials_follow(problem, y, evolve(ARK_NORMAL), evolve(ARK_ONE_STEP));
  ERKStepFree(&memory);
  N_VDestroy(y);
  SUNContext_Free(&context);
  return run;
}

inline RivalRun cvode_run(const limber::KmPoint& point, int family) {
  SUNContext context = nullptr;
  SUNContext_Create(nullptr, &context);
  SundialsProblem problem{KmEquation(point), {}};
  N_Vector y = N_VNew_Serial(2, context);
  N_VGetArrayPointer(y)[0] = 1;
  N_VGetArrayPointer(y)[1] = 0;
  void* memory = CVodeCreate(family, context);
  CVodeInit(memory, SundialsProblem::right_hand_side, 0, y);
  CVodeSetUserData(memory, &problem);
  CVodeSStolerances(memory, tolerance, tolerance);
  CVodeSetMaxNumSteps(memory, -1);
  SUNMatrix matrix = nullptr;
  SUNLinearSolver linear = nullptr;
  SUNNonlinearSolver fixed_point = nullptr;
  if (family == CV_ADAMS) {
    fixed_point = SUNNonlinSol_FixedPoint(y, 0, context);
    CVodeSetNonlinearSolver(memory, fixed_point);
  } else {
    matrix = SUNDenseMatrix(2, 2, context);
    linear = SUNLinSol_Dense(y, matrix, context);
    CVodeSetLinearSolver(memory, linear, matrix);
  }
  const auto evolve = [&](int mode) {
    return [memory, mode](double target, N_Vector v, realtype* tau) {
      CVodeSetStopTime(memory, target);
      return CVode(memory, target, v, tau, mode);
    };
  };
  const RivalRun run = sundials_follow(problem, y, evolve(CV_NORMAL), evolve(CV_ONE_STEP));
  CVodeFree(&memory);
  if (fixed_point) SUNNonlinSolFree(fixed_point);
  if (linear) SUNLinSolFree(linear);
  if (matrix) SUNMatDestroy(matrix);
  N_VDestroy(y);
  SUNContext_Free(&context);
  return run;
}

}  // namespace bench
