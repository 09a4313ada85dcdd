// Shapes of the use-case of what can be read.
#include "app/shapes.h"

namespace limber {
namespace {

constexpr std::string_view kTypes = R"(
/** What people ask, and the statements that answer it. */
export interface CommonQuestion {
  id: string;
  group: string;
  group_title: string;
  ask: string;
  answers: { id: string; text: string; mission: string[]; sources: Source[] }[];
}
)";

constexpr Shape kMethods[] = {
    {"questions", "Words",
     "{ questions: CommonQuestion[]; knowledge: KnowledgeStamp; notice: string }"},
};

}  // namespace

Shapes learn_shapes() {
  return {kTypes, kMethods};
}

}  // namespace limber
