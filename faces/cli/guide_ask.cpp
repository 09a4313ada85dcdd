#include "faces/cli/guide_ask.h"

#include <algorithm>

namespace limber::cli {
namespace {

constexpr int kMostPain = 10;

// "1" and then "0" is ten; any other digit starts anew.
void type_digit(Form& form, int digit) {
  const bool ten = form.typed && form.cursor == 1 && digit == 0;
  form.cursor = ten ? kMostPain : digit;
  form.typed = true;
}

std::optional<int> press_number(Form& form, const Key& key) {
  if (key.kind == Key::Kind::text && key.text.size() == 1 && key.text[0] >= '0' &&
      key.text[0] <= '9') {
    type_digit(form, key.text[0] - '0');
  } else if (key.kind == Key::Kind::right || key.kind == Key::Kind::up) {
    form.cursor = form.typed ? std::min(form.cursor + 1, kMostPain) : 0;
    form.typed = true;
  } else if (key.kind == Key::Kind::left || key.kind == Key::Kind::down) {
    form.cursor = std::max(form.cursor - 1, 0);
    form.typed = true;
  } else if (key.kind == Key::Kind::enter && form.typed) {
    return form.cursor;
  }
  return std::nullopt;
}

std::optional<int> press_choice(Form& form, const Key& key) {
  const int count = static_cast<int>(form.choices.size());
  if (key.kind == Key::Kind::text && key.text.size() == 1) {
    const int number = key.text[0] - '1';
    if (number >= 0 && number < count) return number;
    return std::nullopt;
  }
  if (key.kind == Key::Kind::down) {
    form.cursor = std::min(form.cursor + 1, count - 1);
    form.typed = true;
  } else if (key.kind == Key::Kind::up) {
    form.cursor = form.typed ? std::max(form.cursor - 1, 0) : 0;
    form.typed = true;
  } else if (key.kind == Key::Kind::enter && form.typed) {
    return form.cursor;
  }
  return std::nullopt;
}

}  // namespace

bool Form::is_number() const {
  return kind == Kind::pain_before || kind == Kind::hurt_number || kind == Kind::pain_after;
}

Form form(Form::Kind kind) {
  Form made;
  made.kind = kind;
  switch (kind) {
    case Form::Kind::pain_before:
      made.title = "ui.guide.pain_before";
      break;
    case Form::Kind::hurt_kind:
      made.title = "ui.guide.hurt";
      made.choices = {"ui.guide.hurt.nerve", "ui.guide.hurt.sharp", "ui.guide.hurt.spreading",
                      "ui.guide.hurt.plain"};
      break;
    case Form::Kind::hurt_number:
      made.title = "ui.guide.hurt.number";
      break;
    case Form::Kind::why_stopped:
      made.title = "ui.guide.why";
      made.choices = {"ui.guide.why.nerve", "ui.guide.why.hurt", "ui.guide.why.unwell",
                      "ui.guide.why.done"};
      break;
    case Form::Kind::go_on:
      made.title = "ui.guide.go_on";
      made.choices = {"ui.guide.go_on.yes", "ui.guide.go_on.no"};
      break;
    case Form::Kind::pain_after:
      made.title = "ui.guide.pain_after";
      break;
    case Form::Kind::pop_hurt:
      made.title = "ui.guide.pop";
      made.choices = {"ui.guide.pop.hurt", "ui.guide.pop.painless"};
      break;
    case Form::Kind::pop_spot:
      made.title = "ui.guide.spot";
      made.choices = {"ui.guide.spot.same", "ui.guide.spot.other"};
      break;
    case Form::Kind::end:
    case Form::Kind::none:
      break;
  }
  return made;
}

Form form_for(Question question) {
  switch (question) {
    case Question::pain_before:
      return form(Form::Kind::pain_before);
    case Question::hurt:
      return form(Form::Kind::hurt_kind);
    case Question::why_stopped:
      return form(Form::Kind::why_stopped);
    case Question::go_on:
      return form(Form::Kind::go_on);
    case Question::pain_after:
      return form(Form::Kind::pain_after);
    case Question::rescreen:
    case Question::none:
      return {};
  }
  return {};
}

std::optional<int> press(Form& form, const Key& key) {
  if (form.kind == Form::Kind::none || form.kind == Form::Kind::end) return std::nullopt;
  return form.is_number() ? press_number(form, key) : press_choice(form, key);
}

}  // namespace limber::cli
