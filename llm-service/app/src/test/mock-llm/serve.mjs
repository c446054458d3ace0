// Serves mock-llm on HOST and PORT, until the process that started it is gone: its standard input ends then.
process.stdin.resume().on("end", () => process.exit())
await import("@dwmkerr/mock-llm")
