import type { Write } from '../../../shared/table/write.ts'
import { isOf, setting, unguarded, without } from '../world/mutant.ts'
import type { FaceMutant } from './face-run.ts'

const rewriting =
  (rewrite: (write: Write) => Write | undefined) =>
  (writes: readonly Write[]): readonly (readonly Write[])[] => [writes.flatMap((write) => rewrite(write) ?? [])]

/** These writes come in a commit of their own, after the others. */
const after =
  (isLater: (write: Write) => boolean) =>
  (writes: readonly Write[]): readonly (readonly Write[])[] => [
    writes.filter((write) => !isLater(write)),
    writes.filter(isLater),
  ]

const isCheck = (write: Write): boolean => isOf(write, 'FACECHECK')
const isEvidence = (write: Write): boolean => isOf(write, 'EVIDENCE')
const isRecord = (write: Write): boolean => isOf(write, 'DISCLOSURE') && write.kind === 'put'
const isConsent = (write: Write): boolean => isOf(write, 'CONSENT')
const isSpend = (write: Write): boolean => isOf(write, 'SPEND')
const isOfAudit = ({ key }: Write): boolean => /^(?:AUDIT|AUDITDAY|CHAIN)#/.test(key.pk)
const isBegun = (write: Write): boolean => isCheck(write) && setting(write, 'token') !== undefined

/** Wrong ways to confirm somebody by face. */
export const faceMutants: readonly FaceMutant[] = [
  { name: 'there is no sweep', neverSweeps: true },
  {
    name: 'a token owes no question',
    commits: rewriting((write) => {
      if (!isBegun(write) || write.kind !== 'update') return write
      const { changes } = write
      const { dueAt: _at, dueShard: _shard, ...set } = changes.set ?? {}
      return { ...write, changes: { ...changes, set, remove: [...(changes.remove ?? []), 'dueAt', 'dueShard'] } }
    }),
  },
  {
    name: 'whoever opens owes nothing until a vendor began',
    commits: rewriting((write) =>
      isCheck(write) && write.kind === 'put' ? without(write, 'dueAt', 'dueShard') : write,
    ),
  },
  {
    name: 'the first failure is the end',
    vendor: (inner) => ({
      ...inner,
      async look(token) {
        const look = await inner.look(token)
        return look.kind === 'failed' ? { ...look, final: true } : look
      },
    }),
  },
  {
    name: 'what is not finished has failed',
    vendor: (inner) => ({
      ...inner,
      async look(token) {
        const look = await inner.look(token)
        return look.kind === 'pending' ? { ...look, kind: 'failed', because: 'not_live', final: true } : look
      },
    }),
  },
  {
    name: 'a confirmation is believed whoever it is of',
    vendor: (inner) => ({
      ...inner,
      async look(token) {
        const look = await inner.look(token)
        if (look.kind !== 'confirmed') return look
        const { challenge: _challenge, idNumber: _idNumber, ...rest } = look
        return rest
      },
    }),
  },
  {
    name: 'an answer nobody knows is a confirmation',
    vendor: (inner) => ({
      ...inner,
      async look(token) {
        const look = await inner.look(token)
        return look.kind === 'unknown' ? { kind: 'confirmed', charged: 0, vendorCode: 'x' } : look
      },
    }),
  },
  {
    name: 'attempts are not counted',
    vendor: (inner) => ({
      ...inner,
      async look(token) {
        const look = await inner.look(token)
        return look.kind === 'unknown' ? look : { ...look, charged: Math.min(1, Number(look.charged)) }
      },
    }),
  },
  { name: 'a confirmation is no evidence', commits: rewriting((write) => (isEvidence(write) ? undefined : write)) },
  { name: 'evidence comes after the end', commits: after(isEvidence) },
  {
    name: 'evidence comes before the end',
    commits: (writes) => [writes.filter(isEvidence), writes.filter((write) => !isEvidence(write))],
  },
  { name: 'the gate hears of it later', commits: after((write) => isOf(write, 'IDENTITY') && write.kind === 'update') },
  { name: 'who gets what is not on record', commits: rewriting((write) => (isRecord(write) ? undefined : write)) },
  {
    name: 'the record names somebody else',
    commits: rewriting((write) =>
      isRecord(write) && write.kind === 'put' ? { ...write, item: { ...write.item, recipient: 'another' } } : write,
    ),
  },
  {
    name: 'somebody is opened for a vendor, and no record says so',
    commits: rewriting((write) => (isOfAudit(write) ? undefined : write)),
  },
  { name: 'that somebody was opened is recorded after the claim', commits: after(isOfAudit) },
  {
    name: 'that somebody was opened is recorded, also where no vendor is told',
    commits: (writes) => [writes.filter(isOfAudit), writes.filter((write) => !isOfAudit(write))],
  },
  { name: 'there is no consent', commits: rewriting((write) => (isConsent(write) ? undefined : write)) },
  { name: 'costs are booked after the claim', commits: after(isSpend) },
  {
    name: 'what was booked stays booked',
    commits: rewriting((write) =>
      isSpend(write) && write.kind === 'update' && Number(write.changes.add?.spent) < 0 ? undefined : write,
    ),
  },
  {
    name: 'further attempts cost nothing',
    commits: rewriting((write) => (isOf(write, 'FACECHARGE') && write.key.sk.endsWith('#2') ? undefined : write)),
  },
  { name: 'charges are booked after the rest', commits: after((write) => isOf(write, 'FACECHARGE')) },
  {
    name: 'nobody looks whether another is open',
    commits: rewriting((write) => (isOf(write, 'FACEOPEN') && write.kind === 'put' ? unguarded(write) : write)),
  },
  {
    name: 'the account is never free again',
    commits: rewriting((write) => (isOf(write, 'FACEOPEN') && write.kind === 'delete' ? undefined : write)),
  },
  { name: 'the account is free later', commits: after((write) => isOf(write, 'FACEOPEN') && write.kind === 'delete') },
  {
    name: 'what did not come about counts all the same',
    commits: rewriting((write) =>
      isOf(write, 'LIMIT') && write.kind === 'update' && write.changes.add?.count === -1 ? undefined : write,
    ),
  },
  {
    name: 'two who ask at once both write',
    commits: rewriting((write) =>
      isCheck(write) || isOf(write, 'FACECHARGE') || isOf(write, 'FACEOPEN') ? unguarded(write) : write,
    ),
  },
  {
    name: 'the vendor gets another challenge',
    vendor: (inner) => ({
      ...inner,
      begin: (of, permit) => inner.begin({ ...of, challenge: 'another' }, permit),
    }),
  },
]
