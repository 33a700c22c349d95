import { createSandbox, type TestPerson } from 'shiming-client/sandbox'
import type { Language } from '../../shared/kernel/language.ts'
import { serviceClock } from '../shared/shown/clock.ts'
import { readKept } from './kept.ts'

/** Somebody of the catalogue. */
export type Person = TestPerson

const fetchAndHear = async (url: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(url, init)
  serviceClock.heard(response.headers.get('date'))
  return response
}

/** The sandbox that serves this page, as a tester. */
export const sandboxIn = (language: Language) =>
  createSandbox({ baseUrl: location.origin, language, testerKey: readKept().testerKey, fetch: fetchAndHear })

/** Whether the clock can be moved: of a service on this machine, and of no other. */
export const hasMovableClock = (): boolean => /^(127\.0\.0\.1|localhost|\[::1\])$/.test(location.hostname)
