-- Makes the database with its owner, who migrates, and the login of the application, which may only
-- add to the ledger. Again, it changes nothing but the passwords. Run it by psql, to any database of
-- the server, as a superuser or as a role with CREATEROLE and CREATEDB:
--
--   OWNER_PASSWORD_FILE=… APP_PASSWORD_FILE=… psql 'host=… user=postgres dbname=postgres' -f deploy/roles.sql
--
-- The passwords come from files, so that no process list shows them; a superuser keeps them out of
-- the server's log as well. Other names: -v database=… -v owner=… -v login=…
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;
SELECT set_config('log_statement', 'none', false) FROM pg_roles
 WHERE rolname = current_user AND rolsuper \g /dev/null
\if :{?database} \else \set database muster \endif
\if :{?owner} \else \set owner muster_owner \endif
\if :{?login} \else \set login muster \endif
\set owner_password `cat "${OWNER_PASSWORD_FILE:-/run/secrets/owner_password}"`
\set app_password `cat "${APP_PASSWORD_FILE:-/run/secrets/app_password}"`
SELECT 1 / (length(:'owner_password') * length(:'app_password') <> 0)::int AS "both passwords are given" \g /dev/null

SELECT 'CREATE ROLE muster_app NOLOGIN'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_app') \gexec
SELECT format('CREATE ROLE %I LOGIN', name) FROM unnest(ARRAY[:'owner', :'login']) AS name
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
ALTER ROLE :"owner" PASSWORD :'owner_password';
ALTER ROLE :"login" PASSWORD :'app_password';
GRANT muster_app TO :"login";

-- Who is no superuser may only give a database to a role that it belongs to.
SELECT format('GRANT %I TO %I', :'owner', rolname) FROM pg_roles
 WHERE rolname = current_user AND NOT rolsuper \gexec
SELECT format('CREATE DATABASE %I OWNER %I', :'database', :'owner')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
