"""Outputs: what the organisation takes home. They read committed rows and change nothing.

One outline of the workshop, and one writer a format.
"""


def init_app(app) -> None:
    from workshop.outputs.pages import pages

    app.register_blueprint(pages)
