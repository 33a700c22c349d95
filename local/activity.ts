/**
 * Counts what is under way: HTTP requests, invocations, messages in the hands of a poller, calls to an emulator. Whoever
 * starts something calls `begin` and, exactly once, the function it answers.
 */
export type Activity = {
  begin(): () => void
  /** How many are under way. */
  active(): number
  /** Grows with every begin and end, so that two equal readings mean that nothing happened in between. */
  changes(): number
  /** Resolves as soon as nothing is under way. */
  idle(): Promise<void>
}

export const activityCounter = (): Activity => {
  let active = 0
  let changes = 0
  const waiting: (() => void)[] = []
  return {
    begin: () => {
      active += 1
      changes += 1
      let ended = false
      return () => {
        if (ended) return
        ended = true
        active -= 1
        changes += 1
        if (active > 0) return
        for (const wake of waiting.splice(0)) wake()
      }
    },
    active: () => active,
    changes: () => changes,
    idle: () =>
      new Promise((resolve) => {
        if (active === 0) resolve()
        else waiting.push(resolve)
      }),
  }
}
