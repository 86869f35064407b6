from tests.visitors import ada, house, workshop  # noqa: F401
