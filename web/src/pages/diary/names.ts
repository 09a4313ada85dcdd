// Names of places for people. A place that an older or newer Limber named stands as it is.
import { hasText, t } from "../../app/words.svelte";

export function placeName(place: string): string {
  const key = `web.place.${place}`;
  return hasText(key) ? t(key) : place.replaceAll("_", " ");
}

/** "Pain 4, neck, left" where a place was said. */
export function withPlace(what: string, place: string): string {
  return place === "" ? what : t("web.diary.e.place", { what, place: placeName(place) });
}
