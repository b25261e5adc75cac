# with_plugins FOLDER: sets INROAD to the program with the bundles of FOLDER beside its own.
with_plugins() {
  local home="$SCRATCH/programs"
  mkdir -p "$home"
  cp "$BIN/inroad" "$BIN/inroad-plugin-host" "$home"
  cp -r "$BIN/plugins" "$home/plugins"
  cp -r "$1"/. "$home/plugins"
  export INROAD="$home/inroad" LANGUAGE=en SOURCE_DATE_EPOCH=1795392000
}
