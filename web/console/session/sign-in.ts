import { service } from '../service.ts'
import { heardSession, session, signedIn } from './session.ts'
import { type OtherSignIn, otherOf } from './sign-ins.ts'

/** Hears whose session this is. Rejects where it is nobody's, or is not told. */
export const readSession = async (signal?: AbortSignal): Promise<void> => {
  heardSession(await service().request('GET /v1/operator/sessions/current', { signal }))
}

/** Signs in. Wrong name, password and code are refused alike. */
export const signIn = async (name: string, password: string, code: string): Promise<void> => {
  heardSession(await service().request('POST /v1/operator/sessions', { body: { name, password, code } }))
}

/** When somebody came in last under this name, besides this time. */
export const readOtherSignIn = async (signal?: AbortSignal): Promise<OtherSignIn | undefined> =>
  otherOf((await service().request('GET /v1/operator/sign-ins', { signal })).signIns)

/** Ends the session here and in every tab. */
export const signOut = async (): Promise<void> => {
  await service().request('DELETE /v1/operator/sessions/current')
  signedIn.set(undefined)
  session.left()
}

/** Says once more who is here, by a code of the authenticator: deeds need one of the last minutes. */
export const stepUp = async (code: string): Promise<void> => {
  const { stepUpUntil } = await service().request('POST /v1/operator/sessions/current/step-up', { body: { code } })
  const now = signedIn.get()
  if (now) signedIn.set({ ...now, stepUpUntil })
}
