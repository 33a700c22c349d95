import { service } from '../service.ts'
import { heardSession, session, signedIn, type ToldSession } from './session.ts'

/** The routes of sessions, which the description of the API does not have yet. */
const call = (route: string, input?: object): Promise<unknown> => service().request(route as never, input as never)

/** Hears whose session this is. Rejects where it is nobody's, or is not told. */
export const readSession = async (signal?: AbortSignal): Promise<void> => {
  heardSession((await call('GET /v1/operator/sessions/current', { signal })) as ToldSession)
}

/** Signs in. Wrong name, password and code are refused alike. */
export const signIn = async (name: string, password: string, code: string): Promise<void> => {
  const body = { name, password, code }
  heardSession((await call('POST /v1/operator/sessions', { body })) as ToldSession)
}

/** Ends the session here and in every tab. */
export const signOut = async (): Promise<void> => {
  await call('DELETE /v1/operator/sessions/current')
  signedIn.set(undefined)
  session.left()
}

/** Says once more who is here, by a code of the authenticator: deeds need one of the last minutes. */
export const stepUp = async (code: string): Promise<void> => {
  const { stepUpUntil } = (await call('POST /v1/operator/sessions/current/step-up', { body: { code } })) as {
    stepUpUntil: string
  }
  const now = signedIn.get()
  if (now) signedIn.set({ ...now, stepUpUntil })
}
