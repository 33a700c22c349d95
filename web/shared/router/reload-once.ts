import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'

const NAME = 'shiming-reloaded'

/** Reloads the page, but not twice within a minute: what is still missing then is missing for good. Says whether it does. */
export const reloadOnce = (kept: Pick<Storage, 'getItem' | 'setItem'>, reload: () => void, now: Millis): boolean => {
  try {
    if (now - Number(kept.getItem(NAME) ?? 0) < MINUTE) return false
    kept.setItem(NAME, String(now))
  } catch {
    // Without a memory of the last time it could go on forever.
    return false
  }
  reload()
  return true
}
