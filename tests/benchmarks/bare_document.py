"""The least that Typst can do: prints the milliseconds of loading it and compiling a document of one line."""

from time import perf_counter

start = perf_counter()

import typst  # noqa: E402  loading it is part of what is timed

typst.compile(b"Tien punten.", format="pdf", ignore_system_fonts=True)
print((perf_counter() - start) * 1000)
