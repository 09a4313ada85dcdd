// limber-mpi: the Keller-Miksis frequency sweep over as many machines as MPI gives it.
//
//   mpirun -n 8 limber-mpi --points 46080 --out sweep.csv
//
// Killed half-way? Start it again: sweep.csv.part holds what is finished. With Open MPI's
// --enable-recovery a killed rank does not even stop the others.
#define OMPI_SKIP_MPICXX 1
#include <mpi.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "faces/mpi/ranks.h"

namespace {

using namespace limber;

constexpr const char* usage =
    "limber-mpi --out FILE [--points N] [--chunk N] [--transient CYCLES] [--window CYCLES]\n"
    "           [--tolerance T]\n"
    "Follows N driven bubbles (20 kHz to 1 MHz, default 256) and writes one CSV line for each.\n"
    "Run it with mpirun; the file is the same for any number of ranks.\n";

template <class Number>
bool parse(const char* text, Number& value) {
  const char* end = text + std::strlen(text);
  const auto [at, error] = std::from_chars(text, end, value);
  return error == std::errc() && at == end;
}

// False if the arguments are not understood.
bool read_arguments(int argc, char** argv, mpi::Job& job, std::string& out) {
  for (int i = 1; i < argc; i += 2) {
    if (i + 1 == argc) return false;
    const std::string_view name = argv[i];
    const char* value = argv[i + 1];
    if (name == "--out")
      out = value;
    else if (name == "--points" && parse(value, job.points))
      continue;
    else if (name == "--chunk" && parse(value, job.chunk))
      continue;
    else if (name == "--transient" && parse(value, job.transient_cycles))
      continue;
    else if (name == "--window" && parse(value, job.window_cycles))
      continue;
    else if (name == "--tolerance" && parse(value, job.tolerance))
      continue;
    else
      return false;
  }
  // A chunk travels as one message, whose size is an int.
  return !out.empty() && job.chunk >= 1 && job.chunk <= 1'000'000 && job.points <= 100'000'000'000;
}

int report(const Error& error) {
  std::fprintf(stderr, "limber-mpi: %s%s%s%s%s\n", error.where.c_str(),
               error.where.empty() ? "" : ": ", error.message.c_str(),
               error.hint.empty() ? "" : "; ", error.hint.c_str());
  return 1;
}

Result<mpi::Outcome> lead(const mpi::Job& job, const std::string& out) {
  KmChunks board(job.points, job.chunk);
  auto part = mpi::PartFile::open(out + ".part", job, board);
  if (!part) return std::unexpected(part.error());
  auto outcome = mpi::lead(job, board, *part);
  if (!outcome) return outcome;
  if (auto ok = part->export_csv(out, job); !ok) return std::unexpected(ok.error());
  part->remove();
  return outcome;
}

int run(int rank, const mpi::Job& job, const std::string& out) {
  if (rank != 0) {
    mpi::follow(job);
    return 0;
  }
  const auto outcome = lead(job, out);
  if (!outcome) {
    const int code = report(outcome.error());
    MPI_Abort(MPI_COMM_WORLD, code);  // the others may still be waiting for work
    return code;
  }
  std::fprintf(stderr, "%llu points on %d ranks, %llu chunks found finished, %llu done again\n",
               static_cast<unsigned long long>(outcome->points), outcome->ranks,
               static_cast<unsigned long long>(outcome->resumed_chunks),
               static_cast<unsigned long long>(outcome->repeated_chunks));
  if (outcome->silent_ranks > 0) {
    std::fprintf(stderr, "%d ranks stopped answering; nothing was lost\n", outcome->silent_ranks);
    std::fflush(stderr);
    MPI_Abort(MPI_COMM_WORLD, 0);  // MPI_Finalize would wait for them
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  mpi::Job job;
  std::string out;
  int code = 0;
  if (!read_arguments(argc, argv, job, out)) {
    if (rank == 0) std::fputs(usage, stderr);
    code = 2;
  } else if (const auto ok = km_check(job.task()); !ok) {
    if (rank == 0)
      code = report(ok.error());
    else
      code = 1;
  } else {
    job.isa = mpi::common_isa();
    code = run(rank, job, out);
  }
  MPI_Finalize();
  return code;
}
