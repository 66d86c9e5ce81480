"""PyInstaller runtime hook: programs that the bundle starts (a PDF reader) must not load its libraries."""

import os
import sys

if sys.platform == "linux":
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)  # the loader has read it by now
    if original is not None:
        os.environ["LD_LIBRARY_PATH"] = original
