import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataFolderError, openDataFolder } from '../../local/data-folder.ts'

let path: string
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'shiming-folder-'))
})
afterEach(() => rmSync(path, { recursive: true, force: true }))

describe('a data folder', () => {
  it('keeps what is saved, for its owner only', () => {
    const folder = openDataFolder(join(path, 'new'))
    expect(folder.load('clock')).toBeUndefined()
    folder.save('clock', { offset: 5 })
    expect(folder.load('clock')).toEqual({ offset: 5 })
    expect(statSync(join(path, 'new')).mode & 0o077).toBe(0)
    expect(statSync(join(path, 'new/clock.json')).mode & 0o077).toBe(0)
    folder.release()
    expect(openDataFolder(join(path, 'new')).load('clock')).toEqual({ offset: 5 })
  })

  it('is gone afterwards if it was temporary', () => {
    const folder = openDataFolder()
    folder.save('clock', {})
    folder.release()
    expect(existsSync(folder.logs)).toBe(false)
    expect(existsSync(join(folder.logs, '..'))).toBe(false)
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
