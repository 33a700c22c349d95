import type { Session } from '../../shared/state/session-of.ts'

/** What is used of the browser; a test hands in its own. */
export type Tab = {
  location: { pathname: string; search: string; replace(url: string): void; reload(): void }
  history: { replaceState(data: unknown, unused: string): void }
  addEventListener(type: 'pageshow', listener: (event: { persisted: boolean }) => void): void
}

const ENDED = { sessionEnded: true }

/** Whether this page was loaded anew because the session of before had ended. */
export const wasEnded = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'sessionEnded' in state

/**
 * Once whoever was at the console no longer is, by signing out here or in another tab, by the end of their session, or because somebody else
 * signed in, nothing that they saw or typed stays in the tab: what is shown is taken down (`takeDown`), and the document replaced by a new one, with
 * everything in its memory. A page that the browser kept for going back to begins anew as well.
 */
export const clearOnceOut = ({ state }: Pick<Session, 'state'>, tab: Tab, takeDown: () => void): void => {
  let before = state.get()
  let isCleared = false
  state.subscribe(() => {
    const now = state.get()
    const wasIn = before.is === 'in'
    const hasLeft = now.visitor !== before.visitor && now.is === 'out'
    const isOver = wasIn && (now.is === 'out' || now.visitor !== before.visitor)
    before = now
    if (!isOver || isCleared) return
    isCleared = true
    takeDown()
    if (hasLeft) return tab.location.replace('/console')
    tab.history.replaceState(ENDED, '')
    tab.location.reload()
  })
  tab.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) tab.location.reload()
  })
}
