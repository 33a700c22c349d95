import { describe, expect, it } from 'vitest'
import { openPicture } from '../../../functions/material/reading/open-picture.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { materialAt, stored, type World, world } from '../world.ts'

const REVIEWER = { operatorId: 'wang', isPerson: true } as const

const look = (at: World, id: string) => openPicture(at, REVIEWER, { id, reason: 'case_review', words: '核对' })

const records = (at: World) => at.table.items().filter(({ pk }) => pk.startsWith('AUDIT#'))

describe('P11 a picture that an operator looks at', () => {
  it('is on record with who, which and why before it is opened, and nothing of it', async () => {
    const at = world()
    const { id, accountId } = await stored(at)
    const before = records(at).length
    const { bytes, type } = valueIn(await look(at, id))
    expect([Buffer.from(bytes.map((byte) => byte ^ 0xff)).toString(), type]).toEqual(['a picture', 'image/jpeg'])
    const [record, ...more] = records(at).slice(before)
    expect(more).toEqual([])
    expect(record).toMatchObject({
      ...{ subject: `account:${accountId}`, action: 'identity_read', detail: id, purpose: 'case_review' },
      ...{ fields: 'picture', reason: '核对', by: { kind: 'operator', id: 'wang' } },
    })
    expect(JSON.stringify(record)).not.toContain('a picture')
  })

  it('is not opened where the record cannot be written', async () => {
    const at = world()
    const { id } = await stored(at)
    let opened = 0
    const vault = {
      openDataKey: async (...of: Parameters<World['vault']['openDataKey']>) => {
        opened += 1
        return at.vault.openDataKey(...of)
      },
    }
    const commit: World['table']['commit'] = async () => {
      throw new Error('no table')
    }
    const broken = { ...at, vault, table: { ...at.table, commit } }
    await expect(look(broken as World, id)).rejects.toThrow('no table')
    expect(opened).toBe(0)
  })

  it('is gone once its time is over, though nobody has deleted it yet; and where its file is', async () => {
    const at = world()
    const { id, keptUntil = 0 } = await stored(at)
    at.time.now = keptUntil
    expect(codeOf(await look(at, id))).toBe('material_gone')
    at.time.now = keptUntil - 1
    await at.files.remove(materialAt(at, id).file ?? '')
    expect(codeOf(await look(at, id))).toBe('material_gone')
    expect(codeOf(await look(at, at.ids.id()))).toBe('not_found')
    expect(codeOf(await look(at, 'no id'))).toBe('not_found')
  })

  it('may be looked at so often a day', async () => {
    const at = world({ materials: { viewsPerDay: 1 } })
    const { id } = await stored(at)
    expect([codeOf(await look(at, id)), codeOf(await look(at, id))]).toEqual(['ok', 'too_often'])
  })
})
