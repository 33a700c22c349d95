import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountKeys, accountLists } from '../functions/account/keys.ts'
import { auditKeys } from '../functions/audit/keys.ts'
import { bookkeepingKeys, bookkeepingLists } from '../functions/bookkeeping/keys.ts'
import { complaintKeys } from '../functions/complaints/keys.ts'
import { gateKeys } from '../functions/gate/keys.ts'
import { pointerTo, works } from '../functions/keys.ts'
import { membershipKeys } from '../functions/membership/keys.ts'
import { messageWork, messagingKeys, messagingLists } from '../functions/messaging/keys.ts'
import { orderWork, paymentKeys, paymentLists, refundWork } from '../functions/payment/keys.ts'
import { queues } from '../functions/queues.ts'
import { checkWork, verificationKeys, verificationLists } from '../functions/verification/keys.ts'
import { walletKeys } from '../functions/wallet/keys.ts'
import { type Key, nameOf } from '../shared/table/write.ts'

const id = fc.stringMatching(/^[0-9a-f]{32}$/)
const number = fc.stringMatching(/^[0-9a-f]{32}(p[2-9])?[vdc]$/)

describe('pointers', () => {
  it('lead back to the very item they were made for', () => {
    const owing = fc.oneof(
      id.map((one) => ({ kind: 'order', key: paymentKeys.order(one) })),
      fc.tuple(id, id).map((of) => ({ kind: 'check', key: verificationKeys.check(...of) })),
      fc.tuple(id, number).map((of) => ({ kind: 'refund', key: paymentKeys.refund(...of) })),
      fc.tuple(id, id).map((of) => ({ kind: 'message', key: messagingKeys.message(...of) })),
    )
    fc.assert(
      fc.property(owing, ({ kind, key }) => {
        const pointer = pointerTo(key)
        expect(pointer?.kind).toBe(kind)
        expect(pointer && works.find((work) => work.kind === kind)?.keyOf(pointer.id)).toEqual(key)
      }),
    )
  })
  it('are made for nothing that never owes work', () => {
    const idle = [
      accountKeys.profile('a'),
      accountKeys.session('a', 'b'),
      verificationKeys.verification('a', 'b'),
      paymentKeys.payment('a', 1),
      paymentKeys.ledger('a', 'b'),
      verificationKeys.person('a'),
      accountKeys.challenge('a'),
      accountKeys.limit('a', 'b'),
    ]
    expect(idle.map(pointerTo)).toEqual(idle.map(() => undefined))
  })
  it('of a form that is not ours name nothing', () => {
    expect(orderWork.keyOf('a.b')).toBeUndefined()
    expect(checkWork.keyOf('a')).toBeUndefined()
    expect(refundWork.keyOf('')).toBeUndefined()
    expect(messageWork.keyOf('x')).toBeUndefined()
  })
})

describe('keys', () => {
  it('of different kinds never meet, even for the same ids', () => {
    const { payment, ...rest } = paymentKeys
    const owners = [accountKeys, auditKeys, bookkeepingKeys, complaintKeys, gateKeys, membershipKeys, messagingKeys]
    const made = [...owners, rest, verificationKeys, walletKeys].flatMap((keys) =>
      Object.values<(a: string, b: string, c: string) => Key>(keys).map((make) => make('a', 'b', 'c')),
    )
    const all = [payment('a', 1), ...made]
    expect(new Set(all.map(nameOf)).size).toBe(all.length)
  })
  it('are found in the lists they belong to', () => {
    const listed: [{ pk: string; prefix?: string }, Key][] = [
      [verificationLists.verifications('a'), verificationKeys.verification('a', 'b')],
      [messagingLists.messages('a'), messagingKeys.message('a', 'b')],
      [accountLists.tokens('a'), accountKeys.token('a', 'b')],
      [paymentLists.orderParts('a'), paymentKeys.order('a')],
      [paymentLists.orderParts('a'), paymentKeys.refund('a', 'b')],
      [bookkeepingLists.differences('a', 'b'), bookkeepingKeys.difference('a', 'b', 'c')],
    ]
    for (const [{ pk, prefix = '' }, key] of listed) {
      expect(key.pk).toBe(pk)
      expect(key.sk.startsWith(prefix)).toBe(true)
    }
  })
})

describe('kinds of work', () => {
  it('have a queue each, but for those of the sandbox', () => {
    const queued = queues.filter((job) => !job.sandboxOnly).map(({ kind }) => kind)
    expect(queued.toSorted()).toEqual(works.map(({ kind }) => kind).toSorted())
  })
})
