from tests.visitors import ada, house  # noqa: F401
