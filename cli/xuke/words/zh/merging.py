"""What is said of merges and conflicts."""

WORDS = {
    "merging.size": "冲突标记的长度",
    "merging.ours": "取我方的值",
    "merging.theirs": "取对方的值",
    "merging.base": "取共同版本的值",
    "merging.value": "取这个值",
    "merging.force": "文件已被手工改动，也从索引中的版本重新合并",
    "merging.by_lines": "{path} 的某一版无法按字段合并，已按行合并；请用 xuke check 查看是哪一处读不懂",
    "merging.conflict": "双方都改了 {name}；用 xuke conflicts 查看，用 xuke resolve 决定",
    "merging.one_side": "请在 --ours、--theirs、--base、--value 中给出一个",
    "merging.unknown": "没有名为 {name} 的冲突，或者不止一个；待决定的有：{known}",
    "merging.left": "{path} 已写入，还有 {count} 处待决定",
    "merging.decided": "{path} 已全部决定；请检查后用 git add 标记为已解决",
    "merging.by_hand": "{path} 在合并之后被手工改动过，没有写入；请手工改完，或用 --force 从索引中的版本重新合并",
    "merging.side_base": "共同：",
    "merging.side_ours": "我方：",
    "merging.side_theirs": "对方：",
    "merging.gone": "（没有）",
    "merging.whole": "{path}：一方删去了这个文件，或者某一版读不懂，请整个决定（git add 或 git rm）",
    "merging.count": "待决定：{count} 处",
}
