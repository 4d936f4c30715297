"""What is said of merges and conflicts."""

WORDS = {
    "merging.size": "length of conflict markers",
    "merging.ours": "take our value",
    "merging.theirs": "take their value",
    "merging.base": "take the value of the common version",
    "merging.value": "take this value",
    "merging.force": "merge anew from the versions in the index even if the file was changed by hand",
    "merging.by_lines": "a version of {path} cannot be merged by field and was merged by lines; see with xuke check which place cannot be read",
    "merging.conflict": "both sides changed {name}; see xuke conflicts, decide with xuke resolve",
    "merging.one_side": "give one of --ours, --theirs, --base and --value",
    "merging.unknown": "there is no conflict named {name}, or more than one; left to decide: {known}",
    "merging.left": "{path} is written, {count} left to decide",
    "merging.decided": "{path} is decided; look at it and mark it with git add",
    "merging.by_hand": "{path} was changed by hand after the merge; nothing was written. Finish by hand, or merge anew from the index with --force",
    "merging.side_base": "common:",
    "merging.side_ours": "ours:  ",
    "merging.side_theirs": "theirs:",
    "merging.gone": "(nothing)",
    "merging.whole": "{path}: one side removed the file, or a version cannot be read; decide it as a whole (git add or git rm)",
    "merging.count": "left to decide: {count}",
}
