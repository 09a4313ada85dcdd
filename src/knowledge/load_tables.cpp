#include "knowledge/load_tables.h"

#include <algorithm>

namespace limber {
namespace {

Source read_source(const Json& table, const std::string& path, std::set<std::string>& ids,
                   Problems& problems) {
  constexpr std::array<std::string_view, 4> kTags = {"S", "S2", "K", "E"};
  Reader in(table, path);
  Source source;
  source.id = read_id(in, ids);
  source.evidence = static_cast<Evidence>(one_of(in.text("tag"), kTags, path + "/tag", problems));
  source.cite = in.text("cite");
  source.url = in.text_or("url", "");
  source.note = in.text_or("note", "");
  in.refuse_unknown({"id", "tag", "cite", "url", "note"});
  note(problems, in);
  return source;
}

}  // namespace

void read_catalogues(const Json& document, Loaded& loaded, Problems& problems) {
  Reader in(document, "");
  for (const auto& language : in.object("texts").items()) {
    std::map<std::string, std::string, std::less<>> messages;
    for (const auto& message : language.value().items()) {
      const auto text = as_text(message.value());
      if (text) {
        messages[message.key()] = *text;
      } else {
        problems.push_back({ErrorKind::input, "a text was expected",
                            "/texts/" + language.key() + "/" + message.key(), ""});
      }
    }
    loaded.catalogues.emplace(language.key(), Catalogue(language.key(), std::move(messages)));
  }
  note(problems, in);
}

void read_small_tables(const Json& document, Knowledge& k, Problems& problems) {
  std::set<std::string> source_ids, escalation_ids, statement_ids;
  each(document, "source", problems, [&](const Json& table, const std::string& path) {
    k.sources.push_back(read_source(table, path, source_ids, problems));
  });
  each(document, "escalation", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    Escalation e;
    e.id = read_id(in, escalation_ids);
    e.level = read_level(in, "level", problems);
    e.numbers = read_numbers(in.object("numbers"), path + "/numbers", problems);
    e.sources = in.texts("sources");
    in.refuse_unknown({"id", "level", "numbers", "sources"});
    note(problems, in);
    k.escalations.push_back(std::move(e));
  });
  each(document, "country", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    k.countries.push_back(
        {in.text("code"), in.text("emergency"), in.text_or("urgent", ""), in.texts("sources")});
    in.refuse_unknown({"code", "emergency", "urgent", "sources"});
    note(problems, in);
  });
  each(document, "statement", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    std::string id = read_id(in, statement_ids);
    k.statements.push_back({std::move(id), in.texts_or_none("mission"), in.texts("sources")});
    in.refuse_unknown({"id", "mission", "sources"});
    note(problems, in);
  });
}

void read_questions(const Json& document, Loaded& loaded, Problems& problems) {
  const auto& statements = loaded.knowledge.statements;
  std::set<std::string> ids;
  each(document, "question", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    CommonQuestion question{read_id(in, ids), in.text("group"), {}};
    for (const std::string& id : in.texts("statements")) {
      const auto found = std::ranges::find(statements, id, &Statement::id);
      if (found == statements.end()) {
        problems.push_back(
            {ErrorKind::input, "there is no statement \"" + id + "\"", path + "/statements", ""});
      } else {
        question.statements.push_back(static_cast<int>(found - statements.begin()));
      }
    }
    in.refuse_unknown({"id", "group", "statements"});
    note(problems, in);
    loaded.questions.push_back(std::move(question));
  });
}

}  // namespace limber
