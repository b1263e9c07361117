#!/bin/sh
# Builds on top of what a branch of this repository holds, and puts the result there: earlier releases stay as they are.
# usage: sh publish.sh BRANCH [OPTIONS of hankekartta build]
set -eu
branch=$1
shift
rm -rf dist

# 2: there is no such branch yet. Anything else that fails must not look like that, or the earlier releases would be lost.
found=0
git ls-remote --exit-code --heads origin "$branch" > /dev/null || found=$?
before=
case $found in
  0)
    git fetch --quiet --depth=1 origin "+refs/heads/$branch:refs/hankekartta/published"
    before=$(git rev-parse refs/hankekartta/published)
    mkdir dist
    git archive "$before" | tar -x -C dist
    ;;
  2) echo "no branch $branch yet: this is the first release" ;;
  *) exit "$found" ;;
esac

npx hankekartta build --out dist "$@"
npx hankekartta verify dist

# GitHub would leave folders out, and git would change line ends, which the checksums know.
touch dist/.nojekyll
echo '* -text' > dist/.gitattributes

# One commit without a past: the releases are the history. The index is one of its own.
GIT_INDEX_FILE="$PWD/.git/published-index"
export GIT_INDEX_FILE
rm -f "$GIT_INDEX_FILE"
git -C dist --git-dir="$PWD/.git" --work-tree=. add --all --force .
tree=$(git write-tree)
if [ -n "$before" ] && [ "$tree" = "$(git rev-parse "$before^{tree}")" ]; then
  echo 'nothing changed'
  exit 0
fi
commit=$(git -c user.name=hankekartta -c user.email=hankekartta@localhost commit-tree "$tree" -m 'Publish')
# Refused where somebody else has published in the meantime.
git push --quiet --force-with-lease="refs/heads/$branch:$before" origin "$commit:refs/heads/$branch"
echo "published on $branch"
