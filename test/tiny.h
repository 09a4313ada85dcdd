// A knowledge base small enough to see through, for tests of the engines.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "knowledge/load.h"

namespace limber {

inline constexpr const char* kTinyKnowledge = R"json({
  "knowledge": {"format": 1, "version": "test"}, "hash": "0",
  "source": [{"id": "s", "tag": "E", "cite": "ours"}],
  "screen": [{"id": "first", "block": "emergency"}, {"id": "second", "block": "professional"},
             {"id": "wishes", "block": "plan"}],
  "fact": [
    {"id": "stroke", "kind": "yes_no", "screen": "first", "shelf": "session", "alone": "emergency_now"},
    {"id": "injury", "kind": "yes_no", "screen": "first", "shelf": "day", "alone": "see_professional_first"},
    {"id": "fall", "kind": "yes_no", "screen": "second", "shelf": "day"},
    {"id": "age", "kind": "number", "worry": "both", "low": 10, "high": 110, "reassuring": 35,
     "screen": "second", "shelf": "day", "alone": "see_professional_first"},
    {"id": "eases", "kind": "yes_no", "worry": "no", "screen": "second", "shelf": "day",
     "alone": "gentle_with_modifications"},
    {"id": "brittle", "kind": "yes_no", "screen": "second", "shelf": "permanent"},
    {"id": "position", "kind": "choice", "options": ["desk", "floor"], "plan_only": true,
     "screen": "wishes", "shelf": "session"}],
  "technique": [
    {"id": "nod", "positions": ["desk"], "out_s": 2, "back_s": 2, "changeover_s": 5,
     "hold_s": {"start": 3, "max": 5}, "reps": {"start": 5, "max": 5}, "sets": {"start": 1, "max": 1},
     "steps": ["out"], "sources": ["s"]},
    {"id": "roll", "positions": ["floor"], "out_s": 2, "back_s": 2, "changeover_s": 5,
     "hold_s": {"start": 3, "max": 5}, "reps": {"start": 5, "max": 5}, "sets": {"start": 1, "max": 1},
     "steps": ["out"], "sources": ["s"]}],
  "rule": [
    {"id": "r_stroke", "level": "emergency_now", "when": "stroke", "sources": ["s"]},
    {"id": "r_fall", "level": "emergency_now", "when": "injury and (fall or age >= 65)", "sources": ["s"]},
    {"id": "r_injury", "level": "see_professional_first", "when": "injury", "sources": ["s"]},
    {"id": "r_age", "level": "see_professional_first", "when": "age < 18", "sources": ["s"]},
    {"id": "r_eases", "level": "gentle_with_modifications", "when": "not eases", "sources": ["s"]}],
  "condition": [{"id": "c_brittle", "when": "brittle", "sources": ["s"],
                 "row": {"nod": {"modify": true, "dose": 0.5}, "roll": "avoid"}}],
  "texts": {"en": {"modify.c_brittle.nod": "Half as many."}}
})json";

inline const Knowledge& tiny() {
  static const Loaded kLoaded = [] {
    auto loaded = load_knowledge(kTinyKnowledge);
    EXPECT_TRUE(loaded) << describe(loaded.error());
    return std::move(*loaded);
  }();
  return kLoaded.knowledge;
}

}  // namespace limber
