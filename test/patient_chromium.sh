#!/bin/sh
# A browser that lets all others go first. Being nice is not enough where the kernel shares time out by session: Chromium gets a session of its own.
if [ -w /proc/self/autogroup ]; then echo 19 > /proc/self/autogroup; fi
exec "$PATIENT_CHROMIUM" "$@"
