#!/usr/bin/env bash
# Makes docs/history.md: nine talks of one learner over three weeks, played for real, and what `history`
# shows of them.
#
#   cargo build --release && bash docs/history.sh > docs/history.md
set -euo pipefail
cd "$(dirname "$0")/.."
bin=target/release/coffeechat
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export COFFEECHAT_HOME=$home NO_COLOR=1

# talk DAY PERSON HELP BEFORE AFTER LINE…
talk() {
  local day=$1 person=$2 help=$3 before=$4 after=$5
  shift 5
  printf '%s\n' "$before" "$@" "$after" |
    COFFEECHAT_NOW="$day 18:00:00" "$bin" practice "$person" --seed 7 --help-level "$help" --comfort > /dev/null
}

talk 2026-11-02 ines-baptista full 20 30 \
  'Hi.' 'Do you like your job?' 'Is it stressful?' 'How long have you been here?' 'Do you work nights?' \
  'Is the pay good?' 'Okay, bye.'
talk 2026-11-04 ines-baptista full 25 40 \
  'Hello Ines, thank you for your time.' 'How did you get into this work?' 'Do you like it?' \
  'What does a typical day look like?' 'Is it stressful?' 'Thank you, goodbye.'
talk 2026-11-06 rosa-delgado full 25 35 \
  'Hello Rosa, thank you for your time.' 'How did you get into this work?' 'Do you need maths for it?' \
  'What do you enjoy about it?' 'Is it stressful?' 'Do you work on weekends?' 'Thank you, goodbye.'
talk 2026-11-09 rosa-delgado hints 35 50 \
  "Hello Rosa, thank you for your time. I'd like to understand what planning water is like." \
  'How did you get into this work?' 'Tell me about the six weeks.' 'Do you like it?' \
  'What is the hardest part of your work?' 'Who else should I talk to?' 'Thank you, goodbye.'
talk 2026-11-11 ines-baptista silent 30 40 \
  'Hello Ines, thank you for your time.' 'How did you get into this work?' 'What was the linen room like?' \
  'Is it hard?' 'Do you have time for a family?' 'Who else should I talk to?' 'Thank you, goodbye.'
talk 2026-11-13 ines-baptista hints 40 60 \
  "Hello Ines, thank you for your time. I'd like to understand what nursing is really like." \
  'How did you get into this work?' 'What was the linen room like?' 'What happened with the sleeve?' \
  'What was that like?' 'Do you still have a few minutes?' 'What should I have asked you?' \
  'Who else should I talk to?' 'May I mention your name?' 'Thank you, the sleeve will stay with me. Goodbye.'
talk 2026-11-16 rosa-delgado nudges 45 55 \
  "Hello Rosa, thank you for your time. I'd like to understand what planning water is like." \
  'How did you get from car parks to reservoirs?' 'Tell me about the six weeks.' \
  'What was wrong with the gauge board?' 'How did that feel?' 'Do you still have a few minutes?' \
  'Who else should I talk to?' 'May I mention your name?' 'Thank you, goodbye.'
talk 2026-11-18 rosa-delgado silent 45 60 \
  "Hello Rosa, thank you for your time. I'd like to understand what planning water is like." \
  'How did you get from car parks to reservoirs?' 'Tell me about the six weeks.' 'Do you like Fridays?' \
  'What is the hardest part of your work?' 'Who else should I talk to?' 'Thank you, goodbye.'
talk 2026-11-20 ines-baptista silent 60 75 \
  "Hello Ines, thank you for your time. I'd like to understand what nursing is really like." \
  'How did you get into this work?' 'What was the linen room like?' 'What happened with the sleeve?' \
  'What was that like?' 'Do you still have a few minutes?' 'What should I have asked you?' \
  'Who else should I talk to?' 'May I mention your name?' 'Thank you, the sleeve will stay with me. Goodbye.'

cat <<'HEAD'
# What `history` shows

Nine talks of one learner over three weeks, played through a pipe, and the same history at 60 and at 120
columns. Made by `cargo build --release && bash docs/history.sh > docs/history.md`; what was typed is in that
script.
HEAD
for columns in 60 120; do
  printf '\n## At %s columns\n\n```text\n' "$columns"
  COLUMNS=$columns "$bin" history
  printf '```\n'
done
printf '\n## Read aloud (`--plain`)\n\n```text\n'
COLUMNS=80 "$bin" history --plain
printf '```\n'
