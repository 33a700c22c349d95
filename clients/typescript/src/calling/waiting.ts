/** Waits so many ms; rejects with the reason of `signal` once that is aborted. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })

/** A length of time around `ms`, from half of it on, so that clients that failed together do not come back together. */
export const jittered = (ms: number): number => ms / 2 + (Math.random() * ms) / 2

/** Runs `work` under a signal that is aborted after `ms`, or with `outer`. `isOver` tells whether the time was up. */
export const withinTime = async <T>(
  ms: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ value: T } | { error: unknown; isOver: boolean }> => {
  const control = new AbortController()
  const stop = () => control.abort(outer?.reason)
  let isOver = false
  const timer = setTimeout(() => {
    isOver = true
    control.abort()
  }, ms)
  outer?.addEventListener('abort', stop, { once: true })
  try {
    return { value: await work(control.signal) }
  } catch (error) {
    return { error, isOver }
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', stop)
  }
}
