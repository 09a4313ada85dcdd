#include "session/state.h"

namespace limber {

std::string_view status_id(Status status) {
  switch (status) {
    case Status::ready:
      return "ready";
    case Status::running:
      return "running";
    case Status::paused:
      return "paused";
    case Status::halted:
      return "halted";
    case Status::ended:
      return "ended";
  }
  return "";
}

std::string_view question_id(Question question) {
  switch (question) {
    case Question::none:
      return "none";
    case Question::pain_before:
      return "pain_before";
    case Question::hurt:
      return "hurt";
    case Question::why_stopped:
      return "why_stopped";
    case Question::rescreen:
      return "rescreen";
    case Question::go_on:
      return "go_on";
    case Question::pain_after:
      return "pain_after";
  }
  return "";
}

}  // namespace limber
