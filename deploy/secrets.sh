#!/bin/sh
# Makes ./secrets for docker-compose.yml. Run again, it adds what is missing and changes nothing. The folder is closed to
# others; its files are not, for Docker shows each as it is to the containers that are given it, and those run as other users.
set -eu
cd "$(dirname "$0")/.."
umask 022
[ -d secrets ] || mkdir -m 700 secrets
cd secrets
for name in postgres_password owner_password app_password admin_token; do
  [ -e "$name" ] || openssl rand -hex 24 >"$name"
done
[ -e ledger_key ] || openssl rand -base64 32 >ledger_key
[ -e owner_url ] || printf 'postgres://muster_owner:%s@db/muster\n' "$(cat owner_password)" >owner_url
[ -e app_url ] || printf 'postgres://muster:%s@db/muster\n' "$(cat app_password)" >app_url
# Yours to fill in; an empty file sets nothing.
for name in smtp_url stripe_secret_key stripe_webhook_secret; do
  [ -e "$name" ] || : >"$name"
done
echo 'secrets/ is made. Keep a copy of secrets/ledger_key elsewhere: another key is another log.'
