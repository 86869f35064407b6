"""Makes a clean picture of whatever was sent: a program of its own, since a file from a stranger
is read by code that others wrote in C. It knows nothing of Sanggar, reads stdin and writes stdout.

What comes out holds pixels and nothing else: no place, no camera, no name, no second file behind
the first one. Ends with 3 where it is no picture, with 4 where it is too large.
"""

import io
import sys
import warnings

from PIL import Image, ImageCms, ImageOps

FORMATS = ("PNG", "JPEG", "WEBP")
PIXELS = 24_000_000
LONG_SIDE, SMALL_SIDE = 1600, 400
NO_PICTURE, TOO_LARGE = 3, 4
MEMORY, SECONDS = 1024**3, 20


def main() -> None:
    confine()
    Image.MAX_IMAGE_PIXELS = PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        pixels = read(sys.stdin.buffer.read())
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        sys.exit(TOO_LARGE)
    except Exception:  # a broken file may raise anything
        sys.exit(NO_PICTURE)
    large = fit(pixels, LONG_SIDE)
    small = fit(large, SMALL_SIDE)
    files = [pressed(large, 80), pressed(small, 75)]
    head = f"{large.width} {large.height} {len(files[0])}\n"
    sys.stdout.buffer.write(b"".join([head.encode(), *files]))


def confine() -> None:
    """No file can take the machine's memory or its evening; and everybody's notes come first."""
    import os
    import resource

    os.nice(10)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def read(sent: bytes) -> Image.Image:
    """Its first picture, the right way up, as everybody's screen has its colours."""
    image = Image.open(io.BytesIO(sent), formats=FORMATS)
    if image.width * image.height > PIXELS:
        raise Image.DecompressionBombError
    image.draft("RGB", (2 * LONG_SIDE, 2 * LONG_SIDE))  # of a JPEG no more than is needed
    image.load()
    return ImageOps.exif_transpose(on_white(image))


def on_white(image: Image.Image) -> Image.Image:
    exif = image.info.get("exif")
    colours = in_srgb(image)
    if colours.has_transparency_data:
        paper = Image.new("RGBA", colours.size, "white")
        paper.alpha_composite(colours.convert("RGBA"))
        colours = paper
    plain = colours.convert("RGB")
    plain.info = {"exif": exif} if exif else {}  # which way is up; then that goes too
    return plain


def in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")  # 16 bits of grey
    if not profile or image.mode not in ("RGB", "CMYK", "L"):
        return image
    try:
        theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        ours = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, theirs, ours, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image


def fit(image: Image.Image, side: int) -> Image.Image:
    small = image.copy()
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    return small


def pressed(image: Image.Image, quality: int) -> bytes:
    file = io.BytesIO()
    image.info = {}
    image.save(file, "WEBP", quality=quality, method=4)
    return file.getvalue()


if __name__ == "__main__":
    main()
