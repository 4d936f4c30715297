"""The written list of formats in which ``xuke check`` reports."""

from xuke.report.baseline import baseline_lines
from xuke.report.findings import Lines, json_report, table_lines
from xuke.report.github import github_lines
from xuke.report.gitlab import gitlab_lines
from xuke.report.junit import junit_lines
from xuke.report.markdown import markdown_lines
from xuke.report.sarif import sarif_lines

FORMATS: dict[str, Lines] = {
    "table": table_lines,
    "json": json_report,
    "sarif": sarif_lines,
    "junit": junit_lines,
    "github": github_lines,
    "gitlab": gitlab_lines,
    "markdown": markdown_lines,
    "baseline": baseline_lines,
}
