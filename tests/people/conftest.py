from tests.visitors import ada, building, house, workshop  # noqa: F401
