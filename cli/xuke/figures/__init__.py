"""Every number of the reform, computed once for rules, tables and statistics."""
