import { describe, expect, it } from 'vitest'
import { takeUpload } from '../../../functions/material/intake/take-upload.ts'
import { deleteMaterial } from '../../../functions/material/issuing/delete-material.ts'
import { findMaterial } from '../../../functions/material/issuing/find-material.ts'
import { openUpload } from '../../../functions/material/issuing/open-upload.ts'
import { materialClaimed, materialUsed } from '../../../functions/material/material-store.ts'
import { showMaterial } from '../../../functions/material/material-view.ts'
import { MINUTE, rfc3339 } from '../../../shared/kernel/time.ts'
import { claimOf } from '../../account/fixture.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { ban, enter } from '../../world.ts'
import { allowed, materialAt, stored, uploads, type World, world } from '../world.ts'

const ASKED = { kind: 'holder', type: 'image/png' } as const

const open = (at: World, token: string) => openUpload(at, claimOf(token), ASKED)

describe('P10 an upload that is begun', () => {
  it('goes to one name of its own, as one type, within its size and its time', async () => {
    const at = world()
    const { token, accountId } = await enter(at)
    const { material, mostBytes, upload } = valueIn(await open(at, token))
    const until = at.time.now + 5 * MINUTE
    expect(at.allowed).toEqual([
      { name: `in/${material.id}`, type: 'image/png', leastBytes: 1, mostBytes: 10 * 1024 * 1024, until },
    ])
    expect([mostBytes, upload.fields]).toEqual([10 * 1024 * 1024, { key: `in/${material.id}` }])
    expect(materialAt(at, material.id)).toMatchObject({ accountId, status: 'awaiting', kind: 'holder', until })
    expect(showMaterial(material, at.time.now)).toEqual({
      ...{ id: material.id, kind: 'holder', status: 'awaiting', reason: null },
      ...{ createdAt: rfc3339(at.time.now), uploadUntil: rfc3339(until), width: null, height: null, keptUntil: null },
    })
  })

  it('counts, whether or not anything comes', async () => {
    const at = world({ materials: { perDay: 2 } })
    const { token } = await enter(at)
    expect([codeOf(await open(at, token)), codeOf(await open(at, token))]).toEqual(['ok', 'ok'])
    const third = await open(at, token)
    expect(third).toMatchObject({ refusal: { code: 'too_often' } })
    expect(third.ok ? 0 : Number(third.refusal.retryAt)).toBeGreaterThan(at.time.now)
    expect(at.allowed).toHaveLength(2)
  })

  it('is for nobody who is signed out', async () => {
    const at = world()
    expect(codeOf(await open(at, `${at.ids.id()}.nothing`))).toBe('unauthenticated')
    expect(at.allowed).toEqual([])
  })

  it('is for the banned, too, whose open case may ask for a picture', async () => {
    const at = world()
    const { token, accountId } = await enter(at)
    await ban(at, { accountId })
    expect(codeOf(await open(at, token))).toBe('ok')
  })
})

describe('a picture of an account', () => {
  it('is found by its account alone', async () => {
    const at = world()
    const material = await stored(at)
    expect(await findMaterial(at.table, material.accountId, material.id)).toMatchObject({ id: material.id })
    for (const [account, id] of [
      [at.ids.id(), material.id],
      [material.accountId, 'no id'],
    ])
      expect(await findMaterial(at.table, account ?? '', id ?? '')).toBeUndefined()
  })

  it('that was not uploaded yet can be given up, and what comes all the same is not kept', async () => {
    const at = world()
    const material = await allowed(at)
    valueIn(await deleteMaterial(at, material.accountId, material.id))
    expect(materialAt(at, material.id).status).toBe('expired')
    await uploads(at, material)
    await takeUpload(at, material.id)
    expect([at.intake.files.size, at.files.files.size]).toEqual([0, 0])
    expect(materialAt(at, material.id).status).toBe('expired')
  })

  it('that is deleted becomes part of nothing, also of what was begun just before', async () => {
    const at = world()
    const material = await stored(at)
    const begun = at.time.now
    at.time.now += 5
    valueIn(await deleteMaterial(at, material.accountId, material.id))
    const used = await at.table.commit([materialUsed(material, 'papers', begun)])
    expect(used.kind).toBe('conflict')
  })

  it('is deleted by it at once, key and file, and a second time without harm', async () => {
    const at = world()
    const material = await stored(at)
    const remove = () => deleteMaterial(at, material.accountId, material.id)
    valueIn(await remove())
    expect(showMaterial(materialAt(at, material.id), at.time.now).status).toBe('forgotten')
    for (const { kind, id } of at.queue.sent.splice(0)) if (kind === 'material') await takeUpload(at, id)
    await takeUpload(at, material.id)
    expect(at.files.files.size).toBe(0)
    expect(materialAt(at, material.id).wrappedKey).toBeUndefined()
    expect(codeOf(await remove())).toBe('ok')
  })

  it('is not deleted while it is part of a case, is being looked at, or is another’s', async () => {
    const at = world()
    const material = await stored(at)
    await at.table.update(materialUsed(material, 'case', at.time.now))
    const { accountId, id } = material
    expect(codeOf(await deleteMaterial(at, accountId, id))).toBe('material_unusable')
    expect(codeOf(await deleteMaterial(at, at.ids.id(), id))).toBe('not_found')
    const other = await allowed(at)
    await at.table.update(materialClaimed(other, { etag: 'e', file: 'f' }, at.time.now))
    expect(codeOf(await deleteMaterial(at, other.accountId, other.id))).toBe('material_unusable')
  })
})
