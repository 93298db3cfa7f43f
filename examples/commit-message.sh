#!/bin/sh
# A commit message for what is staged.
#   examples/commit-message.sh
#   git commit -e -m "$(MODEL=openai/gpt-4o-mini examples/commit-message.sh)"
diff=$(git diff --cached)
if [ -z "$diff" ]; then
  echo "nothing is staged: git add something first" >&2
  exit 1
fi
printf '%s\n' "$diff" | medley ask -m "${MODEL:-demo/swift}" \
  "Write a commit message for this diff: one line of at most 70 characters, then why."
