from tests.load.crowds import gather  # noqa: F401
