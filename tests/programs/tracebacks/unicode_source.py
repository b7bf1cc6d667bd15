def größe(wörter):
    return [len(wort) for wort in wörter if wort.startswith("é") or wort["ö"]]


print(größe(["éa"]))
größe(["日本", "x"]), print("unreached")
