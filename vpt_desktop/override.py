"""`typing.override`, which Python 3.11 does not have yet."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if sys.version_info >= (3, 12):
    from typing import override
elif TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method):  # noqa: ANN001, ANN201  the type checkers see the real one
        """Mark a method as an override; returns it unchanged."""
        return method


__all__ = ["override"]
