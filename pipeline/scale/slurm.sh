#!/bin/sh
# Submits a build to Slurm: an array job that reads N shards of the documents, and a job after it that assembles the release.
#   sh slurm.sh N [options of assemble]      in the publisher's folder, which every node sees
# Prints the ids of the two jobs. HANKEKARTTA is how the program is called there (default: npx hankekartta).
set -eu
count=$1
shift
program=${HANKEKARTTA:-npx hankekartta}
umask 077
shards=$PWD/.hankekartta/shards/$(date +%Y%m%dT%H%M%S)-$$
mkdir -p "$shards"
# Shards name persons: they go once the release is there, and what was published is not for the owner alone.
read=$(sbatch --parsable --job-name=hankekartta-read --array="1-$count" --output="$shards/%a.log" --mem=2G --time=1:00:00 \
  --wrap "$program build --shard \$SLURM_ARRAY_TASK_ID/$count --out '$shards'")
assemble=$(sbatch --parsable --job-name=hankekartta-assemble --dependency="afterok:$read" --kill-on-invalid-dep=yes \
  --output="$PWD/.hankekartta/assemble-%j.log" --mem=4G --time=4:00:00 \
  --wrap "umask 022; $program assemble '$shards' $* && rm -r '$shards'")
echo "$read $assemble"
