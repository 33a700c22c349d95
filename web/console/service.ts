import { createShiming } from 'shiming-client'
import type { Millis } from '../../shared/kernel/time.ts'
import { preferences } from '../shared/preferences.ts'
import { serviceClock } from '../shared/shown/clock.ts'
import { type ResourceOptions, type Used, useResourceOf } from '../shared/state/use-resource-of.ts'
import { session } from './session/session.ts'

/** When the service answered last: by then the session goes on. By its clock; ms. */
export const lastCall: { at: Millis } = { at: 0 }

/** Only this code says that nobody is signed in: a wrong password or code is answered by the same status. */
const saysNobody = async (response: Response): Promise<boolean> => {
  if (response.status !== 401) return false
  const told = await response
    .clone()
    .json()
    .catch(() => ({}))
  return told.code === 'unauthenticated'
}

/** Every answer tells the service's time, and some that nobody is signed in (any more). */
const fetchAndHear = async (url: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(url, init)
  serviceClock.heard(response.headers.get('date'))
  lastCall.at = serviceClock.now()
  if (await saysNobody(response)) session.ended()
  return response
}

/**
 * The service as whoever is signed in: the cookie says who. It speaks the language of the console. `operator` has what operators may
 * do, `request` any route, typed by the description of the API.
 */
export const service = () =>
  createShiming({
    baseUrl: location.origin,
    web: true,
    language: preferences().get().language,
    fetch: fetchAndHear,
  })

/** Something the service keeps, for whoever is signed in to the console; see `useResourceOf`. */
export const useResource = <T>(
  name: string,
  fetch: (signal: AbortSignal) => Promise<T>,
  options?: ResourceOptions<T>,
): Used<T> => useResourceOf(session, name, fetch, options)
