import { generateKeyPairSync, sign } from 'node:crypto'
import type { AuditRecord } from '../../../functions/audit/chain.ts'
import { commitDeed } from '../../../functions/audit/commit-deed.ts'
import { signRoots } from '../../../functions/audit/roots/sign-roots.ts'
import type { Snapshot } from '../../../infra/audit/snapshot.ts'
import { DAY, HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { memoryObjects } from '../../../shared/objects/memory.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import type { Signer } from '../../../shared/vault/signer.ts'
import { countingIds, NOON } from '../../kit.ts'

/** A key as KMS has it, and its public half. */
export const signingKey = (): { signer: Signer; publicKey: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    signer: {
      sign: async (text) => ({
        signature: sign('sha256', Buffer.from(text), privateKey).toString('base64'),
        key: 'arn:key',
      }),
    },
    publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  }
}

/** An audit in memory, with a clock of its own that begins at `from`. */
export const auditWorld = (from: Millis = NOON) => {
  const { signer, publicKey } = signingKey()
  const time = { now: from }
  const [table, objects, ids] = [memoryTable(), memoryObjects(), countingIds()]
  const alarms: { event: string; fields: object }[] = []
  const deps = {
    ...{ table, objects, signer, clock: { now: () => time.now } },
    alarm: (event: string, fields: object) => void alarms.push({ event, fields }),
    remainingMs: () => HOUR,
  }
  const deed = async (subject: string, reason: string): Promise<AuditRecord> => {
    time.now += MINUTE
    const by = { kind: 'operator', id: 'ling' } as const
    const record = { id: ids.id(), subject, at: time.now, by, action: 'refund_recheck', reason } as const
    await commitDeed({ table }, record, [])
    return record
  }
  return {
    ...deps,
    time,
    alarms,
    publicKey,
    deed,
    sign: () => signRoots(deps),
    passes: (by: Millis) => {
      time.now += by
    },
    snapshot: (): Snapshot => {
      const items = table.items()
      return {
        audit: items.filter(({ pk }) => pk.startsWith('AUDIT')),
        heads: items.filter(({ pk }) => pk.startsWith('CHAIN#')),
        files: [...objects.files].map(([name, text]) => ({ name, text })),
        publicKey,
        now: time.now,
      }
    },
  }
}

/** Two days with records and their roots, one without, and a day that has none yet: three days and not much more than an hour. */
export const lived = async (from?: Millis) => {
  const at = auditWorld(from)
  for (const [subject, reason] of [
    ['order:a', '1'],
    ['order:a', '2'],
    ['order:b', '1'],
    ['order:a', '3'],
  ] as const)
    await at.deed(subject, reason)
  at.passes(DAY)
  await at.sign()
  await at.deed('order:a', '4')
  await at.deed('order:c', '1')
  at.passes(2 * DAY)
  await at.sign()
  for (const reason of ['5', '6']) await at.deed('order:a', reason)
  await at.deed('order:d', '1')
  at.passes(HOUR)
  return at
}
