import { type Store, store } from '../store.ts'

/**
 * Who is at this page, as far as it has heard: `unknown` before anything was asked, and whether somebody is signed in. `account` is
 * null where that is not said. `visitor` counts persons: what one of them typed is not for the next.
 */
export type SessionState = { is: 'unknown' | 'in' | 'out'; account?: string | null; visitor: number }

export type Session = {
  state: Store<SessionState>
  /**
   * An answer was for somebody who is signed in; as which account, where it says so: found out, or done in another tab. It ends no
   * sign-in that was asked for.
   */
  heard(account?: string): void
  /** Whether an answer that was for somebody means that somebody signed in elsewhere, in another tab. */
  isUnsure(): boolean
  /** An answer said that nobody is signed in. What is typed stays for whoever signs in again. */
  ended(): void
  /** Somebody is signed in as that account. */
  began(account: string): void
  /** The visitor signed out: nothing of them stays. */
  left(): void
  /** They did in another tab of this browser: here nothing of them stays either. */
  leftElsewhere(): void
  /** The visitor wants to sign in again before the session is over. */
  renew(): void
}

/** What tabs tell one another: somebody signed in, or the visitor signed out. Never who. */
type News = 'began' | 'left'

/** Follows who is signed in. `tell` lets other tabs know. */
export const sessionOf = (tell: (news: News) => void = () => {}): Session => {
  const state = store<SessionState>({ is: 'unknown', visitor: 0 })
  /** The session of before goes on meanwhile, and its answers say nothing new. */
  let isRenewing = false
  const ended = (): void => {
    const now = state.get()
    if (now.is !== 'out') state.set({ ...now, is: 'out' })
  }
  const began = (account: string): void => {
    const now = state.get()
    isRenewing = false
    if (now.is === 'in' && now.account === account) return
    // Until somebody signs in, the one who is in is the one we hear of.
    const isNamed = now.is === 'in' && now.account === null
    const isOther = !isNamed && now.account !== undefined && now.account !== account
    state.set({ is: 'in', account, visitor: now.visitor + (isOther ? 1 : 0) })
    if (now.is === 'out') tell('began')
  }
  const leftElsewhere = (): void => {
    isRenewing = false
    state.set({ is: 'out', visitor: state.get().visitor + 1 })
  }
  return {
    state,
    heard(account) {
      const now = state.get()
      if (account !== undefined && !isRenewing) began(account)
      else if (now.is === 'unknown') state.set({ ...now, is: 'in', account: null })
    },
    isUnsure: () => !isRenewing && state.get().is === 'out',
    ended,
    began,
    renew() {
      isRenewing = true
      ended()
    },
    left() {
      leftElsewhere()
      tell('left')
    },
    leftElsewhere,
  }
}

/** The session of this page, which is told of by other tabs. */
export type SharedSession = Session & {
  /** Told when somebody signed in or out in another tab. Answers what ends it. */
  heardFromTabs(changed: () => void): () => void
}

/**
 * Whoever is at this page, and what is heard of them from other tabs of this browser: those that talk over the same channel. Where it
 * does not let tabs talk they hear of it when they are looked at.
 */
export const sessionIn = (channel: string): SharedSession => {
  const tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel(channel) : undefined
  const session = sessionOf((news) => tabs?.postMessage(news))
  tabs?.addEventListener('message', ({ data }) => {
    if (data === ('left' satisfies News)) session.leftElsewhere()
  })
  return {
    ...session,
    heardFromTabs(changed) {
      tabs?.addEventListener('message', changed)
      return () => tabs?.removeEventListener('message', changed)
    },
  }
}
