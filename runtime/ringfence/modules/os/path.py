"""os.path: operations on path names."""

from posixpath import *
