#include "joint/ensemble_km_chunks.h"

#include <gtest/gtest.h>

namespace limber {
namespace {

TEST(EnsembleKmChunks, CoverEveryPointOnce) {
  KmChunks board(10, 4);
  EXPECT_EQ(board.take(0, 1), (KmChunk{0, 0, 4}));
  EXPECT_EQ(board.take(0, 1), (KmChunk{1, 4, 4}));
  EXPECT_EQ(board.take(0, 1), (KmChunk{2, 8, 2}));
  EXPECT_EQ(board.take(0, 1), std::nullopt);
}

TEST(EnsembleKmChunks, NoPointsAreFinishedAtOnce) {
  KmChunks board(0, 4);
  EXPECT_TRUE(board.finished());
  EXPECT_EQ(board.take(0, 1), std::nullopt);
}

TEST(EnsembleKmChunks, AChunkThatNeverCameBackIsHandedOutAgain) {
  KmChunks board(8, 4);
  (void)board.take(0, 5);
  (void)board.take(1, 5);
  EXPECT_TRUE(board.done(1));
  EXPECT_EQ(board.take(4, 5), std::nullopt);  // still within patience
  EXPECT_EQ(board.take(6, 5), (KmChunk{0, 0, 4}));
  EXPECT_EQ(board.repeated(), 1u);
  EXPECT_TRUE(board.done(0));
  EXPECT_TRUE(board.finished());
}

TEST(EnsembleKmChunks, TheOldestWaitingChunkComesFirst) {
  KmChunks board(12, 4);
  for (const double now : {3.0, 1.0, 2.0}) (void)board.take(now, 5);
  EXPECT_EQ(board.take(100, 5)->number, 1u);
  EXPECT_EQ(board.take(100, 5)->number, 2u);
}

TEST(EnsembleKmChunks, ALateAnswerCountsOnce) {
  KmChunks board(4, 4);
  EXPECT_TRUE(board.done(0));
  EXPECT_FALSE(board.done(0));
  EXPECT_EQ(board.done_count(), 1u);
}

TEST(EnsembleKmChunks, AnUnknownNumberIsIgnored) {
  KmChunks board(4, 4);
  EXPECT_FALSE(board.done(1));
  EXPECT_FALSE(board.finished());
}

TEST(EnsembleKmChunks, ResumedWorkSkipsWhatIsDone) {
  KmChunks board(12, 4);
  board.done(0);
  board.done(1);
  EXPECT_EQ(board.take(0, 1)->number, 2u);
}

TEST(EnsembleKmChunks, AChunkSizeOfZeroCountsAsOne) {
  EXPECT_EQ(KmChunks(3, 0).size(), 3u);
}

}  // namespace
}  // namespace limber
