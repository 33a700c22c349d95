import type { Answer } from 'shiming-client'
import type { Millis } from '../../../shared/kernel/time.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { sessionIn } from '../../shared/state/session-of.ts'
import { type Store, store } from '../../shared/store.ts'

/** Who is at the console, what they may do, and until when; times as the service says them. */
type ToldSession = Answer<'GET /v1/operator/sessions/current'>

/** The same, and when it was told. By the clock of the service; ms. */
export type OperatorSession = ToldSession & { toldAt: Millis }

/** Whoever is at this page of the console. Users' pages in the same browser are told nothing of it. */
export const session = sessionIn('shiming-console')

/** The session as the service last told it; kept after it has ended, for whoever signs in again. */
export const signedIn: Store<OperatorSession | undefined> = store<OperatorSession | undefined>(undefined)

/** The service said whose session this is. */
export const heardSession = (told: ToldSession): void => {
  signedIn.set({ ...told, toldAt: serviceClock.now() })
  session.began(told.operator.name)
}
