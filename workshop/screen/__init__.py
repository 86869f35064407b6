"""The screen: the projector's page. It shows the room where it is, and never a person's name."""


def init_app(app) -> None:
    from workshop.live import proof
    from workshop.screen.keys import holds_key
    from workshop.screen.pages import pages

    proof.SCREEN_PROOFS.append(holds_key)
    app.register_blueprint(pages)
