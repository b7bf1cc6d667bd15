words = ["pear", "fig", "banana"]
print(min(words, key=lambda word: ask(len(word))))
print(max(words, key=lambda word: ask(len(word))), min(3, 1, 2, key=ask))
max((ask(n) for n in [3, 7, 5]), default=None)
