"""Files that hold after a crash: durable writing, locks, places, reasons of failure."""
