from tests.visitors import ada, building, house  # noqa: F401
