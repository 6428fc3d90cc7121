"""Power cuts on an ext4 file system in an image: what was acknowledged must be there.

``power_cuts.py DIRECTORY CUTS [--no-fsync]`` — needs root, mkfs.ext4 and loop devices.

The file system is shut down without flushing its log (FS_IOC_SHUTDOWN), so that
whatever the program did not have confirmed by the device is gone.
"""

from __future__ import annotations

import fcntl
import os
import random
import struct
import subprocess
import sys
from pathlib import Path

import common

FS_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = struct.pack("i", 2)
IMAGE_BYTES = 96 << 20


def main() -> None:
    """Run and print the figures."""
    directory, cuts = Path(sys.argv[1]), int(sys.argv[2])
    if "--no-fsync" in sys.argv:
        os.fsync = lambda _: None
    image, place = directory / "image", directory / "disk"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(IMAGE_BYTES)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    chance = random.Random(2)  # noqa: S311 - a seeded choice
    acknowledged = lost = cuts_with_loss = 0
    for number in range(cuts):
        log = common.Acknowledged(directory / f"log-{number}")
        promised = cut(image, place, number, log, chance)
        missing = promised - after(image, place, number)
        acknowledged += len(promised)
        lost += len(missing)
        cuts_with_loss += bool(missing)
    common.report(
        cuts=cuts, acknowledged=acknowledged, lost=lost, cuts_with_loss=cuts_with_loss
    )


def cut(
    image: Path,
    place: Path,
    number: int,
    log: common.Acknowledged,
    chance: random.Random,
) -> set[str]:
    """Write until the power goes; return what was acknowledged before."""
    mount(image, place)
    common.settle_in(place / str(number))
    pids = common.started([lambda ready: common.add_notes(log, f"{number}", ready)])
    common.pause(0.25, 0.5, chance.random())
    promised = set(log.all())
    fd = os.open(place, os.O_RDONLY)
    fcntl.ioctl(fd, FS_IOC_SHUTDOWN, NO_LOG_FLUSH)
    os.close(fd)
    common.kill(pids)
    subprocess.run(["umount", place], check=True)
    return promised


def after(image: Path, place: Path, number: int) -> set[str]:
    """Return what is there when the power is back."""
    mount(image, place)
    common.settle_in(place / str(number))
    try:
        return common.bodies()
    finally:
        subprocess.run(["umount", place], check=True)


def mount(image: Path, place: Path) -> None:
    """Mount the image; the log is replayed where the power went."""
    subprocess.run(["mount", "-o", "loop", image, place], check=True)


main()
