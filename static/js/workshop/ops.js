// What a facilitator's pages ask of a workshop and show before the answer has come. Only what needs
// no look at the present state is foreseen; where the room goes and what the timer does is the
// server's word, a moment later.

/** The event that this op makes if nothing is against it, or null: then it waits for the server. */
export function foresee(op) {
  return FORESEE[op.op]?.(op) ?? null
}

const FORESEE = {
  __proto__: null,
  change_details: ({ op, op_id, history, ...rest }) => ({ event: "details_changed", ...rest }),
  open_door: () => ({ event: "door_opened" }),
  close_door: () => ({ event: "door_closed" }),
  rename_team: ({ team, name }) => ({ event: "team_renamed", team, name }),
  remove_team: ({ team }) => ({ event: "team_removed", team }),
  move_seat: ({ seat, team }) => ({ event: "seat_moved", seat, team }),
  remove_seat: ({ seat }) => ({ event: "seat_removed", seat }),
  remove_step: ({ step }) => ({ event: "step_removed", step }),
  move_step: ({ step, index, day = null }) => ({ event: "step_moved", step, index, day }),
  retitle_step: ({ step, title }) => ({ event: "step_retitled", step, title: both(title) }),
  set_instead: ({ step, team, method }) => ({ event: "instead_set", step, team, method }),
  stop_timer: () => ({ event: "timer_stopped" }),
  show_board: ({ board }) => ({ event: "board_shown", board }),
  show_step: () => ({ event: "step_shown" }),
}

const both = (text) => ({ en: text, id: text })
