/** Does everything, one after the other, also what stands behind something that failed; then throws the first failure. */
export const eachOf = async <T>(all: Iterable<T>, run: (one: T) => Promise<void>): Promise<void> => {
  const failures: unknown[] = []
  for (const one of all) {
    await run(one).catch((error: unknown) => {
      failures.push(error)
    })
  }
  if (failures.length > 0) throw failures[0]
}
