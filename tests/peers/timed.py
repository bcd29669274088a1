"""Runs a command, and tells its seconds and the most memory that it had, in KiB. Linux counts the memory of whoever
starts a process as that process's, so this one is started small."""

import os
import sys
import time

start = time.perf_counter()
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[
    (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
_, status, usage = os.wait4(process, 0)
seconds = time.perf_counter() - start
if os.waitstatus_to_exitcode(status):
    sys.exit(f"{sys.argv[1:]} ended with {os.waitstatus_to_exitcode(status)}")
print(seconds, usage.ru_maxrss)
