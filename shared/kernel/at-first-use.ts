/**
 * What is opened by whoever first uses it, and once: large texts, models and vendors are no part of a cold start. Whoever comes after one that
 * failed to open tries again.
 */
export const atFirstUse = <T>(open: () => Promise<T>): (() => Promise<T>) => {
  let opened: Promise<T> | undefined
  return async () => {
    opened ??= open()
    const opening = opened
    try {
      return await opening
    } catch (error) {
      if (opened === opening) opened = undefined
      throw error
    }
  }
}
