"""Print the verdict on our dependencies; run as `make audit`."""

import os
import sys

from tests.audit.auditor import REQUIRED, VARIABLE, audit, verdict

code, said = verdict(audit(), required=os.environ.get(VARIABLE) == REQUIRED)
print(said)
sys.exit(code)
