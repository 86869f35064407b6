"""The catalogue as plain values, to be broken at will, and the library that is made of it."""

from copy import deepcopy

import pytest

from workshop.methods.library import Library
from workshop.methods.reading import read_catalogue


@pytest.fixture(scope="session")
def files():
    return read_catalogue()


@pytest.fixture
def raw(files):
    return deepcopy(files)


@pytest.fixture(scope="session")
def shelf():
    return Library.load()
