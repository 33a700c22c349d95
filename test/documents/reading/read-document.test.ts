import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../functions/documents/reading/read-document.ts'
import { unreadables, unreadableWords } from '../../../functions/documents/unreadable.ts'
import { materialUsed } from '../../../functions/material/material-store.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { refusalOf, valueIn } from '../../kit.ts'
import { materialAt, stored } from '../../material/world.ts'
import { enter } from '../../world.ts'
import { documentWorld } from '../fixture.ts'

const started = async (overrides: Record<string, unknown> = {}) => {
  const at = documentWorld(overrides)
  const user = await enter(at)
  const { id, accountId } = await stored(at, { user })
  const read = (of: { material?: string; account?: string } = {}) =>
    readDocument(at, of.account ?? accountId, { material: of.material ?? id, side: 'front', language: 'en' })
  return { at, id, accountId, read }
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
