#!/bin/sh
# Proof that a bare Debian 12 needs nothing but a clone: makes a minimal root in FOLDER, clones the
# current commit into it, and runs there
#   ./dev run cli      until the first question is on the screen
#   ./dev run          until the page is given out, and again, which must start in under 2 seconds
#   ./dev test         all of it, or `quick`
# As root, on Debian, with debootstrap. Takes this machine's apt sources of Debian, its npm registry and
# its certificates. Mounts live in a namespace of their own and are gone when it ends.
#
#   tools/bare_root.sh FOLDER [run | quick | test]
set -eu
root=$(realpath -m "$1")
part=${2-test}
source=$(cd "$(dirname "$0")/.." && pwd)

if [ ! -x "$root/bin/sh" ]; then
  debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian
  rm -f "$root/etc/apt/sources.list"
  for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    if [ -f "$list" ] && grep -q 'debian.org/debian' "$list"; then
      cp "$list" "$root/etc/apt/sources.list.d/"
    fi
  done
  apt-config dump | grep -E '^Acquire::(http|https)::Proxy' >"$root/etc/apt/apt.conf.d/90proxy" || true
fi
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/outside.crt" 2>/dev/null || : >"$root/etc/outside.crt"
npm config get registry >"$root/etc/outside.npm" 2>/dev/null || echo https://registry.npmjs.org/ >"$root/etc/outside.npm"
rm -rf "$root/opt/limber"
git clone -q --no-hardlinks "$source" "$root/opt/limber"

cat >"$root/opt/prove" <<'INSIDE'
set -eu
export HOME=/root LANG=C.UTF-8 TERM=xterm PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export NODE_EXTRA_CA_CERTS=/etc/outside.crt npm_config_registry=$(cat /etc/outside.npm)
cd /opt/limber
seconds() { date +%s.%N; }
first=$(sed -n 's/^ *"screen.emergency_head.title": "\(.*\)".*/\1/p' knowledge/texts/en.json)

start=$(seconds)
timeout 1800 ./dev run cli --plain --no-record </dev/null >/tmp/first 2>&1 || true
if ! grep -qF "$first" /tmp/first; then
  tail -50 /tmp/first
  echo "BARE ROOT: the first question was not reached"
  exit 1
fi
echo "BARE ROOT: first question after $(echo "$start $(seconds)" | awk '{printf "%.0f", $2 - $1}') s"

start=$(seconds)
./dev run cli --version
echo "BARE ROOT: second start took $(echo "$start $(seconds)" | awk '{printf "%.2f", $2 - $1}') s"

./dev run --no-open --port 0 >/tmp/page 2>&1 </dev/null &
for wait in 1 2 3 4 5 6 7 8 9 10; do
  sleep 1
  address=$(grep -o 'http://127[^ ]*' /tmp/page | head -1) && break
done
if ! node -e 'fetch(process.argv[1]).then((r) => r.text()).then((t) => process.exit(/<title>Limber/.test(t) ? 0 : 1))' "$address"; then
  cat /tmp/page
  echo "BARE ROOT: the page was not given out"
  exit 1
fi
kill $!
echo "BARE ROOT: the page is there"

[ "$1" = run ] && exit 0
start=$(seconds)
if [ "$1" = quick ]; then ./dev test quick </dev/null; else ./dev test </dev/null; fi
echo "BARE ROOT: ./dev test took $(echo "$start $(seconds)" | awk '{printf "%.0f", $2 - $1}') s"
INSIDE

exec unshare --mount --fork sh -ec '
  mount --make-rprivate /
  mount -t proc proc "$1/proc"
  mount --rbind /dev "$1/dev"
  mount -t tmpfs tmpfs "$1/tmp"
  exec chroot "$1" sh /opt/prove "$2"' sh "$root" "$part"
