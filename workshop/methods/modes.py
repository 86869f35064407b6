"""How people work in a phase, as it is said on pages."""

from workshop.languages import N_

MODES = {"individual": N_("individual"), "team": N_("team"), "plenary": N_("plenary")}
