"""Edit distance, longest common subsequence, alignment."""
from functools import lru_cache


def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (x != y))
    return row[-1]


def lcs(a, b):
    @lru_cache(maxsize=None)
    def go(i, j):
        if i == len(a) or j == len(b):
            return ""
        if a[i] == b[j]:
            return a[i] + go(i + 1, j + 1)
        return max(go(i + 1, j), go(i, j + 1), key=len)

    answer = go(0, 0)
    return answer, go.cache_info().currsize


def align(a, b, gap=-1, match=1, mismatch=-1):
    score = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        score[i][0] = i * gap
    for j in range(1, len(b) + 1):
        score[0][j] = j * gap
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            same = match if a[i - 1] == b[j - 1] else mismatch
            score[i][j] = max(score[i - 1][j - 1] + same, score[i - 1][j] + gap, score[i][j - 1] + gap)
    top, bottom, i, j = "", "", len(a), len(b)
    while i or j:
        same = match if i and j and a[i - 1] == b[j - 1] else mismatch
        if i and j and score[i][j] == score[i - 1][j - 1] + same:
            i, j = i - 1, j - 1
            top, bottom = a[i] + top, b[j] + bottom
        elif i and score[i][j] == score[i - 1][j] + gap:
            i -= 1
            top, bottom = a[i] + top, "-" + bottom
        else:
            j -= 1
            top, bottom = "-" + top, b[j] + bottom
    return score[-1][-1], top, bottom


for pair in [("kitten", "sitting"), ("", "abc"), ("flaw", "lawn"), ("intention", "execution")]:
    print(pair, levenshtein(*pair))
print(lcs("AGGTABCD", "GXTXAYBD"))
print(*align("GATTACA", "GCATGCU"), sep="\n")
assert levenshtein("same", "same") == 0
