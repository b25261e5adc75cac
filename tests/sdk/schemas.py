#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""schemas.py SOURCE: every plugin.json and pack of ours is as the published schemas say, and the schemas say
no to what the program refuses."""
import json
import pathlib
import sys

import jsonschema

source = pathlib.Path(sys.argv[1])


def validator(name):
    schema = json.loads((source / "sdk/schema" / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


manifests, packs = validator("plugin.schema.json"), validator("pack.schema.json")
faults = []
count = 0
for folder in ("plugins", "samples/plugins", "tests/sdk"):
    for path in sorted((source / folder).rglob("plugin.json")):
        manifest = json.loads(path.read_text())
        count += 1
        faults += [f"{path}: {error.message}" for error in manifests.iter_errors(manifest)]
        for pack in manifest.get("packs", []):
            content = json.loads((path.parent / pack).read_text())
            faults += [f"{path.parent / pack}: {error.message}" for error in packs.iter_errors(content)]

good = {"id": "views/good", "version": "1", "sdk_version": 1, "kind": "view", "title": {"en": "Good"}, "library": "a.so"}
assert manifests.is_valid(good)
for change in ({"id": "views/Good"}, {"id": "../good"}, {"sdk_version": 0}, {"kind": "painting"}, {"title": {"zh_CN": "x"}},
               {"title": {"en": ""}}, {"library": "../x.so"}, {"library": "/x.so"}, {"library": 7}, {"wire": "smoke"},
               {"needs_inroad": "1"}, {"deadline_ms": 0}, {"deadline_ms": 1.5}, {"card": {"width": 1}}, {"options": {"A b": ["x"]}},
               {"version": "1\u001b"}, {"kind": "importer"}, {"kind": "exporter", "formats": []}):
    if manifests.is_valid({**good, **change}):
        faults.append(f"the schema of plugin.json takes {change}")
for pack in ([], {}, {"facets": {}}, {"facets": [{}]}, {"facets": [{"id": "a", "title": {"zh_CN": "x"}}]},
             {"facets": [{"id": "a", "title": "A", "about": "unit"}]}, {"facets": [{"id": "a", "title": "A", "half_life_days": 0}]},
             {"facets": [{"id": "a", "title": "A", "values": [{"colour": "red", "code": "x"}]}]}):
    if packs.is_valid(pack):
        faults.append(f"the schema of packs takes {pack}")
if count < 20:
    faults.append(f"only {count} manifests found")
sys.exit("\n".join(faults) or 0)
