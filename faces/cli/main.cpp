#include <string>
#include <vector>

#include "faces/cli/run.h"

int main(int count, char** words) {
  return limber::cli::run({words + 1, words + count});
}
