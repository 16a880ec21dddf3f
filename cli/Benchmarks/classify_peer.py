"""A peer of `classify evaluate`, tuned on the training file alone: python3 classify_peer.py PEER TRAIN.csv TEST.csv PREDICTIONS.csv; figures as JSON on stdout.

What each may choose from stands in GRIDS and FASTTEXT; macro-F1 over three folds of the training file decides. fastText's own autotune is
not used: in forty seconds it found less than these few settings do, and its models took minutes to learn.
"""
import csv, itertools, json, os, pickle, re, resource, subprocess, sys, tempfile, time

WORDS, PIECES = dict(ngram_range=(1, 2)), dict(analyzer="char_wb", ngram_range=(2, 5))
TERMS = {"words": [WORDS], "words and pieces": [WORDS, PIECES]}
GRIDS = {
    "svm": dict(terms=list(TERMS), sublinear=[True, False], C=[1, 3, 10]),
    "logistic": dict(terms=["words and pieces"], sublinear=[True], alpha=[1e-4, 3e-4, 1e-3], balanced=[True, False]),
    "naive-bayes": dict(terms=list(TERMS), sublinear=[True, False], complement=[True, False], alpha=[0.03, 0.1, 0.3, 1]),
}
FASTTEXT = [dict(minn=least, maxn=most, wordNgrams=words) for least, most, words in [(0, 0, 1), (0, 0, 2), (3, 6, 1), (3, 6, 2), (4, 7, 1)]]
FASTTEXT_ALWAYS = dict(dim=100, epoch=100, lr=0.5, loss="softmax", minCount=1, bucket=200_000, thread=2, verbose=0)

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
    from sklearn.metrics import f1_score
    from sklearn.model_selection import StratifiedKFold

    folder = tempfile.mkdtemp()
    names = sorted(set(labels))
    flat = lambda text: " ".join(re.findall(r"\w+", text)) + "\n"

    def learn(rows, setting):
        with open(f"{folder}/texts", "w", encoding="utf-8") as file:
            file.writelines(f"__label__{names.index(labels[i])} {flat(texts[i])}" for i in rows)
        options = [part for name, value in {**FASTTEXT_ALWAYS, **setting}.items() for part in (f"-{name}", str(value))]
        subprocess.run(["fasttext", "supervised", "-input", f"{folder}/texts", "-output", f"{folder}/model", *options], check=True, capture_output=True)

    def predict(tests):
        answers = subprocess.run(["fasttext", "predict", f"{folder}/model.bin", "-"], input="".join(map(flat, tests)),
                                 capture_output=True, text=True, check=True).stdout.split("\n")
        return [names[int(a.removeprefix("__label__"))] if a else names[0] for a in answers[:len(tests)]]

    scores = [0.0] * len(FASTTEXT)
    for here, there in StratifiedKFold(3, shuffle=True, random_state=1).split(texts, labels):
        for i, setting in enumerate(FASTTEXT):
            learn(here, setting)
            scores[i] += f1_score([labels[j] for j in there], predict([texts[j] for j in there]), average="macro")
    chosen = FASTTEXT[max(range(len(FASTTEXT)), key=scores.__getitem__)]
    learn(range(len(texts)), chosen)
    return os.path.getsize(f"{folder}/model.bin"), predict, chosen


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
