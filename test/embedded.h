// The knowledge this build embeds, loaded once for all tests of a binary.
#pragma once

#include <gtest/gtest.h>
#include <limber/app.h>

#include "knowledge/load.h"
#include "screen/compiled.h"

namespace limber {

inline const Loaded& embedded() {
  static const Loaded kLoaded = [] {
    auto loaded = load_knowledge(embedded_knowledge());
    EXPECT_TRUE(loaded) << describe(loaded.error());
    return std::move(*loaded);
  }();
  return kLoaded;
}

inline const Knowledge& embedded_tables() {
  return embedded().knowledge;
}

inline const Compiled& embedded_compiled() {
  static const Compiled kCompiled = *compile(embedded_tables());
  return kCompiled;
}

}  // namespace limber
