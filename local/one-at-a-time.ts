/** Runs one task after the other. */
export type Exclusively = <T>(task: () => Promise<T>) => Promise<T>

export const oneAtATime = (): Exclusively => {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const run = last.then(task, task)
    last = run.catch(() => undefined)
    return run
  }
}
