// The use-cases that ask and judge: about, facts, check, interview.
#include "app/show.h"
#include "base/object.h"
#include "body/names.h"

namespace limber {
namespace {

const Catalogue& texts_of(const Core& core, Reader& in) {
  return core.texts(in.text_or("lang", "en"));
}

Result<Json> about(Core& core, Reader& in) {
  in.refuse_unknown({"lang"});
  if (in.error()) return std::unexpected(*in.error());
  return object_of({{"version", version()},
                    {"knowledge", show_knowledge(core)},
                    {"notice", review_notice(core, texts_of(core, in))}});
}

Result<Json> facts(Core& core, Reader& in) {
  constexpr const char* kWorries[] = {"yes", "no", "neutral", "up", "down", "both"};
  constexpr const char* kShelves[] = {"session", "day", "four_weeks", "permanent"};
  const Catalogue& texts = texts_of(core, in);
  in.refuse_unknown({"lang"});
  if (in.error()) return std::unexpected(*in.error());
  Json list = Json::array();
  const auto& table = core.knowledge().facts;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Fact& fact = table[i];
    Json shown = show_question(core, texts, static_cast<int>(i));
    shown.erase("fact");
    shown["id"] = fact.id;
    shown["screen"] = fact.screen;
    shown["worry"] = kWorries[static_cast<std::size_t>(fact.worry)];
    shown["shelf"] = kShelves[static_cast<std::size_t>(fact.shelf)];
    shown["alone"] = level_id(fact.alone);
    shown["plan_only"] = fact.plan_only;
    list.push_back(std::move(shown));
  }
  return object_of({{"facts", std::move(list)}});
}

Result<Json> check(Core& core, Reader& in) {
  const auto input = read_sheet(core, in, Denied::overruled);
  if (!input) return std::unexpected(input.error());
  in.refuse_unknown({"answers", "unanswered", "clearance", "today", "lang", "id"});
  if (in.error()) return std::unexpected(*in.error());
  const Verdict verdict = judge(core.knowledge(), core.compiled, input->sheet, input->cleared);
  return show_verdict(core, texts_of(core, in), *input, verdict);
}

Result<Json> interview(Core& core, Reader& in) {
  const auto input = read_sheet(core, in);
  if (!input) return std::unexpected(input.error());
  const std::string goal = in.text_or("goal", "level");
  const bool wishes = in.flag_or("wishes", false);
  if (goal != "level" && goal != "picture") {
    in.note({ErrorKind::input, "\"" + goal + "\" is not a goal", in.path_of("goal"),
             "give \"level\" or \"picture\""});
  }
  if (in.error()) return std::unexpected(*in.error());
  const Catalogue& texts = texts_of(core, in);
  const auto page = wishes
                        ? next_wish(core.knowledge(), input->sheet)
                        : next_page(core.knowledge(), core.compiled, input->sheet,
                                    goal == "level" ? Goal::level : Goal::picture, input->cleared);
  if (page) return object_of({{"page", show_page(core, texts, *page)}});
  if (wishes) return object_of({{"done", true}});
  const Verdict verdict = judge(core.knowledge(), core.compiled, input->sheet, input->cleared);
  return object_of({{"verdict", show_verdict(core, texts, *input, verdict)}});
}

// Whom to call where.
Result<Json> countries(Core& core, Reader& in) {
  in.refuse_unknown({"lang"});
  if (in.error()) return std::unexpected(*in.error());
  Json list = Json::array();
  for (const Country& country : core.knowledge().countries) {
    list.push_back(object_of({{"code", country.code},
                              {"emergency", country.emergency},
                              {"urgent", country.urgent},
                              {"sources", show_sources(core, country.sources)}}));
  }
  return object_of({{"countries", std::move(list)}});
}

constexpr UseCase kCheckUseCases[] = {{"about", about},
                                      {"facts", facts},
                                      {"check", check},
                                      {"interview", interview},
                                      {"countries", countries}};

}  // namespace

std::span<const UseCase> check_use_cases() {
  return kCheckUseCases;
}

}  // namespace limber
