"""The workbook that a SEND manager opens: goldenthread.xlsx."""
