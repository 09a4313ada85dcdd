#include "joint/pop_lanes.h"

#include <optional>

#include "joint/opening_block.h"
#include "joint/pop_phases.h"

namespace limber {
namespace {

using Step = void (*)(OpeningBlock&);

Step kernel(KmIsa isa) {
  switch (isa) {
#if !defined(__wasm__)
    case KmIsa::vec128:
      return opening_step_vec128;
#endif
#if defined(__x86_64__)
    case KmIsa::avx2:
      return opening_step_avx2;
    case KmIsa::avx512:
      return opening_step_avx512;
#endif
    default:
      return nullptr;
  }
}

// One opening on its way, as a lane follows it. Holds references into itself: never moved.
class Seat {
 public:
  Seat(const JointParameters& p, const Reached<3>& at, const RunOptions& options, PopRun& run)
      : p_(p),
        options_(options),
        run_(run),
        start_(at.time),
        y_(first_cavity(p, at.y)),
        film_(opening_of(p, pull_of(p), y_)),
        watch_((begin_pop(p, film_.pull, at.time, at.y[0], run),
                begin_opening(film_, start_, y_, options, run))),
        solver_(film_, options.tolerance, run.opening),
        drive_(solver_, watch_, run.opening) {
    if (film_.cover(y_) >= p.cover_limit) {
      run.end = PopRun::End::cover_limit;
      end(start_, y_);
      return;
    }
    solver_.start(start_, y_);
    limit_ = film_.pull.until > start_ && film_.pull.until < last() ? film_.pull.until : last();
    drive_.begin();
    leave();
  }
  Seat(const Seat&) = delete;
  Seat& operator=(const Seat&) = delete;

  bool over() const { return over_; }
  const Result<void>& outcome() const { return outcome_; }
  const Opening& film() const { return film_; }

  // Before and after each call of the kernel.
  void lend(OpeningBlock& block, int lane) const { solver_.lend(block, lane, attempt_); }
  void take(const OpeningBlock& block, int lane) {
    if (!solver_.take(block, lane, attempt_)) return propose();
    if (drive_.stepped()) return end(drive_.time(), drive_.state());
    if (solver_.end() >= limit_) {
      if (limit_ >= last()) return end(solver_.end(), solver_.at_end());
      watch_.note_accel(solver_.end(), solver_.at_end());  // a kink
      limit_ = last();
      steps_ = 0;
      drive_.begin();
    }
    leave();
  }

 private:
  double last() const { return start_ + p_.window; }
  void leave() {
    if (steps_++ >= options_.step_limit) return fail_with(Stop::step_limit);
    solver_.leave();
    propose();
  }
  void propose() {
    attempt_ = solver_.propose(limit_);
    if (!attempt_.possible) fail_with(Stop::stuck);
  }
  void fail_with(Stop why) {
    outcome_ = finished(why, kWhileOpening);
    over_ = true;
  }
  void end(double time, const State<5>& y) {
    end_opening(film_, start_, y_[2], time, y, watch_, run_);
    end_pop(p_, run_);
    over_ = true;
  }

  const JointParameters& p_;
  const RunOptions& options_;
  PopRun& run_;
  double start_, limit_ = 0;
  State<5> y_;
  Opening film_;
  OpeningWatch watch_;
  ExplicitSolver<Opening> solver_;
  Drive<ExplicitSolver<Opening>, OpeningWatch> drive_;
  ExplicitSolver<Opening>::Attempt attempt_;
  long steps_ = 0;
  bool over_ = false;
  Result<void> outcome_;
};

class Lanes {
 public:
  Lanes(std::span<const JointParameters> many, const RunOptions& options, Step step)
      : many_(many), options_(options), step_(step), results_(many.size()) {}

  std::vector<Result<PopRun>> run() {
    for (int lane = 0; lane < kBlockLanes; ++lane) fill(lane);
    while (live_ > 0) {
      for (int lane = 0; lane < kBlockLanes; ++lane)
        if (seats_[lane]) seats_[lane]->lend(block_, lane);
      step_(block_);
      for (int lane = 0; lane < kBlockLanes; ++lane) {
        if (!seats_[lane]) continue;
        seats_[lane]->take(block_, lane);
        if (seats_[lane]->over()) {
          leave(lane);
          fill(lane);
        }
      }
    }
    return std::move(results_);
  }

 private:
  // The next joint whose film forms a cavity; the others are done at once.
  void fill(int lane) {
    while (next_ < many_.size()) {
      const std::size_t at = next_++;
      const JointParameters& p = many_[at];
      if (auto fine = check_run(p, options_, p.window); !fine) {
        results_[at] = std::unexpected(fine.error());
        continue;
      }
      const Loading film(p, pull_of(p));
      const auto loaded = load_film(film, options_, *results_[at]);
      if (!loaded) results_[at] = std::unexpected(loaded.error());
      if (!loaded || !loaded->event) continue;
      who_[lane] = at;
      ++live_;
      seats_[lane].emplace(p, *loaded, options_, *results_[at]);
      if (seats_[lane]->over()) {
        leave(lane);
        continue;
      }
      OpeningNumbers<OpeningBlock::Row>::pairwise(
          seats_[lane]->film().numbers, block_.numbers,
          [&](double from, OpeningBlock::Row& to) { to.at[lane] = from; });
      return;
    }
  }
  void leave(int lane) {
    const Result<void> outcome = seats_[lane]->outcome();
    seats_[lane].reset();
    if (!outcome) results_[who_[lane]] = std::unexpected(outcome.error());
    --live_;
  }

  std::span<const JointParameters> many_;
  const RunOptions& options_;
  Step step_;
  std::vector<Result<PopRun>> results_;
  OpeningBlock block_{};
  std::optional<Seat> seats_[kBlockLanes];
  std::size_t who_[kBlockLanes] = {};
  std::size_t next_ = 0;
  int live_ = 0;
};

}  // namespace

std::vector<Result<PopRun>> simulate_pops(std::span<const JointParameters> many,
                                          const RunOptions& options, KmIsa isa) {
  if (const Step step = kernel(isa); step != nullptr && km_isa_available(isa))
    return Lanes(many, options, step).run();
  std::vector<Result<PopRun>> results;
  for (const JointParameters& p : many) results.push_back(simulate_pop(p, options));
  return results;
}

KmIsa best_pop_isa() {
#if defined(__wasm__)
  return KmIsa::scalar;
#else
  return km_best_isa();
#endif
}

}  // namespace limber
