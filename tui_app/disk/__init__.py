"""Files that hold what they should after a crash and with several writers."""
