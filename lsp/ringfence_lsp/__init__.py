"""The language server: editor -> server -> checker. The checker knows nothing of it.

``documents`` the client's texts; ``settings`` who is a program and what it is lent; ``pieces``
programs inside of documents; ``checks`` the checker's worker; ``schedule`` live diagnostics;
``run`` programs run from the editor; ``features`` one file a request, which only converts;
``source`` what can be read off a text alone.
"""

from __future__ import annotations
