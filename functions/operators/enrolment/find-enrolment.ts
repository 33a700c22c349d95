import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import { isSameText } from '../../account/api-keys/same-text.ts'
import { hashOf } from '../../account/sessions/session-store.ts'
import { nameInToken } from '../access/session-store.ts'
import { base32, TOTP_SECRET_BYTES } from '../access/totp.ts'
import { operatorKeys } from '../keys.ts'
import { type KeptPerson, keptPersonOf } from '../operator-store.ts'

export type EnrolmentDeps = { table: Table; clock: Clock; keyRing: () => Promise<KeyRing> }

/**
 * Made of the token, so that looking writes nothing and every look shows the same; nobody makes it without the key ring. Under each
 * version of the ring, the present one first.
 */
const secretsOf = (ring: KeyRing, token: string): string[] =>
  ring.macs('operator_enrolment', token).map((mac) => {
    const bytes = Buffer.from(mac.slice(mac.indexOf('.') + 1), 'base64url')
    return base32(bytes.subarray(0, TOTP_SECRET_BYTES))
  })

/** Whom a link is for that is good now, and the secrets it may have shown; undefined for any other. One read. */
export const findEnrolment = async (
  deps: EnrolmentDeps,
  token: string,
): Promise<{ kept: KeptPerson & { linkUntil: number }; secrets: readonly [string, ...string[]] } | undefined> => {
  const name = nameInToken(token)
  const kept = name === undefined ? undefined : keptPersonOf(await deps.table.get(operatorKeys.person(name)))
  const { linkHash, linkUntil } = kept ?? {}
  if (!kept || linkHash === undefined || linkUntil === undefined || kept.status !== 'invited') return undefined
  if (!isSameText(linkHash, hashOf(token)) || linkUntil <= deps.clock.now()) return undefined
  const [first = '', ...older] = secretsOf(await deps.keyRing(), token)
  return { kept: { ...kept, linkUntil }, secrets: [first, ...older] }
}
