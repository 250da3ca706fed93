#!/bin/sh
# Export with the program in this environment, read what it wrote with the programs of others, take back what these
# export, and write docs/consumers.md: an environment for each set of them in a temporary folder (8 GB), or in the
# folder named, where a second run finds them. LibreOffice (soffice) must be there. Names behind the folder run these
# alone and leave the page as it is. 1 where a check fails.
set -u
cd "$(dirname "$0")/../.." || exit 2
folder=${1:-$(mktemp -d)}
[ $# -gt 0 ] && shift
wrong=0
python=${PYTHON:-python3}
CONSUMERS_RELEASES=$folder/releases
CONSUMERS_RETURNED=$folder/returned
CONSUMERS_TOLD=$folder/told
export CONSUMERS_RELEASES CONSUMERS_RETURNED CONSUMERS_TOLD
rm -rf "$CONSUMERS_TOLD" "$CONSUMERS_RETURNED"
mkdir -p "$CONSUMERS_RETURNED" || exit 2
for making in releasing exchanging; do # what others read as it is; what goes to other tools and comes back
    [ ! -f tests/consumers/$making.py ] || "$python" -m tests.consumers.$making "$CONSUMERS_RELEASES" || exit 2
done
check() {
    "$1" -m pytest -c /dev/null --rootdir . --confcutdir tests/consumers -p no:cacheprovider \
        -q "tests/consumers/$2" || wrong=1
}
for name in ${*:-data tuning doccano label_studio spacy fasttext llamafactory}; do
    environment=$folder/$name
    if [ ! -d "$environment" ]; then
        python3 -m venv "$environment" || exit 2
        case $name in
        tuning | llamafactory) # torch for processors alone: the usual one brings 3 GB for graphics cards
            [ $name = tuning ] && sound= || sound=torchaudio
            "$environment/bin/pip" install --quiet torch $sound \
                --index-url https://download.pytorch.org/whl/cpu || exit 2
            ;;
        esac
        "$environment/bin/pip" install --quiet -r "tests/consumers/$name.txt" || exit 2
    fi
    check "$environment/bin/python" "$name"
done
check "$python" returned
[ $# -eq 0 ] && [ $wrong -eq 0 ] && { "$python" -m tests.consumers.table "$CONSUMERS_TOLD" || exit 2; }
exit $wrong
