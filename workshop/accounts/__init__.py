"""Accounts: the people who lead workshops. Participants never need one."""

from workshop.accounts.account import Account
from workshop.accounts.present import current_account, signed_in

__all__ = ["Account", "current_account", "signed_in"]


def init_app(app) -> None:
    app.jinja_env.globals["current_account"] = current_account
