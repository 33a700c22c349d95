import { type Answer, createShiming } from 'shiming-client'
import { preferences } from './preferences.ts'
import { serviceClock } from './shown/clock.ts'
import { session } from './state/session.ts'
import type { SessionState } from './state/session-of.ts'
import { wasIn } from './state/was-in.ts'

/** What the service answers about the account. */
export type Account = Answer<'GET /v1/account'>

/** Tells who is signed in. */
const WHO = '/v1/account'

/** Every answer tells the service's time, and one of 401 that nobody is signed in (any more). */
const fetchAndHear = async (url: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(url, init)
  serviceClock.heard(response.headers.get('date'))
  if (response.status === 401) session.ended()
  return response
}

/** An answer that was asked for before somebody signed in or out says nothing of now. */
const isOfNow = (before: SessionState): boolean => {
  const { is, visitor } = session.state.get()
  return visitor === before.visitor && (is === before.is || (is === 'in' && before.is === 'unknown'))
}

/** Questions under way whose answer says who is signed in. */
let asking = 0

/** Questions so far whose answer says whether somebody is. */
let asked = 0

/**
 * Answers to whoever is signed in. As whom, is asked for where it was done in another tab, so that this page need not be signed in to
 * again.
 */
const fetchAndHearWho = async (url: string, init: RequestInit): Promise<Response> => {
  const before = session.state.get()
  const isWho = init.method === 'GET' && new URL(url).pathname === WHO
  asked += 1
  if (isWho) asking += 1
  try {
    const response = await fetchAndHear(url, init)
    // Who is not signed in is told nothing else than that: what is theirs, that it is not there, or what is in its way, somebody was let in for.
    const isForSomebody = response.ok || response.status === 404 || response.status === 409
    if (!isForSomebody || !isOfNow(before)) return response
    const { id } = response.ok && isWho ? ((await response.clone().json()) as Account) : { id: null }
    session.heard(id ?? undefined)
    if (id === null && asking === 0 && session.isUnsure()) void askWho()
    return response
  } finally {
    if (isWho) asking -= 1
  }
}

const speaking = (heard: typeof fetchAndHear) =>
  createShiming({ baseUrl: location.origin, web: true, language: preferences().get().language, fetch: heard })

/** The service, speaking the language of the pages. */
export const service = () => speaking(fetchAndHear)

/** The same past what the browser keeps, for what is to be told as it is at this moment. */
export const serviceNow = () => speaking((url, init) => fetchAndHear(url, { ...init, cache: 'no-store' }))

/** The service as whoever is signed in: the cookie says who. */
export const mine = () => speaking(fetchAndHearWho).withSession()

/** What it answers is heard on the way. Where it fails the next answer asks again. */
const askWho = (): Promise<unknown> =>
  mine()
    .account.get()
    .catch(() => undefined)

/** Asks who is signed in, where nothing has said it and nothing that was asked for will. */
export const findOutWho = (): void => {
  if (session.state.get().is === 'unknown' && asked === 0 && !wasIn()) void askWho()
}
