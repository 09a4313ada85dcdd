// The use-case that proves the whole rule base.
#include "app/show.h"
#include "base/object.h"
#include "body/names.h"
#include "knowledge/answers.h"
#include "screen/prove.h"

namespace limber {
namespace {

Json show_property(const Core& core, const Catalogue& texts, const Property& property) {
  Json out = object_of({{"id", property.id},
                        {"title", texts.text("proof." + property.id)},
                        {"holds", property.holds},
                        {"checks", property.checks}});
  if (property.holds) return out;
  out["subject"] = property.subject;
  out["counter_example"] = Json::object();
  for (const auto& [index, answer] : property.counter_example) {
    const Fact& fact = core.knowledge().facts[static_cast<std::size_t>(index)];
    if (answer != reassuring_answer(fact)) {
      out["counter_example"][fact.id] = write_answer(fact, answer);
    }
  }
  return out;
}

Result<Json> prove_all(Core& core, Reader& in) {
  const Catalogue& texts = core.texts(in.text_or("lang", "en"));
  in.refuse_unknown({"lang"});
  if (in.error()) return std::unexpected(*in.error());
  const Proof proof = prove(core.knowledge());
  Json properties = Json::array();
  for (const Property& property : proof.properties) {
    properties.push_back(show_property(core, texts, property));
  }
  Json levels = Json::object();
  for (const Level level : kLevels) {
    levels[std::string(level_id(level))] = proof.per_level[static_cast<std::size_t>(level)];
  }
  return object_of({{"holds", proof.holds},
                    {"complete", proof.sheets == proof.covered},
                    {"sheets", proof.sheets},
                    {"covered", proof.covered},
                    {"fraction", proof.fraction},
                    {"levels", std::move(levels)},
                    {"nodes", proof.nodes},
                    {"properties", std::move(properties)},
                    {"knowledge", show_knowledge(core)}});
}

constexpr UseCase kProveUseCases[] = {{"prove", prove_all}};

}  // namespace

std::span<const UseCase> prove_use_cases() {
  return kProveUseCases;
}

}  // namespace limber
