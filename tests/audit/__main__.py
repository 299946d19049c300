"""Print the verdict on our dependencies and on what ships to readers; run as `make audit`."""

import os
import sys

from tests.audit.auditor import REQUIRED, VARIABLE, audit, audit_shipped, verdict

required = os.environ.get(VARIABLE) == REQUIRED
verdicts = (
    verdict(audit(), "the lock files", required=required),
    verdict(audit_shipped(), "what ships to readers", required=required),
)
print("\n".join(said for _, said in verdicts))
sys.exit(max(code for code, _ in verdicts))
