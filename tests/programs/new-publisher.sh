#!/bin/sh
# A new publisher's way, from an empty folder to a served site, in any Debian with Node, nginx and curl: what is run is what init's own README and
# site/HOSTING.md say. Prints the time of each step.
# usage: sh new-publisher.sh TARBALL HOSTING.md DOCUMENT... (TARBALL: what npm pack made; HOSTING.md has the recipe)
set -eu
tarball=$(realpath "$1")
hosting=$(realpath "$2")
shift 2
folder=$(mktemp -d "${TMPDIR:-/tmp}/uusi julkaisijä.XXXXXX")
mkdir "$folder/own"
cp "$@" "$folder/own/"
port=${PORT:-8087}
began=$(date +%s%N)
step() {
  now=$(date +%s%N)
  echo "$((( now - began ) / 1000000)) ms: $1"
  began=$(date +%s%N)
}
stop() {
  [ ! -f "$folder/nginx.pid" ] || kill "$(cat "$folder/nginx.pid")"
}
trap stop EXIT
cd "$folder"

# The package is not fetched by its name here, but everything else is as a publisher does it.
npm install --silent --no-audit --no-fund --prefix tool "$tarball"
step "npm install: $(ls -d tool/node_modules/* tool/node_modules/@*/* | grep -vc '/@[^/]*$') packages, $(du -sm tool/node_modules | cut -f1) MB"
./tool/node_modules/.bin/hankekartta init oma --package "$tarball" > /dev/null
step 'hankekartta init oma'
cp own/* oma/documents/
cd oma
sed -i 's/fill-in/julkaisija/g' hankekartta.config.json
npm install --silent --no-audit --no-fund
step 'npm install'
npx hankekartta check > check.txt || true
tail -n 1 check.txt
step 'npx hankekartta check'
npx hankekartta build > build.txt
step "npx hankekartta build: $(find dist -type f | wc -l) files"
npx hankekartta verify dist
npx hankekartta prepare dist > /dev/null
step 'npx hankekartta prepare dist'
cd ..

module=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so
{
  [ "$(id -u)" != 0 ] || echo 'user root;'
  echo "load_module $module; pid nginx.pid; events {} http { access_log off;"
  for name in client_body proxy fastcgi uwsgi scgi; do echo "${name}_temp_path tmp;"; done
  echo 'include /etc/nginx/mime.types; default_type application/octet-stream;'
  sed -n '/^```nginx$/,/^```$/p' "$hosting" | grep -v '^```' |
    sed "s|listen 80;|listen 127.0.0.1:$port;|; s|root /srv/hankekartta/dist;|root '$folder/oma/dist';|"
  echo '}'
} > nginx.conf
mkdir tmp
/usr/sbin/nginx -p "$folder/" -c "$folder/nginx.conf" -e "$folder/error.log"
step 'nginx'

faults=0
ask() {
  curl -s -o body -D head "$@"
  tr -d '\r' < head > headers
}
expect() {
  grep -qiE "$2" headers || { echo "$1: no $2 in"; cat headers; faults=$((faults + 1)); }
}
release=$(node -p 'require("./oma/dist/data/releases.json").releases[0].release')
site=http://127.0.0.1:$port
# A file of every ending, with the type that the manifest says.
node -p '
  const { files } = require(`./oma/dist/data/${process.argv[1]}/manifest.json`);
  const one = new Map(files.map((file) => [file.path.replace(/.*\./, ""), file]));
  [...one.values()].map(({ path, media_type, bytes }) => `${path} ${media_type} ${bytes}`).join("\n")' "$release" > files
while read -r path type bytes; do
  ask "$site/data/$release/$path"
  expect "$path" '^HTTP/1.1 200'
  expect "$path" "^content-type: $(echo "$type" | sed 's/[.+]/\\&/g')(;|$)"
  expect "$path" '^access-control-allow-origin: \*$'
  expect "$path" '^cache-control: public, max-age=31536000, immutable$'
  [ "$(wc -c < body)" = "$bytes" ] || { echo "$path: other bytes"; faults=$((faults + 1)); }
  ask -r 1-4 "$site/data/$release/$path"
  expect "$path, a range" "^content-range: bytes 1-4/$bytes$"
  ask -r -4 "$site/data/$release/$path"
  expect "$path, the last bytes" "^content-range: bytes $((bytes - 4))-$((bytes - 1))/$bytes$"
done < files
for encoding in gzip br; do
  ask -H "Accept-Encoding: $encoding" "$site/"
  expect "/, $encoding" "^content-encoding: $encoding$"
  ask -H "Accept-Encoding: $encoding" "$site/data/$release/municipalities.geojson"
  expect "GeoJSON, $encoding" "^content-encoding: $encoding$"
done
ask "$site/sv/finns-inte"
expect 'a missing page' '^HTTP/1.1 404'
grep -q 'lang="sv"' body || { echo 'the missing page is not in Swedish'; faults=$((faults + 1)); }
ask "$site/upote/valinta.html?fund=ESF"
expect 'an embed' "^content-security-policy: default-src 'none';.*form-action 'none'$"
ask "$site/kunnat/091.html"
expect 'a page' "^content-security-policy: .*frame-ancestors 'none'$"
ask "$site/syotteet/muutokset.xml"
expect 'a feed' '^content-type: (text|application)/xml'
expect 'a feed' '^cache-control: no-cache$'
step "curl: $(wc -l < files) types of file, $faults faults"
[ "$faults" = 0 ]
