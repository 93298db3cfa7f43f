#!/bin/sh
# A nightly job that must not fail because one model does: each file of a folder becomes a digest
# beside it. The next model answers when one is down; the record of attempts goes to a log.
#   examples/nightly-digest.sh logs/
#   MODELS=openai/gpt-4o-mini,tokenbay/qwen-plus examples/nightly-digest.sh logs/
set -eu
models=${MODELS:-demo/down,demo/flaky,demo/swift}
failed=0
for file in "$1"/*.txt; do
  if medley fallback -q -m "$models" "Summarize in one paragraph:" \
      < "$file" > "${file%.txt}.digest" 2>> "$1/digest.log"; then
    echo "$file: done"
  else
    echo "$file: failed, see $1/digest.log" >&2
    failed=1
  fi
done
exit $failed
