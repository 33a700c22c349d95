import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetRunning, noteRunning, runningHere } from '../../local/running.ts'

describe('the engines that run', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shiming-running-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('are known from when they serve until they end', () => {
    const below = join(folder, 'not/there/yet')
    expect(runningHere(below)).toEqual([])
    noteRunning('http://127.0.0.1:4711', below)
    expect(runningHere(below)).toEqual(['http://127.0.0.1:4711'])
    forgetRunning(below)
    expect(runningHere(below)).toEqual([])
    forgetRunning(below)
  })

  it('are no more once they were killed, and nothing else in the folder is taken for one', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    const dead = join(folder, `${child.pid}.json`)
    writeFileSync(dead, '{"url":"http://127.0.0.1:4712"}')
    writeFileSync(join(folder, `${process.ppid}.json`), '{"ur')
    writeFileSync(join(folder, 'note.json'), '{"url":"http://127.0.0.1:4713"}')
    expect(runningHere(folder)).toEqual([])
    expect(existsSync(dead)).toBe(false)
  })
})
