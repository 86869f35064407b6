"""Files as people send them, and as nobody should; all of them are made here."""

import io
import struct
import zlib

from PIL import Image, PngImagePlugin

JAKARTA = "6 deg 10 min South"  # what must be gone from whatever is kept
SCRIPT = b"<script>alert(1)</script>"


def pressed(image: Image.Image, format: str = "PNG", **options) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def photo(width: int = 800, height: int = 600) -> bytes:
    """Above red and below blue, so that one sees which way is up."""
    image = Image.new("RGB", (width, height), "red")
    image.paste((0, 0, 255), (0, height // 2, width, height))
    return pressed(image, "JPEG")


def lying_photo() -> bytes:
    """As a phone stores it that was held upright: turned, and told so; with the place besides."""
    with Image.open(io.BytesIO(photo())) as image:
        exif = Image.Exif()
        exif[0x0112] = 6  # turn it right by a quarter
        exif[0x010F] = f"A phone at {JAKARTA}"
        exif.get_ifd(0x8825)[0x001D] = JAKARTA
        words = f"<x:xmpmeta>{JAKARTA}</x:xmpmeta>".encode()
        return pressed(image, "JPEG", exif=exif, xmp=words, comment=JAKARTA.encode())


def labelled_png() -> bytes:
    label = PngImagePlugin.PngInfo()
    label.add_text("Comment", JAKARTA)
    return pressed(Image.new("RGB", (40, 30), "green"), pnginfo=label)


def animated_webp() -> bytes:
    first, *more = (Image.new("RGB", (50, 40), colour) for colour in ("red", "blue", "green"))
    return pressed(first, "WEBP", save_all=True, append_images=more, lossless=True)


def wide_png() -> bytes:
    """20,000 × 2,000 of one colour: small as a file, 40 million pixels."""
    return pressed(Image.new("1", (20_000, 2_000)))


def bomb() -> bytes:
    """A head that promises 60,000 × 60,000 pixels."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1_000_000)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

REFUSED = {
    "words": (b"Loket keliling tiap Senin", "no_picture"),
    "a drawing with a script in it": (SVG, "no_picture"),
    "a picture of another kind": (pressed(Image.new("P", (9, 9)), "GIF"), "no_picture"),
    "half a photo": (photo()[:2_000], "no_picture"),
    "the head of a photo": (photo()[:20], "no_picture"),
    "very wide": (wide_png(), "too_many_pixels"),
    "a bomb": (bomb(), "too_many_pixels"),
}

CLEANED = {
    "a photo with a script behind it": (photo() + SCRIPT, (800, 600)),
    "a PNG with words in it": (labelled_png(), (40, 30)),
    "a lying photo with its place": (lying_photo(), (600, 800)),
    "a picture that moves": (animated_webp(), (50, 40)),
    "for the printer": (pressed(Image.new("CMYK", (30, 20), (9, 99, 9, 0)), "JPEG"), (30, 20)),
    "16 bits of grey": (pressed(Image.new("I;16", (30, 20), 40_000)), (30, 20)),
    "a palette": (pressed(Image.new("P", (30, 20), 3)), (30, 20)),
    "black and white": (pressed(Image.new("1", (30, 20), 1)), (30, 20)),
    "see-through": (pressed(Image.new("RGBA", (30, 20), (0, 0, 0, 0))), (30, 20)),
    "grey and see-through": (pressed(Image.new("LA", (30, 20), (0, 0))), (30, 20)),
    "large": (photo(4_000, 3_000), (1_600, 1_200)),
    "long": (photo(100, 6_000), (27, 1_600)),
    "one dot": (pressed(Image.new("RGB", (1, 1))), (1, 1)),
}
