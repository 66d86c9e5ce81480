"""Makes Orca, which puts Debian's packages first on its path, find the `speechd` beside this file."""

import speechd  # noqa: F401
