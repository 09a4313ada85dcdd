// The use-cases of what can be read: the questions people ask with their answers, and the numbers
// to call in each country.
#include "app/core.h"
#include "app/show.h"
#include "base/object.h"

namespace limber {
namespace {

Result<Json> questions(Core& core, Reader& in) {
  const Catalogue& texts = core.texts(in.text_or("lang", "en"));
  in.refuse_unknown({"lang"});
  if (in.error()) return std::unexpected(*in.error());
  const Knowledge& knowledge = core.knowledge();
  Json list = Json::array();
  for (const CommonQuestion& question : core.loaded.questions) {
    Json answers = Json::array();
    for (const int index : question.statements) {
      const Statement& statement = knowledge.statements[static_cast<std::size_t>(index)];
      answers.push_back(object_of({{"id", statement.id},
                                   {"text", texts.text("statement." + statement.id)},
                                   {"mission", statement.mission},
                                   {"sources", show_sources(core, statement.sources)}}));
    }
    list.push_back(object_of({{"id", question.id},
                              {"group", question.group},
                              {"group_title", texts.text("question_group." + question.group)},
                              {"ask", texts.text("question." + question.id)},
                              {"answers", std::move(answers)}}));
  }
  return object_of({{"questions", std::move(list)},
                    {"knowledge", show_knowledge(core)},
                    {"notice", review_notice(core, texts)}});
}

constexpr UseCase kLearnUseCases[] = {{"questions", questions}};

}  // namespace

std::span<const UseCase> learn_use_cases() {
  return kLearnUseCases;
}

}  // namespace limber
