"""Pictures: how a file comes to a board, is cleaned, and is shown to those who may see it."""


def init_app(app) -> None:
    from workshop.pictures.pages import pages

    app.register_blueprint(pages)
