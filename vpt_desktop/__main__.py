"""`python -m vpt_desktop`: the same as the `vpt-desktop` command."""

import sys

from vpt_desktop.app import main

sys.exit(main())
