# Hands for the studio: a display and a home of its own, a mouse, a keyboard, and a picture of every step.
# A script sources this file, calls `begin FOLDER`, and leaves with the studio ended and its pictures in FOLDER.
# Things are found by what a screen reader is told of them (see `eyes`), so nothing here knows a place in pixels.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=${LAMINA_BUILD:-$here/../../build/dev}
cli=$build/app/cli/lamina-cli
screen=${LAMINA_SCREEN:-1280x760x24}

# begin FOLDER: starts the studio as somebody who has never seen it finds it.
begin() {
    if [ -z "${LAMINA_HANDS_BUS:-}" ]; then # everything below a bus of its own, on which screen readers listen
        export HOME=$(mktemp -d) LAMINA_HANDS_BUS=1
        export XDG_RUNTIME_DIR=$HOME/run
        mkdir -m 700 "$XDG_RUNTIME_DIR"
        trap 'rm -rf "$HOME"' EXIT
        dbus-run-session -- "$0" "${arguments[@]}" 2> >(grep -v "^dbus-daemon\|^SpiRegistry" >&2)
        exit
    fi
    pictures=$1
    steps=0
    mkdir -p "$pictures"
    rm -f "$pictures"/[0-9][0-9]-*.png
    started=()
    trap 'kill "${started[@]}" 2>/dev/null || true' EXIT
    exec {told}<> <(:) # Xvfb says here which display it took
    Xvfb -displayfd "$told" -screen 0 "$screen" -nolisten tcp >/dev/null 2>&1 &
    started+=($!)
    read -r -t 20 number <&"$told"
    export DISPLAY=:$number
    if command -v jwm >/dev/null; then # any window manager does: it gives the window and its dialogs the keyboard
        jwm >/dev/null 2>&1 &
        started+=($!)
    fi
    QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 "$build/app/lamina" >"$HOME/studio.log" 2>&1 &
    studio=$!
    started+=("$studio")
    find "push button" "New project…" 30
    sleep 0.5
}

# step NAME: a picture of what is seen now.
step() {
    steps=$((steps + 1))
    sleep "${2:-0.4}" # what moves has arrived
    import -window root "$pictures/$(printf %02d "$steps")-$1.png"
    echo "step $steps: $1"
}

give_up() {
    import -window root "$pictures/given-up.png"
    "$here/eyes" tree >"$pictures/given-up.txt" || true
    echo "error: $*" >&2
    exit 1
}

# find ROLE NAME [SECONDS]: where it is, in left, top, width, height; and its middle, in x and y.
find() {
    local place
    place=$("$here/eyes" where "$@") || give_up "looked for $1 “$2”"
    read -r left top width height <<<"$place"
    x=$((left + width / 2)) y=$((top + height / 2))
}
gone() { "$here/eyes" gone "$@" >/dev/null || give_up "waited for $1 “$2” to go"; }
holds() { "$here/eyes" holds "$@"; }

# --- Mouse

point() { xdotool mousemove "$1" "$2"; sleep 0.05; }
click_at() { point "$1" "$2"; xdotool click 1; sleep 0.2; }

click() { find "$@"; click_at $x $y; }
double_click() { find "$@"; point $x $y; xdotool click --repeat 2 --delay 60 1; sleep 0.3; }

# drag X Y TO_X TO_Y: in steps, as a hand does; a drag starts only when the mouse has gone some way.
drag() {
    point "$1" "$2"
    xdotool mousedown 1
    local part
    for part in 1 2 3 4 5 6 7 8; do
        xdotool mousemove $(($1 + ($3 - $1) * part / 8)) $(($2 + ($4 - $2) * part / 8))
        sleep 0.04
    done
    sleep 0.15
    xdotool mouseup 1
    sleep 0.3
}

# write_into ROLE NAME TEXT: over what stands there, by a triple click.
write_into() {
    local attempt
    for attempt in 1 2; do
        find "$1" "$2"
        point $x $y
        xdotool click --repeat 3 --delay 60 1
        sleep 0.1
        xdotool type --delay 15 -- "$3"
        sleep 0.2
        [ "$(holds "$1" "$2")" = "$3" ] && return
        echo "note: $1 “$2” holds “$(holds "$1" "$2")” and not “$3”" >&2
    done
    give_up "“$3” could not be written into $1 “$2”"
}

# scroll_to ROLE NAME [BESIDE_ROLE BESIDE_NAME]: turns the wheel over BESIDE until that can be seen.
scroll_to() {
    if [ $# -gt 2 ]; then find "$3" "$4"; point $x $y; fi
    local turn
    for turn in $(seq 40); do
        "$here/eyes" where "$1" "$2" 0 >/dev/null 2>&1 && return
        xdotool click 5
        sleep 0.1
    done
    give_up "no wheel brought $1 “$2”"
}

# choose NAME WHAT: opens a box of choices and clicks one.
choose() {
    click "combo box" "$1"
    click "list item" "$2"
}

# --- Keyboard

press() { xdotool key --delay 40 "$@"; sleep 0.15; }
type_text() { xdotool type --delay 15 -- "$1"; sleep 0.15; }
focus() { "$here/eyes" focus; }

# reach ROLE NAME [KEY]: presses Tab, or KEY, until that has the keyboard.
reach() {
    local key=${3:-Tab} pressed
    for pressed in $(seq 0 80); do
        [[ "$(focus)" =~ ^"$1"\|$2$ ]] && return
        press "$key"
    done
    give_up "$key never came to $1 “$2”"
}
