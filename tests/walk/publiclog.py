"""What fills the blanks of the public log's addresses."""

BLANKS = {
    ("log.entry", "number"): "log_entry", ("log.proof", "number"): "log_entry", ("administration.mask", "number"): "log_entry", ("log.tile", "level"): "log_level",
    ("log.tile", "name"): "log_piece", ("log.bundle", "name"): "log_piece",
    ("log.file", "sha256"): "logged_file", ("log.file_proof", "sha256"): "logged_file",
    ("crawlers.part", "kind"): "map_kind", ("crawlers.part", "number"): "map_part",
    ("bulk.file", "name"): "bulk_file", ("bulk.file", "ending"): "bulk_ending",
}  # fmt: skip


def subjects() -> dict[str, dict[str, object]]:
    return {
        "log_entry": {"first entry": 1},
        "log_level": {"leaves": "0"},
        "logged_file": {"no such file": "0" * 64},
        "map_kind": {"organisations": "organisation"},
        "bulk_file": {"no such list": "nothing"},
        "bulk_ending": {"jsonl": "jsonl"},
        "map_part": {"first part": 1},
        "log_piece": {"one hash or entry": "000.p/1"},
    }
