#!/bin/sh
# Compare every agreement coefficient with independent implementations: an environment for each set of
# libraries in a temporary folder (2 GB), or in the folder named. 1 where something differs.
set -u
cd "$(dirname "$0")/../.." || exit 2
folder=${1:-$(mktemp -d)}
wrong=0
check() {
    [ -d "$folder/$1" ] || python3 -m venv "$folder/$1" || exit 2
    "$folder/$1/bin/pip" install --quiet orjson -r "tests/crosscheck/$1.txt" || exit 2
    environment=$1
    shift
    "$folder/$environment/bin/python" tests/crosscheck/agreement.py "$@" || wrong=1
}
check agreement krippendorff nltk sklearn statsmodels
check agreement-irrcac irrcac
check agreement-crowdkit crowdkit
exit $wrong
