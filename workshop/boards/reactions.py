"""What the reactions to a note are called."""

from workshop.languages import N_

WORDS = {
    "agree": N_("Agree"),
    "heart": N_("Like"),
    "idea": N_("Inspiring"),
    "question": N_("Question"),
    "clap": N_("Bravo"),
}
