// One ensemble over many MPI ranks.
//
// Rank 0 keeps the board of chunks and the file, and computes like everyone else: it answers the
// others between two of its own points. The others ask, compute, send back, ask again. A chunk that
// does not come back is handed out again (ensemble_km_chunks.h), so a killed rank costs time only.
// All ranks use the widest instruction set that all of them have: the bits do not depend on how
// many ranks there are, nor on which one had which chunk.
#pragma once

#include "faces/mpi/part_file.h"

namespace limber::mpi {

struct Outcome {
  std::uint64_t points = 0, resumed_chunks = 0, repeated_chunks = 0;
  int ranks = 1, silent_ranks = 0;  // ranks that never answered again
};

// The number of the widest instruction set every rank has. All ranks call it.
[[nodiscard]] std::uint64_t common_isa();

// Rank 0: computes and serves until every point is in the file.
[[nodiscard]] Result<Outcome> lead(const Job& job, KmChunks& board, PartFile& part);

// Every other rank: computes chunks until there are none.
void follow(const Job& job);

}  // namespace limber::mpi
