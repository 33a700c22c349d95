import { describe, expect, it } from 'vitest'
import { auditOf } from '../../../functions/audit/audit-store.ts'
import { deedSubjects, doers } from '../../../functions/audit/deed.ts'
import { auditLists } from '../../../functions/audit/keys.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { openIdentity, openToHandOn } from '../../../functions/verification/reading/open-identity.ts'
import { verificationOf } from '../../../functions/verification/verification-store.ts'
import { filesLike, textOf } from '../../docs/repository.ts'
import { decided, itemAt, person, world } from '../../world.ts'

const by = doers.operator({ operatorId: 'ling', isPerson: true })

const recordsOf = async (at: ReturnType<typeof world>, accountId: string) => {
  const { items } = await at.table.query({ ...auditLists.records(deedSubjects.account(accountId)), limit: 100 })
  return items.map(auditOf)
}

const verified = async () => {
  const at = world()
  const who = person('match')
  const { user, verification } = await decided(at, { who })
  const { accountId } = user
  const item = itemAt(at, verificationKeys.verification(accountId, verification.id))
  if (!item) throw new Error('no verification')
  return { at, kept: verificationOf(item), who, accountId }
}

describe('P11 M7 an identity is opened', () => {
  it('after the record of it is written, and only what was asked for', async () => {
    const { at, kept, who, accountId } = await verified()
    const before = await recordsOf(at, accountId)
    const told: string[] = []
    const vault = {
      ...at.vault,
      openDataKey: (...of: Parameters<typeof at.vault.openDataKey>) => {
        told.push(
          `opened behind ${before.length}, ${at.table.items().filter(({ pk }) => pk.startsWith('AUDIT#')).length}`,
        )
        return at.vault.openDataKey(...of)
      },
    }
    const opened = await openIdentity({ ...at, vault }, kept, { by, purpose: 'complaint', reason: '核对' }, ['name'])
    expect(opened.reveal()).toEqual({ name: who.name })
    expect(told).toEqual([`opened behind ${before.length}, ${before.length + 1}`])
    expect((await recordsOf(at, accountId)).at(-1)).toMatchObject({
      ...{ by, action: 'identity_read', purpose: 'complaint', fields: 'name', detail: kept.id, reason: '核对' },
      n: before.length + 1,
    })
    expect(JSON.stringify(opened)).not.toContain(who.name)
  })

  it('not at all where the record cannot be written', async () => {
    const { at, kept } = await verified()
    const calls = at.vault.calls()
    const table = { ...at.table, commit: () => Promise.reject(new Error('no table')) }
    await expect(openIdentity({ ...at, table }, kept, { by, purpose: 'fraud' }, ['name'])).rejects.toThrow('no table')
    expect(at.vault.calls()).toBe(calls)
  })

  it('with a record that whoever hands it on has to commit', async () => {
    const { at, kept, who, accountId } = await verified()
    const before = await recordsOf(at, accountId)
    const reading = { by: doers.service('face-open'), purpose: 'face_check' } as const
    const { opened, record } = await openToHandOn(at, kept, reading, ['phone', 'name'])
    expect(opened.reveal()).toEqual({ name: who.name, phone: who.phone })
    expect(record).toMatchObject({ subject: `account:${accountId}`, fields: 'name phone', purpose: 'face_check' })
    expect(await recordsOf(at, accountId)).toEqual(before)
  })

  it('for the check before the vendor hears of it, with the claim', async () => {
    const { at, accountId } = await verified()
    const [first] = await recordsOf(at, accountId)
    expect(first).toMatchObject({
      ...{ n: 1, by: { kind: 'service', id: 'verification-check' }, purpose: 'vendor_check' },
      fields: 'idNumber name phone',
    })
  })

  it('by this one way alone, for a purpose of the list', () => {
    const opening = filesLike('functions/**/*.ts').filter((file) => /\bopenDataKey\(/.test(textOf(file)))
    // Pictures and papers have data keys of their own; both record a look before they open anything. So has the number that a result is texted to,
    // whose handing on is on record before a vendor has it. What was transferred to the account of a company is an amount, and of nobody.
    expect(opening.toSorted()).toEqual([
      'functions/certification/proving/answer-proof.ts',
      'functions/certification/texting/send-result.ts',
      'functions/material/reading/open-bytes.ts',
      'functions/verification/papers/open-papers.ts',
      'functions/verification/reading/open-identity.ts',
    ])
    const users = filesLike('functions/**/*.ts').filter((file) => /\bopenToHandOn\(/.test(textOf(file)))
    // Each of these commits the record together with what it hands on.
    expect(users.toSorted()).toEqual([
      'functions/certification/applicants/settle-applicant.ts',
      'functions/certification/reviewing/open-people.ts',
      'functions/face/opening/open-person.ts',
      'functions/verification/check/read-work.ts',
      'functions/verification/reading/open-held-identity.ts',
    ])
  })
})
