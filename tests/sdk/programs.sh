# with_plugins FOLDER: sets INROAD to the program with the bundles of FOLDER beside its own.
with_plugins() {
  local home="$SCRATCH/programs"
  mkdir -p "$home"
  cp "$BIN/inroad" "$BIN/inroad-plugin-host" "$home"
  cp -r "$BIN/plugins" "$home/plugins"
  cp -r "$1"/. "$home/plugins"
  export INROAD="$home/inroad" LANGUAGE=en SOURCE_DATE_EPOCH=1795392000
}

# check_bundles FOLDER: the validator has nothing against any bundle there, where the program has one.
check_bundles() {
  "$INROAD" plugin check --help 2>&1 | grep -q BUNDLE || return 0
  local bundle
  for bundle in "$1"/*/*; do
    "$INROAD" plugin check "$bundle" > "$SCRATCH/checked" 2>&1 || { cat "$SCRATCH/checked"; return 1; }
  done
}
