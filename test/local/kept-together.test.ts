import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DataFolderError } from '../../local/data-faults.ts'
import { openDataFolder } from '../../local/data-folder.ts'
import { instance } from './fixture/instance.ts'

const scratch = mkdtempSync(join(tmpdir(), 'shiming-kept-'))
const used = join(scratch, 'used')
const data = join(scratch, 'data')

beforeAll(async () => {
  const engine = await instance({ data: openDataFolder(used) })
  await engine.store('put=kept')
  await engine.stop()
})
beforeEach(() => {
  rmSync(data, { recursive: true, force: true })
  cpSync(used, data, { recursive: true })
})
afterAll(() => rmSync(scratch, { recursive: true }))

const change = (file: string, text: string | undefined): void => {
  // What was written last is there, and what is in the file would count for nothing.
  if (file === 'tables.sqlite')
    for (const name of ['-wal', '-shm']) rmSync(join(data, `${file}${name}`), { force: true })
  if (text === undefined) rmSync(join(data, file))
  else writeFileSync(join(data, file), text)
}

/** What whoever starts an engine is told. */
const told = async (): Promise<string> => {
  try {
    await (await instance({ data: openDataFolder(data) })).stop()
    return 'started'
  } catch (error) {
    if (error instanceof DataFolderError) return error.message
    throw error
  }
}

describe('a data folder', () => {
  it.each([
    ['tables.sqlite', 'no database', 'tables.sqlite is damaged'],
    ['tables.sqlite', '', 'has clock.json, but tables.sqlite is missing or empty'],
    ['tables.sqlite', undefined, 'has clock.json, but tables.sqlite is missing or empty'],
    ['keys.json', '{', 'keys.json is damaged'],
    ['keys.json', '[]', 'keys.json is damaged'],
    ['keys.json', '{}', 'tables.sqlite was written with other keys than keys.json has'],
    ['keys.json', '{"another":"YQ=="}', 'tables.sqlite was written with other keys than keys.json has'],
    ['keys.json', undefined, 'has tables.sqlite, but keys.json is missing or empty'],
    ['secrets.json', '{"a":1}', 'secrets.json is damaged'],
    ['secrets.json', undefined, 'has tables.sqlite, but secrets.json is missing or empty'],
    ['clock.json', '{"offset":0.5}', 'clock.json is damaged'],
  ])('whose %s is %j is refused in one line, is left as it is, and free for the next', async (file, text, sentence) => {
    change(file, text)
    const files = (): string[] => readdirSync(data).filter((name) => !/-(?:wal|shm)$/.test(name))
    const before = files()
    const advice = 'put back a copy of it, or delete the folder to begin anew'
    expect(await told()).toMatch(new RegExp(`^\\S+ ?${sentence}: ${advice}$`))
    expect(files()).toEqual(before)
    openDataFolder(data).release()
  })

  it('is refused where one bit of a key is another', async () => {
    const keys: Record<string, string> = JSON.parse(readFileSync(join(data, 'keys.json'), 'utf8'))
    for (const [id, material] of Object.entries(keys)) {
      const bytes = Buffer.from(material, 'base64')
      bytes.writeUInt8(bytes.readUInt8(7) ^ 1, 7)
      change('keys.json', JSON.stringify({ ...keys, [id]: bytes.toString('base64') }))
      expect(await told()).toContain('was written with other keys than keys.json has')
    }
    change('keys.json', JSON.stringify(keys))
    expect(await told()).toBe('started')
  })

  it('holds everything in its tables alone once the engine has ended', async () => {
    const files = readdirSync(data).filter((name) => name.startsWith('tables.sqlite'))
    for (const name of files.filter((one) => one !== 'tables.sqlite'))
      expect(readFileSync(join(data, name))).toHaveLength(0)
    for (const name of ['-wal', '-shm']) rmSync(join(data, `tables.sqlite${name}`), { force: true })
    const again = await instance({ data: openDataFolder(data) })
    expect(JSON.stringify(await again.engine.dumps.tables())).toContain('kept')
    await again.stop()
  })

  it('is refused where the material of a key was cut', async () => {
    const keys: Record<string, string> = JSON.parse(readFileSync(join(data, 'keys.json'), 'utf8'))
    change('keys.json', JSON.stringify(Object.fromEntries(Object.keys(keys).map((id) => [id, 'YQ==']))))
    expect(await told()).toContain('was written with other keys than keys.json has')
  })

  it.each([[['tables.sqlite', 'clock.json']], [['tables.sqlite', 'clock.json', 'keys.json']]])(
    'whose first start was interrupted, so that %s are not there yet, is gone on with',
    async (files) => {
      for (const file of files) change(file, undefined)
      expect(await told()).toBe('started')
    },
  )
})
