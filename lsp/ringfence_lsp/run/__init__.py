"""Programs run from the editor: each in a process (``worker``) that the server (``runs``) talks to."""
