"""The kernels as a shared library: ``build`` makes it (numba, llvmlite), ``load`` opens it."""
