"""Open QGIS with the plugin, the demo project and the dock, in the profile under build/."""

import os
import subprocess
import sys

import qgis_profile
from qgis_profile import PROFILES, ROOT

PROJECT = ROOT / "demo" / "clusterbelt.qgz"


def main():
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        sys.exit(
            "QGIS Desktop needs a screen, and there is none here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
        )
    environment = qgis_profile.prepare()
    command = [qgis_profile.program("qgis"), "--profiles-path", str(PROFILES), "--nologo", "--noversioncheck"]
    sys.exit(subprocess.call([*command, *sys.argv[1:], "--project", str(PROJECT)], env=environment))


if __name__ == "__main__":
    main()
