"""Runs first in the bundle: what it opens, such as a PDF reader, must not load the bundle's libraries."""

import os
import sys

if sys.platform == "linux":
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)  # has been read by now
    if original is not None:
        os.environ["LD_LIBRARY_PATH"] = original
