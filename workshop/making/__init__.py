"""Making: a facilitator's pages, on which a workshop is made, planned and managed."""


def init_app(app) -> None:
    from workshop.making import agenda_pages, manage_pages, pages

    app.register_blueprint(pages.pages)
    app.register_blueprint(manage_pages.pages)
    app.register_blueprint(agenda_pages.pages)
