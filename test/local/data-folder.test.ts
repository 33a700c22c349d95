import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { DataFolderError } from '../../local/data-faults.ts'
import { openDataFolder } from '../../local/data-folder.ts'

const clock = z.object({ offset: z.number() })

let path: string
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'shiming-folder-'))
})
afterEach(() => rmSync(path, { recursive: true, force: true }))

describe('a data folder', () => {
  it('keeps what is saved, for its owner only', () => {
    const folder = openDataFolder(join(path, 'new'))
    expect(folder.load('clock', clock)).toBeUndefined()
    folder.save('clock', { offset: 5 })
    expect(folder.load('clock', clock)).toEqual({ offset: 5 })
    expect(statSync(join(path, 'new')).mode & 0o077).toBe(0)
    expect(statSync(join(path, 'new/clock.json')).mode & 0o077).toBe(0)
    folder.release()
    expect(openDataFolder(join(path, 'new')).load('clock', clock)).toEqual({ offset: 5 })
  })

  it('is gone afterwards if it was temporary', () => {
    const folder = openDataFolder()
    folder.save('clock', {})
    folder.release()
    expect(existsSync(folder.logs)).toBe(false)
    expect(existsSync(join(folder.logs, '..'))).toBe(false)
  })
})

/** What somebody is told; a folder that opens after all is given free. */
const told = (folder: string): string => {
  try {
    openDataFolder(folder).release()
  } catch (error) {
    if (error instanceof DataFolderError) return error.message
    throw error
  }
  return 'opened'
}

const NOBODY = 65_534
const isRoot = process.getuid?.() === 0
const others = 'belongs to another user: start as that user, or choose another folder with --data'

describe('a data folder that cannot be used is told in one line', () => {
  it('when it is a file, or below one', () => {
    const file = join(path, 'file')
    writeFileSync(file, '')
    expect(told(file)).toBe(`${file} is a file, not a folder: choose another folder with --data`)
    expect(told(join(file, 'inner'))).toContain(
      `is a file or below one, not a folder: choose another folder with --data`,
    )
  })

  it('when it cannot be made', () => {
    expect(told('/proc/shiming')).toBe('/proc/shiming cannot be made: choose another folder with --data')
    symlinkSync(join(path, 'nowhere'), join(path, 'link'))
    expect(told(join(path, 'link'))).toContain(': choose another folder with --data')
  })

  it('when something else is where a file of ours should be', () => {
    mkdirSync(join(path, 'engine.pid'))
    expect(told(path)).toContain('is a folder, not a file: choose another folder with --data')
    rmSync(join(path, 'engine.pid'), { recursive: true })
    writeFileSync(join(path, 'logs'), '')
    expect(told(path)).toContain('logs is a file or below one, not a folder: choose another folder with --data')
  })

  it('when it is of another user', () => {
    if (isRoot) chownSync(path, NOBODY, NOBODY)
    const folder = isRoot ? path : '/'
    expect(told(folder)).toBe(`${folder} ${others}`)
    expect(existsSync(join(folder, 'engine.pid'))).toBe(false)
  })

  it.runIf(isRoot).each(['keys.json', 'tables.sqlite', 'tables.sqlite-wal', 'logs', 'logs/a.log'])(
    'when %s in it is of another user',
    (name) => {
      mkdirSync(join(path, 'logs'))
      if (name !== 'logs') writeFileSync(join(path, name), '')
      chownSync(join(path, name), NOBODY, NOBODY)
      expect(told(path)).toBe(`${join(path, name)} ${others}`)
    },
  )

  it.skipIf(isRoot).each([
    ['', 0o500],
    ['keys.json', 0o400],
    ['keys.json', 0o200],
  ])('when %s may not be read and written by its owner either: %o', (name, mode) => {
    if (name !== '') writeFileSync(join(path, name), '{}')
    chmodSync(join(path, name), mode)
    const sentence = told(path)
    chmodSync(join(path, name), 0o700)
    expect(sentence).toContain('may not be read and written by this user: choose another folder with --data')
  })
})

describe('two engines on one folder', () => {
  it('are refused, in this process and in another', async () => {
    const folder = openDataFolder(path)
    expect(() => openDataFolder(path)).toThrow(DataFolderError)
    folder.release()
    const other = spawn('sleep', ['30'])
    await once(other, 'spawn')
    writeFileSync(join(path, 'engine.pid'), String(other.pid))
    expect(() => openDataFolder(path)).toThrow(`in use by process ${other.pid}`)
    other.kill('SIGKILL')
    await once(other, 'exit')
    openDataFolder(path).release()
  })

  it('are no matter when one was killed, even if our number was its number', () => {
    writeFileSync(join(path, 'engine.pid'), String(process.pid))
    const folder = openDataFolder(path)
    expect(readFileSync(join(path, 'engine.pid'), 'utf8')).toBe(String(process.pid))
    folder.release()
  })
})
