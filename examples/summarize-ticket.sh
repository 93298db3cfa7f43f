#!/bin/sh
# A support ticket in three bullet points, for a tool that reads standard input and output.
#   cat ticket.txt | examples/summarize-ticket.sh
#   MODEL=tokenbay/qwen-plus examples/summarize-ticket.sh < ticket.txt
exec medley ask -m "${MODEL:-demo/swift}" \
  -s "You summarize support tickets for engineers. Plain words, no greeting." \
  "Summarize the ticket above in three bullet points:"
