#!/bin/sh
# Makes a backup each day, verified, and deletes old ones once there is a new one. After a failure it tries again in an hour;
# alert on muster_backup_timestamp_seconds.
set -u
while :; do
  if node --disable-warning=ExperimentalWarning dist/commands/backup.js /backups; then
    find /backups -maxdepth 1 -name 'muster-*' -mtime +"${BACKUP_DAYS:-30}" -delete
    sleep 86400
  else
    sleep 3600
  fi
done
