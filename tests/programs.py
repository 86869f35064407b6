"""The programs of bin/ as modules, so that tests can ask their parts."""

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

BIN = Path(__file__).parent.parent / "bin"


def load_program(name: str) -> ModuleType:
    loader = SourceFileLoader(f"bin_{name}", str(BIN / name))
    module = module_from_spec(spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module
