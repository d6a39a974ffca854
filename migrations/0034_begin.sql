-- What an initiative begins with, and can change later.

GRANT UPDATE (name) ON initiative TO muster_app;
