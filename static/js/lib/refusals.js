import { fill, t } from "./words.js"

// The sentence of a refusal that came as a code, as workshop/refusals.py has it: the first whose
// facts are all there. Sentences are said when asked for, because words arrive after this file.
const SENTENCES = {
  invalid: () => [t("This could not be understood. Please load the page again and try once more.")],
  unknown: () => [t("This does not exist, or it is not open to you.")],
  not_yours: () => [t("This belongs to somebody else, so you cannot change it.")],
  not_now: () => [t("That is not possible in the present step.")],
  gone: () => [t("This has been removed meanwhile.")],
  taken: () => [t("“{name}” is taken. Please choose another."), t("This is taken already.")],
  too_long: () => [
    t("This is too long: {limit} characters fit. Please shorten it."),
    t("This is too long. Please shorten it."),
  ],
  too_short: () => [
    t("This is too short: it needs {limit} characters at least."),
    t("This is too short. Please make it longer."),
  ],
  too_many: () => [
    t("There are as many as fit: {limit}. Remove one before you add another."),
    t("There are as many as fit. Remove one before you add another."),
  ],
  too_big: () => [
    t("This file is too big: {limit} MB fit. Please choose a smaller one."),
    t("This file is too big. Please choose a smaller one."),
  ],
  no_picture: () => [
    t("This file cannot be read as a picture. Please choose another one: a photo or a drawing as JPEG, PNG or WebP."),
  ],
  too_many_pixels: () => [
    t("This picture is too large to be read. Please take it in a smaller size, or send a screenshot of it."),
  ],
  too_early: () => [t("That day is too early. Please choose a later one.")],
  too_brief: () => [
    t("Every phase takes a minute: choose {limit} minutes or more."),
    t("Every phase takes a minute. Please choose more of them."),
  ],
  empty: () => [t("There is nothing written yet. Please write something first.")],
  common: () => [t("Many people use this one, so it is easy to guess. Please choose another.")],
  wrong: () => [t("This is not right. Please check it and try again.")],
  already: () => [t("This has been done already.")],
  changed: () => [t("Somebody else has changed this since, so it stays as it is now.")],
  shared: () => [t("Somebody else has worked on this since, so it stays.")],
  merged: () => [t("This note is part of another one now. Take it out there first.")],
  not_empty: () => [t("There are notes in it, perhaps removed ones. Please move them first.")],
  too_few: () => [t("That needs two notes at least.")],
  full: () => [t("“{name}” is full. Please choose another."), t("It is full here.")],
  closed: () => [t("The door of this workshop is closed. Please ask the facilitator.")],
  finished: () => [t("This workshop is finished. It can be read, but not changed.")],
  locked: () => [t("This board is locked. It can be read, but not changed.")],
  over_earlier: () => [t("A step that works on an earlier board must come after it.")],
  stood_over: () => [t("A later step works on this step’s boards. Remove that one first.")],
  stale: () => [t("This page was open for too long. Please load it again and send once more.")],
  stranger: () => [
    t("This came from another site, so nothing was done. Please open it in Sanggar itself."),
  ],
  another_seat: () => [
    t("This page was made for somebody else in this browser. Please load it again."),
  ],
  fault: () => [t("Something went wrong here, and nothing was changed. Please try again.")],
  busy: () => [t("Many people are writing at this moment. It will be sent again by itself.")],
  slow_down: () => [t("That was very fast. It will be sent again by itself in a moment.")],
  storage: () => [t("Nothing can be saved at this moment. It will be sent again by itself.")],
  starting: () => [t("Sanggar is just starting. It will be sent again by itself.")],
}

export function sentence({ code, ...facts }) {
  const said = (SENTENCES[code] ?? SENTENCES.fault)()
  return said.map((one) => fill(one, facts)).find((one) => !/\{\w+\}/.test(one))
}
