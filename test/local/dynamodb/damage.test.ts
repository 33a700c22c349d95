import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { isDamaged } from '../../../local/dynamodb/damage.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiming-damage-'))
const file = join(folder, 'tables.sqlite')
afterAll(() => rmSync(folder, { recursive: true }))

const PAGE = 4096

beforeEach(() => {
  rmSync(file, { force: true })
  const database = new DatabaseSync(file)
  database.exec('CREATE TABLE items (key TEXT PRIMARY KEY, value TEXT); BEGIN')
  const row = database.prepare('INSERT INTO items VALUES (?, ?)')
  for (let at = 0; at < 500; at += 1) row.run(`key ${at}`, 'x'.repeat(200))
  database.exec('COMMIT')
  database.close()
})

const change = (by: (bytes: Buffer) => Uint8Array): void => writeFileSync(file, by(readFileSync(file)))

describe('a file of tables', () => {
  it('is whole as it was written, also while nobody has closed it', () => {
    expect(isDamaged(file)).toBe(false)
    const open = new DatabaseSync(file)
    open.exec('BEGIN IMMEDIATE')
    expect(isDamaged(file)).toBe(false)
    open.close()
  })

  it('is damaged where it is something else', () => {
    change(() => Buffer.from('no database'))
    expect(isDamaged(file)).toBe(true)
  })

  it('is damaged where its end is missing', () => {
    change((bytes) => bytes.subarray(0, bytes.length - 3 * PAGE))
    expect(isDamaged(file)).toBe(true)
  })

  it('is damaged where a page in its middle was overwritten', () => {
    change((bytes) => bytes.fill(7, 5 * PAGE, 6 * PAGE))
    expect(isDamaged(file)).toBe(true)
  })
})
