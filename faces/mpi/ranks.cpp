// mpi.h of Open MPI still carries its retired C++ classes; they are not wanted.
#define OMPI_SKIP_MPICXX 1
#include "faces/mpi/ranks.h"

#include <mpi.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace limber::mpi {
namespace {

enum Tag : int { tag_ask = 1, tag_chunk, tag_result, tag_stop };

double now_s() {
  return MPI_Wtime();
}

int rank_count() {
  int n = 1;
  MPI_Comm_size(MPI_COMM_WORLD, &n);
  return n;
}

// Runs one chunk; `between` is called every time a lane wants its next point.
template <class Between>
class ChunkQueue : public KmQueue {
 public:
  ChunkQueue(const Job& job, const KmChunk& chunk, Between between)
      : job_(job), chunk_(chunk), between_(between), records_(chunk.count) {}
  bool next(std::uint64_t& id, KmPoint& point) override {
    between_();
    if (at_ == chunk_.count) return false;
    id = at_++;
    point = km_benchmark_point(chunk_.first + id, job_.points);
    return true;
  }
  void done(std::uint64_t id, const KmResult& result) override { records_[id] = record_of(result); }
  const std::vector<Record>& records() const { return records_; }

 private:
  const Job& job_;
  const KmChunk chunk_;
  Between between_;
  std::vector<Record> records_;
  std::uint64_t at_ = 0;
};

template <class Between>
std::vector<Record> compute(const Job& job, const KmChunk& chunk, Between between) {
  ChunkQueue<Between> queue(job, chunk, between);
  // The task and the instruction set were checked before the first chunk.
  (void)!km_run(job.task(), queue, static_cast<KmIsa>(job.isa));
  return queue.records();
}

// Rank 0's view of the others.
class Leader {
 public:
  Leader(const Job& job, KmChunks& board, PartFile& part)
      : job_(job), board_(board), part_(part), idle_(static_cast<std::size_t>(rank_count())) {
    outcome_.points = job.points;
    outcome_.ranks = rank_count();
    outcome_.resumed_chunks = board.done_count();
  }

  Result<Outcome> run() {
    while (!board_.finished() && ok_) {
      serve();
      if (const auto chunk = board_.take(now_s(), patience())) {
        const double start = now_s();
        keep(*chunk, compute(job_, *chunk, [this] { serve(); }));
        longest_s_ = std::max(longest_s_, now_s() - start);
      } else {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
    }
    dismiss();
    outcome_.repeated_chunks = board_.repeated();
    if (!ok_) return std::unexpected(ok_.error());
    return outcome_;
  }

 private:
  // How long a chunk may stay away: far longer than the slowest so far.
  double patience() const { return std::max(2.0, 10 * longest_s_); }

  void keep(const KmChunk& chunk, const std::vector<Record>& records) {
    if (!board_.done(chunk.number)) return;
    if (auto written = part_.write(chunk, records); !written) ok_ = std::move(written);
  }

  // Takes every message that has arrived, then gives idle ranks what there is to do.
  void serve() {
    for (int arrived = 1; arrived;) {
      MPI_Status status;
      if (MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &arrived, &status) != MPI_SUCCESS)
        return;
      if (arrived) receive(status);
    }
    for (int rank = 1; rank < outcome_.ranks; ++rank) {
      if (!idle_[static_cast<std::size_t>(rank)] || board_.finished()) continue;
      const auto chunk = board_.take(now_s(), patience());
      if (!chunk) return;
      idle_[static_cast<std::size_t>(rank)] = false;
      // A rank that is gone does not take it: it will be handed out again.
      MPI_Send(&*chunk, sizeof(KmChunk), MPI_BYTE, rank, tag_chunk, MPI_COMM_WORLD);
    }
  }

  void receive(const MPI_Status& status) {
    int bytes = 0;
    MPI_Get_count(&status, MPI_BYTE, &bytes);
    std::vector<char> message(static_cast<std::size_t>(bytes));
    if (MPI_Recv(message.data(), bytes, MPI_BYTE, status.MPI_SOURCE, status.MPI_TAG, MPI_COMM_WORLD,
                 MPI_STATUS_IGNORE) != MPI_SUCCESS)
      return;
    if (status.MPI_TAG == tag_ask) idle_[static_cast<std::size_t>(status.MPI_SOURCE)] = true;
    if (status.MPI_TAG != tag_result || message.size() < sizeof(std::uint64_t)) return;
    std::uint64_t number = 0;
    std::copy_n(message.data(), sizeof number, reinterpret_cast<char*>(&number));
    if (number >= board_.size()) return;
    const KmChunk chunk = board_.at(number);
    if (message.size() != sizeof number + chunk.count * sizeof(Record)) return;
    std::vector<Record> records(chunk.count);
    std::copy(message.begin() + sizeof number, message.end(),
              reinterpret_cast<char*>(records.data()));
    keep(chunk, records);
  }

  // Sends the others home; those that do not ask within our patience are given up.
  void dismiss() {
    std::vector<bool> home(idle_.size());
    std::size_t left = idle_.size() - 1;
    for (const double start = now_s(); left > 0 && now_s() - start < patience();) {
      serve();
      for (std::size_t rank = 1; rank < idle_.size(); ++rank) {
        if (!idle_[rank] || home[rank]) continue;
        MPI_Send(nullptr, 0, MPI_BYTE, static_cast<int>(rank), tag_stop, MPI_COMM_WORLD);
        home[rank] = true;
        --left;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    outcome_.silent_ranks = static_cast<int>(left);
  }

  const Job& job_;
  KmChunks& board_;
  PartFile& part_;
  std::vector<bool> idle_;
  Result<void> ok_;
  double longest_s_ = 0;
  Outcome outcome_;
};

}  // namespace

std::uint64_t common_isa() {
  int ours = static_cast<int>(km_best_isa()), lowest = ours;
  MPI_Allreduce(&ours, &lowest, 1, MPI_INT, MPI_MIN, MPI_COMM_WORLD);
  return static_cast<std::uint64_t>(lowest);
}

Result<Outcome> lead(const Job& job, KmChunks& board, PartFile& part) {
  return Leader(job, board, part).run();
}

void follow(const Job& job) {
  for (;;) {
    MPI_Status status;
    KmChunk chunk;
    if (MPI_Send(nullptr, 0, MPI_BYTE, 0, tag_ask, MPI_COMM_WORLD) != MPI_SUCCESS ||
        MPI_Recv(&chunk, sizeof chunk, MPI_BYTE, 0, MPI_ANY_TAG, MPI_COMM_WORLD, &status) !=
            MPI_SUCCESS ||
        status.MPI_TAG == tag_stop)
      return;
    const std::vector<Record> records = compute(job, chunk, [] {});
    std::vector<char> message(sizeof chunk.number + records.size() * sizeof(Record));
    std::copy_n(reinterpret_cast<const char*>(&chunk.number), sizeof chunk.number, message.data());
    std::copy_n(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(Record),
                message.data() + sizeof chunk.number);
    if (MPI_Send(message.data(), static_cast<int>(message.size()), MPI_BYTE, 0, tag_result,
                 MPI_COMM_WORLD) != MPI_SUCCESS)
      return;
  }
}

}  // namespace limber::mpi
