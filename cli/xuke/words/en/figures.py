"""Findings about stated figures (Q)."""

WORDS = {
    "Q001.title": "A stated total equals its parts and the records that it counts",
    "Q001.why": "A published total has to bear recounting: its parts add up to it, and so do the records where the register is complete. A filing authority cannot rely on figures that do not.",
    "Q001.basis": "Regulations on official documents of Party and government organs, article 20: figures are checked for accuracy",
    "Q001.parts": '"{subject}" is stated as {count}, but its parts add up to {parts}; check the total and its parts',
    "Q001.rows": '"{subject}" is stated as {count}, but the register holds {rows} such records; check the figure, or complete the records',
    "Q001.parts_rows": '"{subject}" is stated as {count}, but its parts add up to {parts} and the register holds {rows} such records; check the total, or complete parts and records',
    "Q002.title": "A stated share can be computed",
    "Q002.why": "Items are counted in whole numbers, so a share can take certain values only: where no whole denominator gives the percentage, one of the figures is wrong; where the denominator is stated, the percentage is the quotient.",
    "Q002.basis": "Regulations on official documents of Party and government organs, article 20: figures are checked for accuracy",
    "Q002.none": "{count} as {percent}%: no whole denominator gives this share; check both figures, and state the denominator as whole where it is known",
    "Q002.whole": "{count} of {whole} is {right}%, not {percent}% as stated; check the three figures",
    "Q002.nothing": "the denominator is 0 and cannot give {percent}% as stated; correct whole",
    "Q003.title": "A stated reduction can be computed",
    "Q003.why": "A reduction is the former number less the present one, divided by the former; one that does not follow from them makes the reform look better or worse than it is.",
    "Q003.basis": "Regulations on official documents of Party and government organs, article 20: figures are checked for accuracy; computed as Chuxiong prefecture does: 185 working days cut to 60 are 67.6% less",
    "Q003.wrong": "from {before} to {after} is a reduction of {right}%, not {percent}% as stated; check the three figures",
    "Q003.nothing": "the former number is 0 and cannot give {percent}% as stated; correct before",
}
