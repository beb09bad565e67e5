# What both runs of lesson 7 share: whether the project that came of it is the lesson's, and what it learnt.
# A lesson's layers and a newcomer's have other names; all else has to agree.

# is_lesson7 PROJECT RUN EPOCHS
is_lesson7() {
    "$cli" new cats-and-dogs -o "$HOME/lesson7.lamina" >/dev/null
    "$cli" summary "$1"
    python3 - "$HOME/lesson7.lamina" "$1" "$2" "$3" <<'END'
import csv, json, sys

lesson, built = (json.load(open(path)) for path in sys.argv[1:3])
rows = list(csv.DictReader(open(sys.argv[3] + "/history.csv")))
# The lesson writes a default down that a newcomer leaves alone.
defaults = {"MaxPooling2D": {"pool_size": [2, 2]}}
layers = lambda project: [(l["class_name"], {**defaults.get(l["class_name"], {}), **l.get("config", {})})
                          for l in project["model"]["layers"]]
task = lambda project: {**project["training"], "epochs": int(sys.argv[4])}
data = lambda project: {k: v for k, v in project["data"]["options"].items() if k not in ("train", "validation")}
chain = all(l["inputs"] == ([before["name"]] if before else []) for before, l in
            zip([None] + built["model"]["layers"], built["model"]["layers"]))
for what, same in {"layers": layers(lesson) == layers(built), "links": chain, "data": data(lesson) == data(built),
                   "preparation": lesson["data"]["preprocess"] == built["data"]["preprocess"],
                   "training": task(lesson) == task(built),
                   "epochs": len(rows) == int(sys.argv[4])}.items():
    print(f"{what}: {'as in the lesson' if same else 'NOT as in the lesson'}")
    if not same:
        for project in (lesson, built):
            print(json.dumps(project, indent=1), file=sys.stderr)
        sys.exit(1)
print("last epoch:", rows[-1])
END
}
