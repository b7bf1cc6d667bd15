"""Sorting where user code has a part in it: key functions and ``__lt__`` of user classes.

Plain keys are sorted by kernels, in bounded steps. Otherwise the list sort of CPython is done
here (see ``kernels/merging.py``), with every ``<`` in the same order, so that programs that look at
their comparisons see the same ones. While it is sorted the list is empty, as in CPython.
"""

from _kernel import sort_begin, sort_step


def _sort(values, key, reverse):
    """``list.sort`` on a plain list."""
    reverse = _index(reverse) != 0
    if key is None:
        if _sort_in_kernel(values, None, reverse):
            return
    items = values[:]
    values.clear()
    try:
        if key is None:
            _sort_in_python(items, None, reverse)
        else:
            # built in a list of its own: nothing of it is seen if a key cannot be computed
            keys = []
            for item in items:
                keys.append(key(item))
            if not _sort_in_kernel(items, keys, reverse):
                _sort_in_python(keys, items, reverse)
    finally:
        modified = len(values) != 0
        values[:] = items
    if modified:
        raise ValueError("list modified during sort")


def _sort_in_kernel(values, keys, reverse):
    """Sort by kernels if no comparison runs user code; whether that was so."""
    state = sort_begin(values, keys, reverse)
    if state is None:
        return False
    done = False
    while done is False:
        done = sort_step(state)
    return done is True


def _sort_in_python(keys, values, reverse):
    """Sort `keys` in place, and `values` (or None) along with them."""
    if reverse:
        # equal keys keep their order although the whole is turned round
        keys.reverse()
        if values is not None:
            values.reverse()
    try:
        _sort_runs(keys, values)
    finally:
        if reverse:
            keys.reverse()
            if values is not None:
                values.reverse()


def _sort_runs(keys, values):
    n = len(keys)
    if n < 2:
        return
    minimum = n
    odd = 0
    while minimum >= 64:
        odd |= minimum & 1
        minimum >>= 1
    minimum += odd
    runs = []  # (first item, length, power of the boundary behind it), as lists
    gallop = [7]
    low = 0
    while low < n:
        high = _sort_run_end(keys, values, low, n)
        wanted = low + minimum if low + minimum < n else n
        if high < wanted:
            _sort_insertion(keys, values, low, wanted, high)
            high = wanted
        if runs:
            last = runs[-1]
            power = _sort_power(last[0], last[1], high - low, n)
            while len(runs) > 1 and runs[-2][2] > power:
                _sort_merge(keys, values, runs, len(runs) - 2, gallop)
            runs[-1][2] = power
        runs.append([low, high - low, 0])
        low = high
    while len(runs) > 1:
        at = len(runs) - 2
        if at > 0 and runs[at - 1][1] < runs[at + 1][1]:
            at -= 1
        _sort_merge(keys, values, runs, at, gallop)


def _sort_run_end(keys, values, low, n):
    """Where the run that begins at `low` ends; a descending one is turned round."""
    high = low + 1
    if high == n:
        return n
    if keys[high] < keys[low]:
        high += 1
        while high < n and keys[high] < keys[high - 1]:
            high += 1
        keys[low:high] = keys[low:high][::-1]
        if values is not None:
            values[low:high] = values[low:high][::-1]
        return high
    high += 1
    while high < n and not keys[high] < keys[high - 1]:
        high += 1
    return high


def _sort_insertion(keys, values, low, high, start):
    """Binary insertion sort of items low to high, sorted before `start`."""
    if start == low:
        start += 1
    while start < high:
        left, right = low, start
        pivot = keys[start]
        while left < right:
            middle = (left + right) >> 1
            if pivot < keys[middle]:
                right = middle
            else:
                left = middle + 1
        keys.insert(left, keys.pop(start))
        if values is not None:
            values.insert(left, values.pop(start))
        start += 1


def _sort_power(start, n_left, n_right, n):
    """Depth of the boundary between two runs in the merge tree of powersort."""
    a = 2 * start + n_left
    b = a + n_left + n_right
    power = 0
    while True:
        power += 1
        if a >= n:
            a -= n
            b -= n
        elif b >= n:
            return power
        a *= 2
        b *= 2


def _gallop_left(key, items, start, n, hint):
    """Where `key` belongs among n sorted items, before equals; the search begins at `hint`."""
    last, ofs = 0, 1
    if items[start + hint] < key:
        most = n - hint
        while ofs < most and items[start + hint + ofs] < key:
            last, ofs = ofs, 2 * ofs + 1
        if ofs > most:
            ofs = most
        last += hint
        ofs += hint
    else:
        most = hint + 1
        while ofs < most and not items[start + hint - ofs] < key:
            last, ofs = ofs, 2 * ofs + 1
        if ofs > most:
            ofs = most
        last, ofs = hint - ofs, hint - last
    last += 1
    while last < ofs:
        middle = last + ((ofs - last) >> 1)
        if items[start + middle] < key:
            last = middle + 1
        else:
            ofs = middle
    return ofs


def _gallop_right(key, items, start, n, hint):
    """The same, behind equals."""
    last, ofs = 0, 1
    if key < items[start + hint]:
        most = hint + 1
        while ofs < most and key < items[start + hint - ofs]:
            last, ofs = ofs, 2 * ofs + 1
        if ofs > most:
            ofs = most
        last, ofs = hint - ofs, hint - last
    else:
        most = n - hint
        while ofs < most and not key < items[start + hint + ofs]:
            last, ofs = ofs, 2 * ofs + 1
        if ofs > most:
            ofs = most
        last += hint
        ofs += hint
    last += 1
    while last < ofs:
        middle = last + ((ofs - last) >> 1)
        if key < items[start + middle]:
            ofs = middle
        else:
            last = middle + 1
    return ofs


def _sort_merge(keys, values, runs, at, gallop):
    """Merge run number `at` with the next."""
    a, n_a, _ = runs[at]
    b, n_b, power = runs[at + 1]
    runs[at][1] = n_a + n_b
    runs[at][2] = power
    del runs[at + 1]
    skipped = _gallop_right(keys[b], keys, a, n_a, 0)
    a += skipped
    n_a -= skipped
    if n_a == 0:
        return
    n_b = _gallop_left(keys[a + n_a - 1], keys, b, n_b, n_b - 1)
    if n_b == 0:
        return
    if n_a <= n_b:
        _merge_low(keys, values, a, n_a, b, n_b, gallop)
    else:
        _merge_high(keys, values, a, n_a, b, n_b, gallop)


def _merge_low(keys, values, to, n_a, b, n_b, gallop):
    """Merge upwards; the left side lies aside."""
    left = keys[to:to + n_a]
    left_values = None if values is None else values[to:to + n_a]
    a = 0
    keys[to] = keys[b]
    if values is not None:
        values[to] = values[b]
    to += 1
    b += 1
    n_b -= 1
    galloping = False
    wins_a = wins_b = 0
    enough = gallop[0]
    try:
        while n_b > 0 and n_a > 1:
            if not galloping:
                if keys[b] < left[a]:
                    keys[to] = keys[b]
                    if values is not None:
                        values[to] = values[b]
                    b += 1
                    n_b -= 1
                    wins_b += 1
                    wins_a = 0
                    galloping = n_b > 0 and wins_b >= enough
                else:
                    keys[to] = left[a]
                    if values is not None:
                        values[to] = left_values[a]
                    a += 1
                    n_a -= 1
                    wins_a += 1
                    wins_b = 0
                    galloping = n_a > 1 and wins_a >= enough
                to += 1
                if galloping:
                    enough += 1
                continue
            if enough > 1:
                enough -= 1
            gallop[0] = enough
            wins_a = _gallop_right(keys[b], left, a, n_a, 0)
            if wins_a:
                keys[to:to + wins_a] = left[a:a + wins_a]
                if values is not None:
                    values[to:to + wins_a] = left_values[a:a + wins_a]
                to += wins_a
                a += wins_a
                n_a -= wins_a
                if n_a <= 1:
                    break
            keys[to] = keys[b]
            if values is not None:
                values[to] = values[b]
            to += 1
            b += 1
            n_b -= 1
            if n_b == 0:
                break
            wins_b = _gallop_left(left[a], keys, b, n_b, 0)
            if wins_b:
                keys[to:to + wins_b] = keys[b:b + wins_b]
                if values is not None:
                    values[to:to + wins_b] = values[b:b + wins_b]
                to += wins_b
                b += wins_b
                n_b -= wins_b
                if n_b == 0:
                    break
            keys[to] = left[a]
            if values is not None:
                values[to] = left_values[a]
            to += 1
            a += 1
            n_a -= 1
            if n_a == 1:
                break
            if wins_a < 7 and wins_b < 7:
                enough += 1
                gallop[0] = enough
                galloping = False
                wins_a = wins_b = 0
        if n_a == 1:
            # the last item of the left side belongs behind all that is left of the right
            keys[to:to + n_b] = keys[b:b + n_b]
            if values is not None:
                values[to:to + n_b] = values[b:b + n_b]
            to += n_b
    finally:
        keys[to:to + n_a] = left[a:a + n_a]
        if values is not None:
            values[to:to + n_a] = left_values[a:a + n_a]


def _merge_high(keys, values, first, n_a, b, n_b, gallop):
    """Merge downwards; the right side lies aside."""
    right = keys[b:b + n_b]
    right_values = None if values is None else values[b:b + n_b]
    to = b + n_b - 1
    b = n_b - 1
    a = first + n_a - 1
    keys[to] = keys[a]
    if values is not None:
        values[to] = values[a]
    to -= 1
    a -= 1
    n_a -= 1
    galloping = False
    wins_a = wins_b = 0
    enough = gallop[0]
    try:
        while n_a > 0 and n_b > 1:
            if not galloping:
                if right[b] < keys[a]:
                    keys[to] = keys[a]
                    if values is not None:
                        values[to] = values[a]
                    a -= 1
                    n_a -= 1
                    wins_a += 1
                    wins_b = 0
                    galloping = n_a > 0 and wins_a >= enough
                else:
                    keys[to] = right[b]
                    if values is not None:
                        values[to] = right_values[b]
                    b -= 1
                    n_b -= 1
                    wins_b += 1
                    wins_a = 0
                    galloping = n_b > 1 and wins_b >= enough
                to -= 1
                if galloping:
                    enough += 1
                continue
            if enough > 1:
                enough -= 1
            gallop[0] = enough
            wins_a = n_a - _gallop_right(right[b], keys, first, n_a, n_a - 1)
            if wins_a:
                to -= wins_a
                a -= wins_a
                keys[to + 1:to + 1 + wins_a] = keys[a + 1:a + 1 + wins_a]
                if values is not None:
                    values[to + 1:to + 1 + wins_a] = values[a + 1:a + 1 + wins_a]
                n_a -= wins_a
                if n_a == 0:
                    break
            keys[to] = right[b]
            if values is not None:
                values[to] = right_values[b]
            to -= 1
            b -= 1
            n_b -= 1
            if n_b == 1:
                break
            wins_b = n_b - _gallop_left(keys[a], right, 0, n_b, n_b - 1)
            if wins_b:
                to -= wins_b
                b -= wins_b
                keys[to + 1:to + 1 + wins_b] = right[b + 1:b + 1 + wins_b]
                if values is not None:
                    values[to + 1:to + 1 + wins_b] = right_values[b + 1:b + 1 + wins_b]
                n_b -= wins_b
                if n_b <= 1:
                    break
            keys[to] = keys[a]
            if values is not None:
                values[to] = values[a]
            to -= 1
            a -= 1
            n_a -= 1
            if n_a == 0:
                break
            if wins_a < 7 and wins_b < 7:
                enough += 1
                gallop[0] = enough
                galloping = False
                wins_a = wins_b = 0
        if n_b == 1:
            # the first item of the right side belongs before all that is left of the left
            keys[to + 1 - n_a:to + 1] = keys[a + 1 - n_a:a + 1]
            if values is not None:
                values[to + 1 - n_a:to + 1] = values[a + 1 - n_a:a + 1]
            to -= n_a
    finally:
        keys[to + 1 - n_b:to + 1] = right[:n_b]
        if values is not None:
            values[to + 1 - n_b:to + 1] = right_values[:n_b]
