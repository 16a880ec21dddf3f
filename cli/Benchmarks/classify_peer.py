"""A peer of `classify evaluate`: python3 classify_peer.py PEER TRAIN.csv TEST.csv PREDICTIONS.csv; figures as JSON on stdout."""
import csv, json, os, pickle, re, resource, subprocess, sys, tempfile, time

peer, train_file, test_file, predictions_file = sys.argv[1:]


def read(file):
    with open(file, newline="", encoding="utf-8") as rows:
        rows = list(csv.DictReader(rows))
    return [fold(r["text"]) for r in rows], [r["label"] for r in rows]


def fold(text):
    return text.replace("I", "ı").replace("İ", "i").lower()  # Python's lower() alone is wrong for Turkish


def scikit(texts, labels):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import SGDClassifier
    from sklearn.naive_bayes import ComplementNB, MultinomialNB
    from sklearn.pipeline import make_pipeline, make_union
    from sklearn.svm import LinearSVC

    words = TfidfVectorizer(lowercase=False, sublinear_tf=True, ngram_range=(1, 2), min_df=2)
    pieces = TfidfVectorizer(lowercase=False, sublinear_tf=True, analyzer="char_wb", ngram_range=(2, 5), min_df=2)
    terms, learner = {
        "svm-words": (words, LinearSVC(C=1)),
        "svm": (make_union(words, pieces), LinearSVC(C=1)),
        "logistic": (make_union(words, pieces), SGDClassifier(loss="log_loss", alpha=1e-5, average=True, max_iter=50, random_state=1)),
        "multinomial-nb": (words, MultinomialNB(alpha=0.1)),
        "complement-nb": (make_union(words, pieces), ComplementNB(alpha=0.1)),
    }[peer]
    model = make_pipeline(terms, learner).fit(texts, labels)
    return len(pickle.dumps(model)), model.predict


def fasttext(texts, labels):
    folder = tempfile.mkdtemp()
    names = sorted(set(labels))
    flat = lambda text: " ".join(re.findall(r"\w+", text))
    with open(f"{folder}/train", "w", encoding="utf-8") as file:
        file.writelines(f"__label__{names.index(label)} {flat(text)}\n" for text, label in zip(texts, labels))
    subprocess.run(["fasttext", "supervised", "-input", f"{folder}/train", "-output", f"{folder}/model", "-lr", "0.5", "-epoch", "25", "-wordNgrams", "2",
                    "-minn", "2", "-maxn", "5", "-dim", "50", "-bucket", "200000", "-thread", "2", "-verbose", "0"], check=True, stdout=subprocess.DEVNULL)

    def predict(tests):
        answers = subprocess.run(["fasttext", "predict", f"{folder}/model.bin", "-"], input="".join(flat(t) + "\n" for t in tests),
                                 capture_output=True, text=True, check=True).stdout.split("\n")
        return [names[int(a.removeprefix("__label__"))] if a else names[0] for a in answers[:len(tests)]]

    return os.path.getsize(f"{folder}/model.bin"), predict


texts, labels = read(train_file)
tests, truth = read(test_file)
clock = time.time()
size, predict = (fasttext if peer == "fasttext" else scikit)(texts, labels)
trained = time.time()
predicted = predict(tests)
done = time.time()
with open(predictions_file, "w", newline="", encoding="utf-8") as file:
    rows = csv.writer(file)
    rows.writerow(["row", "label", "predicted"])
    rows.writerows((i + 1, label, answer) for i, (label, answer) in enumerate(zip(truth, predicted)))
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
print(json.dumps({"trainSeconds": trained - clock, "textsPerSecond": len(tests) / (done - trained), "modelBytes": size, "peakMegabytes": peak}))
