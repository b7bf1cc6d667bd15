class K:
    def __getattr__(self, k): print('getattr', k); return 1
class K2:
    def __getattr__(self, k): print('getattr', k); raise AttributeError(k)
for K in K, K2:
  for n, x in enumerate([lambda: dict(K()), lambda: dict(**K()), lambda: {**K()}, lambda: {}.update(K()), lambda: (lambda **k: 1)(**K()), lambda: dict(K(), a=1), lambda: dict.fromkeys(K()), lambda: {} | K()]):
    try: print(n, x())
    except Exception as e: print(n, type(e).__name__, e)
