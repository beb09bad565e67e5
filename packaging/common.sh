# What packaging/run and packaging/test share; they source it.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# A message of our own, told apart from what the tools print.
say() { printf '== %s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# Package names of the groups given, each once.
packages_of() {
    sed 's/#.*//' "$root/packaging/packages" | awk -v groups="$*" '
        BEGIN { split(groups, list, " "); for (i in list) wanted[list[i]] = 1 }
        NF == 2 && ($1 in wanted) && !seen[$2]++ { print $2 }'
}

missing_of() {
    for package in $(packages_of "$@"); do
        case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true) in
        installed) ;;
        *) printf '%s ' "$package" ;;
        esac
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "root's rights are needed to install packages, there is no sudo here, run this as root: $*"
    fi
}

# Installs what is missing of the groups given; asks the network for nothing when nothing is.
install_packages() {
    local missing out
    command -v dpkg-query >/dev/null ||
        die "this is not Debian, no dpkg-query found, install what packaging/packages names by hand"
    missing=$(missing_of "$@")
    if [ -z "$missing" ]; then
        say "all packages are here"
        return
    fi
    say "installing $(wc -w <<<"$missing") packages and what they need: $missing"
    as_root apt-get update -qq || die "apt-get could not read the package lists, see above, check the network"
    # shellcheck disable=SC2086 # one word a package
    out=$(as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing 2>&1) || {
        tail -n 20 <<<"$out" >&2
        die "the packages could not be installed, see above, mend that and try again"
    }
}

# On a terminal ninja keeps to one line by itself. Elsewhere: a line every tenth of the way, and all that the
# compiler says.
build_progress() {
    if [ -t 1 ]; then
        cat
    else
        awk '/^\[[0-9]+\/[0-9]+\] / {
                 split(substr($1, 2), n, "[/\\]]"); tenth = int(10 * n[1] / n[2])
                 if (tenth > last) { print "   " n[1] " of " n[2] " steps"; fflush(); last = tenth }
                 next
             }
             { print; fflush() }'
    fi
}

# build PRESET [TARGET…]
build() {
    preset=$1
    shift
    local targets=() launcher=()
    [ $# -eq 0 ] || targets=(--target "$@")
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        export CCACHE_SLOPPINESS=pch_defines,time_macros # or precompiled headers never hit
    fi
    say "building Lamina (preset $preset)"
    configure "$preset" "${launcher[@]}"
    (cd "$root" && cmake --build --preset "$preset" "${targets[@]}") | build_progress ||
        die "the build failed, see above, mend that and try again"
}

# Prepares a build folder; says nothing unless it fails.
configure() {
    local out
    out=$(cd "$root" && cmake --preset "$@" 2>&1) || {
        printf '%s\n' "$out" >&2
        die "the build could not be prepared, see above, mend that and try again"
    }
}
