import { describe, expect, it } from 'vitest'
import { uploadName } from '../../../functions/material/file-names.ts'
import { takeUpload } from '../../../functions/material/intake/take-upload.ts'
import { GRACE, LEASE, type MaterialRefusal, statusAt } from '../../../functions/material/material.ts'
import { boundTo, materialReleased, materialUsed } from '../../../functions/material/material-store.ts'
import { DAY, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { allowed, materialAt, stored, untilQuiet, uploads, type World, world } from '../world.ts'

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString()

/** What is kept of it, opened. */
const opened = async (at: World, id: string): Promise<string> => {
  const { file = '', wrappedKey = '', accountId } = materialAt(at, id)
  const key = await at.vault.openDataKey(wrappedKey, { account: accountId, material: id })
  const bytes = key.openBytes(boundTo(id), (await at.files.get(file))?.bytes ?? new Uint8Array())
  return text(bytes.map((byte) => byte ^ 0xff))
}

describe('P10 a picture that is uploaded', () => {
  it('is looked at, sealed under a key of its own, and its raw file deleted', async () => {
    const at = world()
    const { id } = await allowed(at)
    expect(await takeUpload(at, id)).toBe('awaited')
    await uploads(at, { id })
    expect(await takeUpload(at, id)).toBe('taken')
    expect(materialAt(at, id)).toMatchObject({ status: 'stored', measured: { width: 1600 }, claims: 1 })
    expect([...at.intake.files.keys()]).toEqual([])
    expect(await opened(at, id)).toBe('a picture')
    const [sealed] = [...at.files.files.values()]
    expect(text(sealed?.bytes)).not.toContain('picture')
  })

  it('is deleted, key and file, when nobody used it in time', async () => {
    const at = world()
    const { id } = await stored(at)
    expect(await untilQuiet(at, { id })).toEqual(['cleared', 'forgotten'])
    expect(materialAt(at, id)).toMatchObject({ status: 'forgotten' })
    for (const gone of ['wrappedKey', 'file', 'measured', 'leftover'] as const)
      expect(materialAt(at, id)[gone]).toBeUndefined()
    expect([at.files.files.size, at.intake.files.size]).toEqual([0, 0])
  })

  it('is kept as long as the case lasts that it is part of, and for a while after', async () => {
    const at = world()
    const material = await stored(at)
    await at.table.update(materialUsed(material, 'case-1', at.time.now))
    await untilQuiet(at, material)
    at.time.now += 300 * DAY
    expect(await takeUpload(at, material.id)).toBe('cleared')
    expect(statusAt(materialAt(at, material.id), at.time.now)).toBe('stored')
    await at.table.update(materialReleased(material, 'case-1', at.time.now + 30 * DAY))
    expect(await untilQuiet(at, material)).toEqual(['forgotten'])
    expect(at.files.files.size).toBe(0)
  })

  it.each<MaterialRefusal>(['blurred', 'wrong_format', 'too_many_pixels'])(
    'that is %s is refused, and nothing is left',
    async (because) => {
      const at = world()
      at.says.of = () => ({ kind: 'refused', because: because as 'blurred' })
      const { id } = await allowed(at)
      await uploads(at, { id })
      expect(await takeUpload(at, id)).toBe(because)
      expect(materialAt(at, id)).toMatchObject({ status: 'refused', because })
      await untilQuiet(at, { id })
      expect([at.files.files.size, at.intake.files.size]).toEqual([0, 0])
    },
  )

  it('that never comes is over when nothing more can come, by the clock and in what is told', async () => {
    const at = world()
    const material = await allowed(at)
    at.time.now = material.until + GRACE - 1
    expect(statusAt(material, at.time.now)).toBe('awaiting')
    at.time.now += 1
    expect(statusAt(material, at.time.now)).toBe('expired')
    expect(await untilQuiet(at, material)).toEqual(['expired'])
    expect(materialAt(at, material.id).status).toBe('expired')
  })

  it('of which nobody told is found when nothing more can come', async () => {
    const at = world()
    const material = await allowed(at)
    await uploads(at, material)
    expect(await untilQuiet(at, material)).toEqual(['taken', 'forgotten'])
  })

  it('is taken while the last moment is not over, and refused after it', async () => {
    const at = world()
    for (const [late, status] of [
      [0, 'stored'],
      [SECOND, 'refused'],
    ] as const) {
      const material = await allowed(at)
      at.time.now = material.until + GRACE + late
      await uploads(at, material)
      await takeUpload(at, material.id)
      expect(materialAt(at, material.id)).toMatchObject(status === 'stored' ? { status } : { status, because: 'late' })
    }
  })

  it('is not taken once another was put in its place while it was claimed; nor is the other', async () => {
    const at = world()
    const { id } = await allowed(at)
    await uploads(at, { id })
    const { get } = at.intake
    at.intake.get = async (...of) => {
      await uploads(at, { id }, 'another one')
      return get(...of)
    }
    expect(await takeUpload(at, id)).toBe('overwritten')
    expect(materialAt(at, id)).toMatchObject({ status: 'refused', because: 'overwritten' })
    expect([at.files.files.size, at.intake.files.size]).toEqual([0, 0])
  })

  it('comes once: whatever is put there later is deleted, when it comes and when nothing more can come', async () => {
    const at = world()
    const { id } = await stored(at)
    await uploads(at, { id }, 'another one')
    expect(await takeUpload(at, id)).toBe('cleared')
    expect(at.intake.files.size).toBe(0)
    await uploads(at, { id }, 'one of which nobody tells')
    await untilQuiet(at, { id })
    expect([at.intake.files.size, materialAt(at, id).status]).toEqual([0, 'forgotten'])
  })

  it('that nobody was let upload is deleted', async () => {
    const at = world()
    const id = at.ids.id()
    await at.intake.put(uploadName(id), Buffer.from('x'), 'image/jpeg')
    expect(await takeUpload(at, id)).toBe('unknown')
    expect(at.intake.files.size).toBe(0)
    expect(await takeUpload(at, 'no id')).toBe('unknown')
  })

  it('that every worker dies of is given up', async () => {
    const at = world()
    at.says.of = () => Promise.reject(new Error('killed'))
    const { id } = await allowed(at)
    await uploads(at, { id })
    for (let claims = 1; claims <= 3; claims += 1) {
      await expect(takeUpload(at, id)).rejects.toThrow('killed')
      expect(await takeUpload(at, id)).toBe('held')
      at.time.now += LEASE
    }
    expect(await takeUpload(at, id)).toBe('not_read_in_time')
    await untilQuiet(at, { id })
    expect([at.files.files.size, at.intake.files.size]).toEqual([0, 0])
  })

  it('two workers at once take once', async () => {
    const at = world()
    const { id } = await allowed(at)
    await uploads(at, { id })
    const both = await Promise.all([takeUpload(at, id), takeUpload(at, id)])
    expect(both.toSorted()).toEqual(['overtaken', 'taken'])
    expect(at.files.files.size).toBe(1)
  })

  it('a worker that comes back after its lease leaves the other one’s file alone', async () => {
    const at = world()
    const { id } = await allowed(at)
    await uploads(at, { id })
    const usual = at.says.of
    at.says.of = async (bytes) => {
      at.says.of = usual
      at.time.now += LEASE
      expect(await takeUpload(at, id)).toBe('taken')
      return usual(bytes)
    }
    expect(await takeUpload(at, id)).toBe('overtaken')
    expect(await opened(at, id)).toBe('a picture')
    expect(at.files.files.size).toBe(1)
    at.time.now += MINUTE
  })
})
