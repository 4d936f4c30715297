"""All that the product says, in zh-CN and in en."""
