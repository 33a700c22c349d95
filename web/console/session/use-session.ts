import { useSyncExternalStore } from 'react'
import type { Right } from '../../../functions/operators/rights.ts'
import { type OperatorSession, signedIn } from './session.ts'

/** The session as the service last told it. */
export const useSession = (): OperatorSession | undefined => useSyncExternalStore(signedIn.subscribe, signedIn.get)

/** Whether whoever is signed in may do that. What the service allows is decided there; this is for what to show. */
export const useMay = (): ((right: Right) => boolean) => {
  const rights = useSession()?.operator.rights ?? []
  return (right) => rights.includes(right)
}
