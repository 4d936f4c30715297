"""Filing tables: one declared layout for both directions, and the workbook that is filed."""
