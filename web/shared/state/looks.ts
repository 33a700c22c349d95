import { type Millis, SECOND } from '../../../shared/kernel/time.ts'

/** Told when the visitor looks at the page (again) or the network is back; `looking` is false while nobody can see it. */
export type Looks = { looking(): boolean; listen(changed: () => void): () => void }

/** What is used of the browser. */
type Window = {
  document: {
    visibilityState: string
    addEventListener(type: string, listener: () => void): void
    removeEventListener(type: string, listener: () => void): void
  }
  addEventListener(type: string, listener: (event: { persisted?: boolean }) => void): void
  removeEventListener(type: string, listener: (event: { persisted?: boolean }) => void): void
}

/**
 * Looks of a window. WeChat and Safari show an earlier page again without running its scripts anew: then `pageshow` comes with
 * `persisted`, and nothing else does.
 */
export const looksOf = (browser: Window): Looks => ({
  looking: () => browser.document.visibilityState !== 'hidden',
  listen(changed) {
    const shown = ({ persisted }: { persisted?: boolean }): void => {
      if (persisted) changed()
    }
    browser.document.addEventListener('visibilitychange', changed)
    browser.addEventListener('pageshow', shown)
    browser.addEventListener('online', changed)
    return () => {
      browser.document.removeEventListener('visibilitychange', changed)
      browser.removeEventListener('pageshow', shown)
      browser.removeEventListener('online', changed)
    }
  },
})

const LONGEST: Millis = 10 * SECOND

/** How long to wait before the next look at the service: a second more each time, up to ten. `asked`: looks so far. */
export const pauseAfter = (asked: number): Millis => Math.min(Math.max(1, asked) * SECOND, LONGEST)
