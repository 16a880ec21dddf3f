"""A peer of `classify evaluate`, tuned on the training file alone: python3 classify_peer.py PEER TRAIN.csv TEST.csv PREDICTIONS.csv; figures as JSON on stdout.

What each may choose from stands in GRIDS; macro-F1 over three folds of the training file decides. fastText tunes itself
(autotune) on a fifth of it, and learns all of it anew with the settings it found.
"""
import csv, itertools, json, os, pickle, random, re, resource, subprocess, sys, tempfile, time

AUTOTUNE_SECONDS = 40
WORDS, PIECES = dict(ngram_range=(1, 2)), dict(analyzer="char_wb", ngram_range=(2, 5))
TERMS = {"words": [WORDS], "words and pieces": [WORDS, PIECES]}
GRIDS = {
    "svm": dict(terms=list(TERMS), sublinear=[True, False], C=[1, 3, 10]),
    "logistic": dict(terms=["words and pieces"], sublinear=[True], alpha=[1e-4, 3e-4, 1e-3], balanced=[True, False]),
    "naive-bayes": dict(terms=list(TERMS), sublinear=[True, False], complement=[True, False], alpha=[0.03, 0.1, 0.3, 1]),
}

peer, train_file, test_file, predictions_file = sys.argv[1:]


def read(file):
    with open(file, newline="", encoding="utf-8") as rows:
        rows = list(csv.DictReader(rows))
    return [fold(r["text"]) for r in rows], [r["label"] for r in rows]


def fold(text):
    return text.replace("I", "ı").replace("İ", "i").lower()  # Python's lower() alone is wrong for Turkish


class Terms:
    """TF-IDF of the texts it was made with, and of others. Counting is what takes time: it is done once for all settings."""

    def __init__(self, kinds, texts):
        from sklearn.feature_extraction.text import CountVectorizer
        self.counters = [CountVectorizer(lowercase=False, min_df=2, **kind).fit(texts) for kind in kinds]
        self.own = self.count(texts)

    def count(self, texts):
        return [counter.transform(texts) for counter in self.counters]

    def weigh(self, counts, sublinear):
        from scipy.sparse import hstack
        from sklearn.feature_extraction.text import TfidfTransformer
        return hstack([TfidfTransformer(sublinear_tf=sublinear).fit(own).transform(some) for own, some in zip(self.own, counts)]).tocsr()


def learner(C=None, alpha=None, balanced=None, complement=None):
    from sklearn.linear_model import SGDClassifier
    from sklearn.naive_bayes import ComplementNB, MultinomialNB
    from sklearn.svm import LinearSVC
    if peer == "svm":
        return LinearSVC(C=C)
    if peer == "logistic":
        return SGDClassifier(loss="log_loss", alpha=alpha, class_weight="balanced" if balanced else None, average=True, max_iter=50, random_state=1)
    return (ComplementNB if complement else MultinomialNB)(alpha=alpha)


def scikit(texts, labels):
    from sklearn.metrics import f1_score
    from sklearn.model_selection import StratifiedKFold

    grid = [dict(zip(GRIDS[peer], values)) for values in itertools.product(*GRIDS[peer].values())]
    scores = [0.0] * len(grid)
    for here, there in StratifiedKFold(3, shuffle=True, random_state=1).split(texts, labels):
        own, others = [texts[i] for i in here], [texts[i] for i in there]
        for name in GRIDS[peer]["terms"]:
            terms = Terms(TERMS[name], own)
            seen = terms.count(others)
            for i, (_, sublinear, rest) in ((i, split(g)) for i, g in enumerate(grid) if g["terms"] == name):
                model = learner(**rest).fit(terms.weigh(terms.own, sublinear), [labels[i] for i in here])
                scores[i] += f1_score([labels[i] for i in there], model.predict(terms.weigh(seen, sublinear)), average="macro")
    chosen = grid[max(range(len(grid)), key=scores.__getitem__)]
    name, sublinear, rest = split(chosen)
    terms = Terms(TERMS[name], texts)
    model = learner(**rest).fit(terms.weigh(terms.own, sublinear), labels)
    return len(pickle.dumps((terms.counters, model))), lambda tests: model.predict(terms.weigh(terms.count(tests), sublinear)), chosen


def split(setting):
    return setting["terms"], setting["sublinear"], {name: value for name, value in setting.items() if name not in ("terms", "sublinear")}


def fasttext(texts, labels):
    folder = tempfile.mkdtemp()
    names = sorted(set(labels))
    flat = lambda text: " ".join(re.findall(r"\w+", text))
    lines = [f"__label__{names.index(label)} {flat(text)}\n" for text, label in zip(texts, labels)]
    mixed = random.Random(1).sample(lines, len(lines))
    for name, some in (("all", lines), ("most", mixed[len(mixed) // 5:]), ("rest", mixed[:len(mixed) // 5])):
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.writelines(some)

    def run(*arguments):
        return subprocess.run(["fasttext", *arguments], check=True, capture_output=True, text=True).stdout

    run("supervised", "-input", f"{folder}/most", "-output", f"{folder}/tuned", "-autotune-validation", f"{folder}/rest",
        "-autotune-duration", str(AUTOTUNE_SECONDS), "-thread", "2", "-verbose", "0")
    found = dict(line.split() for line in run("dump", f"{folder}/tuned.bin", "args").splitlines() if len(line.split()) == 2)
    settings = {name: found[name] for name in ("dim", "ws", "epoch", "minCount", "wordNgrams", "loss", "bucket", "minn", "maxn") if name in found}
    settings["lr"] = "0.5"
    best = None
    for lr in ("0.1", "0.5", "1"):  # the rate that autotune found is not in its model
        run("supervised", "-input", f"{folder}/most", "-output", f"{folder}/try", "-lr", lr, *arguments(settings))
        score = float(re.search(r"P@1\s+([\d.]+)", run("test", f"{folder}/try.bin", f"{folder}/rest")).group(1))
        if best is None or score > best:
            best, settings["lr"] = score, lr
    run("supervised", "-input", f"{folder}/all", "-output", f"{folder}/model", "-lr", settings["lr"], *arguments(settings))

    def predict(tests):
        answers = subprocess.run(["fasttext", "predict", f"{folder}/model.bin", "-"], input="".join(flat(t) + "\n" for t in tests),
                                 capture_output=True, text=True, check=True).stdout.split("\n")
        return [names[int(a.removeprefix("__label__"))] if a else names[0] for a in answers[:len(tests)]]

    return os.path.getsize(f"{folder}/model.bin"), predict, settings


def arguments(settings):
    return [part for name, value in settings.items() if name != "lr" for part in (f"-{name}", value)] + ["-thread", "2", "-verbose", "0"]


texts, labels = read(train_file)
tests, truth = read(test_file)
clock = time.time()
size, predict, chosen = (fasttext if peer == "fasttext" else scikit)(texts, labels)
trained = time.time()
predicted = predict(tests)
done = time.time()
with open(predictions_file, "w", newline="", encoding="utf-8") as file:
    rows = csv.writer(file)
    rows.writerow(["row", "label", "predicted"])
    rows.writerows((i + 1, label, answer) for i, (label, answer) in enumerate(zip(truth, predicted)))
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
print(json.dumps({"trainSeconds": trained - clock, "textsPerSecond": len(tests) / (done - trained), "modelBytes": size, "peakMegabytes": peak,
                  "chosen": " ".join(f"{name}={value}" for name, value in chosen.items())}))
