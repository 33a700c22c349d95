import { type Answer, createShiming } from 'shiming-client'
import { preferences } from './preferences.ts'
import { serviceClock } from './shown/clock.ts'
import { session } from './state/session.ts'

/** What the service answers about the account. */
export type Account = Answer<'GET /v1/account'>

/** Every answer tells the service's time, and one of 401 that nobody is signed in (any more). */
const fetchAndHear = async (url: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(url, init)
  serviceClock.heard(response.headers.get('date'))
  if (response.status === 401) session.ended()
  return response
}

/** Who is not signed in is told nothing else than that: what is theirs, or that it is not there, somebody was let in for. */
const fetchMine = async (url: string, init: RequestInit): Promise<Response> => {
  const response = await fetchAndHear(url, init)
  if (response.ok || response.status === 404) session.heard()
  return response
}

const speaking = (fetch: typeof fetchAndHear) =>
  createShiming({ baseUrl: location.origin, web: true, language: preferences().get().language, fetch })

/** The service, speaking the language of the pages. */
export const service = () => speaking(fetchAndHear)

/** The service as whoever is signed in: the cookie says who. */
export const mine = () => speaking(fetchMine).withSession()
