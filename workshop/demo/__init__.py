"""The demo: a workshop of two days with invented people, to look around in and to test with."""
