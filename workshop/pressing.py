"""Pages travel pressed: a method list of 60 KB is 8 KB on the phone's way.

The one secret in a page that a stranger could wish to guess by its length is the form's token,
and that looks new in every page.
"""

import gzip

from flask import Flask, request
from werkzeug import Response

TYPES = {"text/html", "application/json", "text/csv", "text/markdown"}
WORTH_IT = 1024


def press(response: Response) -> Response:
    if response.mimetype not in TYPES or response.is_streamed or response.content_encoding:
        return response
    response.vary.add("Accept-Encoding")
    if "gzip" in request.accept_encodings and (response.content_length or 0) > WORTH_IT:
        response.data = gzip.compress(response.data, 6, mtime=0)
        response.content_encoding = "gzip"
    return response


def init_app(app: Flask) -> None:
    app.after_request(press)
