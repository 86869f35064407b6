"""Accounts: the people who lead workshops. Participants never need one."""

from workshop.accounts.account import Account
from workshop.accounts.present import current_account, signed_in

__all__ = ["Account", "current_account", "signed_in"]


def init_app(app) -> None:
    from workshop import wrong_tries
    from workshop.accounts import choosing, entering, own_page, setup

    wrong_tries.init_app(app)
    setup.init_app(app)
    for part in (entering, choosing, own_page):
        app.register_blueprint(part.pages)
    app.jinja_env.globals["current_account"] = current_account
