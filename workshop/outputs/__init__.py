"""Outputs: what the organisation takes home. They read committed rows and change nothing."""


def init_app(app) -> None:
    from workshop.outputs.pages import pages

    app.register_blueprint(pages)
