"""What people read beside a field of an account that cannot be as they typed it."""

from workshop.languages import N_

SENTENCES = {
    ("name", "empty"): N_("Please write your name."),
    ("name", "too_long"): N_("At most {limit} characters fit. Please shorten it."),
    ("email", "invalid"): N_("Please write an e-mail address, such as ada@example.go.id."),
    ("email", "taken"): N_("There is an account with this address already. Please sign in."),
    ("password", "too_short"): N_(
        "Please use at least {limit} characters; three or four words are easy to remember."
    ),
    ("password", "too_long"): N_("At most {limit} characters fit. Please shorten it."),
    ("password", "common"): N_("Many people try this one first. Please choose another."),
    ("present", "wrong"): N_("This is not your present password."),
    ("present", "slow_down"): N_("Too many tries. Please wait a minute, then try again."),
}
