words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta']
index = {}
for i in range(60_000):
    key = words[i % 8] + str(i % 500)
    if key in index:
        index[key].append(i)
    else:
        index[key] = [i]
print(len(index), sum(len(v) for v in index.values()), index['beta1'][:3])
