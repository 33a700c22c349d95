import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../functions/documents/reading/read-document.ts'
import { unreadables, unreadableWords } from '../../../functions/documents/unreadable.ts'
import { deleteMaterial } from '../../../functions/material/issuing/delete-material.ts'
import { materialRefused, materialUsed } from '../../../functions/material/material-store.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { refusalOf, valueIn } from '../../kit.ts'
import { allowed, materialAt, stored } from '../../material/world.ts'
import { ban, enter } from '../../world.ts'
import { documentWorld } from '../fixture.ts'

type Of = { material?: string; account?: string; notice?: string }

const started = async (overrides: Record<string, unknown> = {}) => {
  const at = documentWorld(overrides)
  const user = await enter(at)
  const { id, accountId } = await stored(at, { user })
  const { version } = await at.notice()
  const read = ({ material = id, account = accountId, notice = version }: Of = {}) =>
    readDocument(at, account, { material, side: 'front', consent: { notice }, language: 'en' })
  return { at, user, id, accountId, read }
}

describe('X1 happy: a photo of a card', () => {
  it('is read, as it was taken in, and nothing of it is kept', async () => {
    const { at, read } = await started()
    const before = JSON.stringify(at.table.items())
    expect(valueIn(await read())).toMatchObject({ idNumber: '110101188001010011', name: '林知夏' })
    expect(at.seen).toHaveLength(1)
    expect(Buffer.from(at.seen[0]?.picture ?? []).equals(Buffer.from('a picture').map((byte) => byte ^ 0xff))).toBe(
      true,
    )
    const after = JSON.stringify(at.table.items())
    for (const part of ['110101188001010011', '林知夏']) expect(after).not.toContain(part)
    const record = at.table.items().find(({ purpose }) => purpose === 'document_reading')
    expect(record).toMatchObject({
      action: 'identity_read',
      by: { kind: 'service', id: 'documents-read' },
      fields: 'picture',
    })
    expect(before).not.toBe(after)
  })
})

describe('X1 refused: a photo of a card', () => {
  it.each(unreadables)('says 2010019, why and what to do: %s', async (because) => {
    const { at, read } = await started()
    at.sees.next = { kind: 'refused', because }
    expect(refusalOf(await read())).toMatchObject({
      code: 'document_unreadable',
      extra: { reason: because, advice: unreadableWords[because].en, failures: 1, comesNext: 'again' },
    })
  })

  it('leads to a person after three, and begins anew the next day', async () => {
    const { at, read } = await started({ materials: { unusedMs: 9 * DAY } })
    at.sees.next = { kind: 'refused', because: 'blurred' }
    const next = async () => refusalOf(await read()).extra?.comesNext
    expect([await next(), await next(), await next(), await next()]).toEqual(['again', 'again', 'review', 'review'])
    at.time.now += DAY
    expect(await next()).toBe('again')
  })

  it('counts as none where nobody could look', async () => {
    const { at, read } = await started()
    at.sees.next = { kind: 'unavailable' }
    for (let times = 0; times < 4; times += 1) expect(refusalOf(await read()).code).toBe('document_not_read')
    at.sees.next = { kind: 'refused', because: 'blurred' }
    expect(refusalOf(await read()).extra).toMatchObject({ failures: 1 })
  })

  it.each([
    ['blurred', 'blurred'],
    ['too_bright', 'glare'],
    ['animated', 'wrong_format'],
    ['empty', 'decode_failed'],
  ] as const)('counts and is told as every other where it was refused when it came: %s', async (because, reason) => {
    const { at, user, read } = await started()
    const { id, ...of } = await allowed(at, { user })
    await at.table.commit([materialRefused({ id, ...of }, because, at.time.now)])
    const asked = async () => refusalOf(await read({ material: id })).extra
    expect(await asked()).toMatchObject({ reason, advice: unreadableWords[reason].en, failures: 1, comesNext: 'again' })
    await asked()
    expect(await asked()).toMatchObject({ failures: 3, comesNext: 'review' })
    expect(at.seen).toEqual([])
  })

  it.each(['late', 'not_read_in_time'] as const)('says nothing of a card of one that came %s', async (because) => {
    const { at, user, read } = await started()
    const of = await allowed(at, { user })
    await at.table.commit([materialRefused(of, because, at.time.now)])
    expect(refusalOf(await read({ material: of.id })).code).toBe('material_unusable')
  })

  it('of a banned account is neither read nor counted', async () => {
    const { at, user, read } = await started({ documents: { readingsPerDay: 1 } })
    await ban(at, user)
    expect(refusalOf(await read()).code).toBe('banned')
    expect(at.seen).toEqual([])
    expect(at.table.items().filter(({ pk }) => pk.includes('READINGS#'))).toEqual([])
  })

  it('is read so often a day', async () => {
    const { read } = await started({ documents: { readingsPerDay: 2 } })
    await read()
    await read()
    expect(refusalOf(await read()).code).toBe('too_often')
  })
})

describe('X1 hostile: a photo of a card', () => {
  it('is nobody else’s, and none that is not there', async () => {
    const { at, read } = await started()
    const other = await enter(at)
    const theirs = await stored(at, { user: other })
    for (const of of [
      { material: theirs.id },
      { account: theirs.accountId },
      { material: 'f'.repeat(32) },
      { material: '../x' },
    ])
      expect(refusalOf(await read(of)).code).toBe('material_unusable')
    expect(at.seen).toEqual([])
  })

  it('whose file is gone although it is said to be kept cannot be read', async () => {
    const { at, id, read } = await started()
    await at.files.remove(materialAt(at, id).file ?? '')
    expect(refusalOf(await read()).code).toBe('material_unusable')
    expect(at.seen).toEqual([])
  })

  it('is not read once it is part of something, or gone', async () => {
    const { at, id, accountId, read } = await started()
    await at.table.commit([materialUsed({ id, accountId }, 'case', at.time.now)])
    expect(refusalOf(await read()).code).toBe('material_unusable')
    const gone = await started()
    gone.at.time.now += 2 * DAY
    expect(refusalOf(await gone.read()).code).toBe('material_unusable')
  })
})

describe('X1 hostile: a photo that was free when it was asked for', () => {
  /** Something happens when it was found to be free, and before it is opened. */
  const meanwhile = async (
    settings: Record<string, unknown>,
    happens: (of: Awaited<ReturnType<typeof started>>) => Promise<unknown>,
  ) => {
    const of = await started(settings)
    const { at, accountId, id } = of
    const table = {
      ...at.table,
      update: async (...write: Parameters<typeof at.table.update>) => {
        await happens(of)
        return at.table.update(...write)
      },
    }
    const { version: notice } = await at.notice()
    const asked = { material: id, side: 'front', consent: { notice }, language: 'en' } as const
    return { at, outcome: await readDocument({ ...at, table }, accountId, asked) }
  }

  it.each([{}, { documents: { reader: 'tencent' } }])(
    'is not opened once its owner deleted it: %j',
    async (settings) => {
      const { at, outcome } = await meanwhile(settings, ({ at: of, accountId, id }) =>
        deleteMaterial(of, accountId, id),
      )
      expect(refusalOf(outcome).code).toBe('material_unusable')
      expect(at.seen).toEqual([])
      expect(at.table.items().filter(({ purpose }) => purpose === 'document_reading')).toEqual([])
      expect(kept(at, 'DISCLOSURE#')).toEqual([])
    },
  )

  it('nor once it is part of something, or its owner is banned', async () => {
    const used = await meanwhile({}, ({ at, accountId, id }) =>
      at.table.commit([materialUsed({ id, accountId }, 'case', at.time.now)]),
    )
    expect(refusalOf(used.outcome).code).toBe('material_unusable')
    const banned = await meanwhile({}, ({ at, user }) => ban(at, user))
    expect(refusalOf(banned.outcome).code).toBe('banned')
    expect([...used.at.seen, ...banned.at.seen]).toEqual([])
  })
})

const kept = (at: Awaited<ReturnType<typeof started>>['at'], prefix: string) =>
  at.table.items().filter(({ sk, purpose }) => sk.startsWith(prefix) && purpose === 'document_check')

describe('X1 M7 a photo that stays in the house', () => {
  it('is read under the notice that is in force, and handed to nobody', async () => {
    const { at, read } = await started()
    expect(valueIn(await read())).toMatchObject({ name: '林知夏' })
    expect(at.seen.map(({ permit }) => permit)).toEqual([undefined])
    expect([...kept(at, 'CONSENT#'), ...kept(at, 'DISCLOSURE#')]).toEqual([])
  })

  it('is not looked at under another notice, and costs no reading', async () => {
    const { at, read } = await started({ documents: { readingsPerDay: 1 } })
    const { version } = await at.notice()
    expect(refusalOf(await read({ notice: 'document-2025' }))).toMatchObject({
      ...{ code: 'consent_outdated', extra: { notice: version } },
      fields: [{ pointer: '/consent/notice', expected: { enum: [version] } }],
    })
    expect(at.seen).toEqual([])
    expect((await read()).ok).toBe(true)
  })
})

describe('X1 M7 a photo that leaves the house', () => {
  const outside = { documents: { reader: 'tencent' } }

  it('is handed on under a consent and with a permit, and both are on record before it is opened', async () => {
    const { at, id, accountId, read } = await started(outside)
    const { version } = await at.notice()
    const before: unknown[] = []
    const { recogniser } = at
    const { read: look } = recogniser
    recogniser.read = async (reading) => {
      before.push(...kept(at, 'DISCLOSURE#').map(({ outcome }) => outcome))
      return look(reading)
    }
    expect(valueIn(await read())).toMatchObject({ name: '林知夏' })
    expect(before).toEqual(['possibly_sent'])
    expect(at.seen).toMatchObject([{ permit: { recipient: 'tencent_cloud', items: ['document_pictures'] } }])
    const [consent] = kept(at, 'CONSENT#')
    expect(consent).toMatchObject({
      ...{ accountId, purpose: 'document_check', notice: version, language: 'en', recipients: ['tencent_cloud'] },
      items: ['name', 'id_number', 'document_pictures'],
    })
    expect(kept(at, 'DISCLOSURE#')).toMatchObject([
      {
        ...{ accountId, basis: 'consent', consentId: consent?.id, notice: version, purpose: 'document_check' },
        ...{ recipient: 'tencent_cloud', items: ['document_pictures'], material: id, outcome: 'answered' },
      },
    ])
    const after = JSON.stringify(at.table.items())
    for (const part of ['110101188001010011', '林知夏']) expect(after).not.toContain(part)
  })

  it('needs one consent for all that are handed on under that notice, and each is on record', async () => {
    const { at, read } = await started(outside)
    at.sees.next = { kind: 'refused', because: 'blurred' }
    for (let times = 0; times < 3; times += 1) await read()
    expect(kept(at, 'CONSENT#')).toHaveLength(1)
    expect(kept(at, 'DISCLOSURE#').map(({ outcome }) => outcome)).toEqual(['answered', 'answered', 'answered'])
  })

  it('needs another consent where the notice is another one', async () => {
    const { at, id, accountId, read } = await started(outside)
    await read()
    const notice = await at.notice()
    const newer = { ...at, notice: async () => ({ ...notice, version: 'document-2030' }) }
    const consent = { notice: 'document-2030' }
    expect((await readDocument(newer, accountId, { material: id, side: 'front', consent, language: 'zh' })).ok).toBe(
      true,
    )
    expect(kept(at, 'CONSENT#').map((one) => one.notice)).toEqual([notice.version, 'document-2030'])
  })

  it.each([
    [{ handedOn: 'not_sent', vendorCode: 'ECONNREFUSED' }, 'not_sent'],
    [{ handedOn: 'not_used', vendorCode: 'RequestLimitExceeded' }, 'not_used'],
    [{ vendorCode: 'timeout' }, 'possibly_sent'],
  ] as const)('that nobody could read says what is certain of it: %j is %s', async (said, outcome) => {
    const { at, read } = await started(outside)
    at.sees.next = { kind: 'unavailable', ...said }
    expect(refusalOf(await read()).code).toBe('document_not_read')
    expect(kept(at, 'DISCLOSURE#').map((one) => one.outcome)).toEqual([outcome])
    expect(at.alarms).toEqual([])
  })

  it('rings where the vendor refuses us until a person mends something', async () => {
    const { at, read } = await started(outside)
    const vendorCode = 'ResourceUnavailable.InArrears'
    at.sees.next = { kind: 'unavailable', vendorCode, handedOn: 'not_used', needsRepair: true }
    expect(refusalOf(await read()).code).toBe('document_not_read')
    expect(at.alarms).toEqual([
      { event: 'card_reader_needs_repair', fields: { vendor: 'tencent_cloud', code: vendorCode } },
    ])
  })

  it('hostile: whose file is gone was never sent', async () => {
    const { at, id, read } = await started(outside)
    await at.files.remove(materialAt(at, id).file ?? '')
    expect(refusalOf(await read()).code).toBe('material_unusable')
    expect(at.seen).toEqual([])
    expect(kept(at, 'DISCLOSURE#').map((one) => one.outcome)).toEqual(['not_sent'])
  })
})
