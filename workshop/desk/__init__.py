"""The desk: the facilitator's control room, from which the room is led."""


def init_app(app) -> None:
    from workshop.desk.pages import pages

    app.register_blueprint(pages)
