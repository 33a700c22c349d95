import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Binding } from '../../../shared/vault/sealing.ts'

/** Opens for this operator only. */
const bindingOf = (name: string): Binding => ({ dataSet: 'operator_totp', key: name, attribute: 'totp' })

/** The secret of an authenticator app as it is kept. */
export const totpSealed = (ring: KeyRing, name: string, secret: string): string => ring.seal(bindingOf(name), secret)

/** The secret again; throws `NotSealedHere`. */
export const totpOpened = (ring: KeyRing, name: string, sealed: string): string => ring.unseal(bindingOf(name), sealed)
