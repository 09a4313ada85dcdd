#include "record/kinds.h"

#include "base/object.h"

namespace limber {
namespace kinds {

bool correctable(std::string_view kind) {
  return kind == kPain || kind == kStiffness || kind == kNextDay || kind == kPop || kind == kNote;
}

bool removable(std::string_view kind) {
  return correctable(kind) || kind == kClearance;
}

}  // namespace kinds

namespace {

// Keeps optional texts out of the payload when they say nothing.
void put_text(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

template <class Value>
std::optional<Value> if_fine(const Reader& in, Value value) {
  if (in.error()) return std::nullopt;
  return value;
}

}  // namespace

Json to_json(const ScoreNoted& noted) {
  Json json = object_of({{"score", noted.score}});
  put_text(json, "place", noted.place);
  return json;
}

Json to_json(const NextDay& noted) {
  return object_of({{"session", noted.session}, {"pain", noted.pain}});
}

Json to_json(const PopNoted& noted) {
  Json json = object_of({{"painful", noted.painful}, {"deliberate", noted.deliberate}});
  put_text(json, "place", noted.place);
  return json;
}

Json to_json(const Note& note) {
  return object_of({{"text", note.text}});
}

Json to_json(const Correction& correction) {
  Json json = object_of({{"of", correction.of}});
  if (!correction.data.empty()) json["data"] = correction.data;
  return json;
}

Json to_json(const Consent& consent) {
  return object_of({{"what", consent.what}, {"version", consent.version}});
}

Json to_json(const PackChange& change) {
  Json json = object_of({{"id", change.id}, {"hash", change.hash}});
  put_text(json, "content", change.content);
  return json;
}

std::optional<ScoreNoted> read_score(const Json& data) {
  Reader in(data, "");
  return if_fine(in, ScoreNoted{in.number("score", 0, 10), in.text_or("place", "")});
}

std::optional<NextDay> read_next_day(const Json& data) {
  Reader in(data, "");
  return if_fine(in, NextDay{in.text("session"), in.number("pain", 0, 10)});
}

std::optional<PopNoted> read_pop(const Json& data) {
  Reader in(data, "");
  return if_fine(in, PopNoted{in.text_or("place", ""), in.flag_or("painful", false),
                              in.flag_or("deliberate", false)});
}

std::optional<Note> read_note(const Json& data) {
  Reader in(data, "");
  return if_fine(in, Note{in.text("text")});
}

std::optional<Correction> read_correction(const Json& data) {
  Reader in(data, "");
  Correction correction{in.text("of"), Json::object()};
  if (in.has("data")) correction.data = in.object("data");
  return if_fine(in, std::move(correction));
}

std::optional<Consent> read_consent(const Json& data) {
  Reader in(data, "");
  return if_fine(in, Consent{in.text("what"), in.text_or("version", "")});
}

std::optional<PackChange> read_pack_change(const Json& data) {
  Reader in(data, "");
  return if_fine(in, PackChange{in.text("id"), in.text_or("hash", ""), in.text_or("content", "")});
}

}  // namespace limber
