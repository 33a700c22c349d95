import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { restarting } from '../../local/restarting.ts'

let root: string
let over: AbortController
let children: ChildProcess[]
let said: string[]
let done: Promise<void>
let command: string[]

const lasting = ['-c', 'sleep 60']

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shiming-watched-'))
  mkdirSync(join(root, 'functions/person'), { recursive: true })
  writeFileSync(join(root, 'functions/person/phone.ts'), '1')
  over = new AbortController()
  children = []
  said = []
  command = lasting
  const start = (again: boolean): ChildProcess => {
    expect(again).toBe(children.length > 0)
    const child = spawn('/bin/sh', command)
    children.push(child)
    return child
  }
  done = restarting({ root, folders: ['functions'], start, say: (line) => said.push(line), signal: over.signal })
})
afterEach(async () => {
  over.abort()
  await done
  rmSync(root, { recursive: true })
})

const started = async (count: number): Promise<void> => {
  while (children.length < count) await sleep(5)
}

/** Longer than it waits for an editor to be done. */
const nothingMore = (): Promise<void> => sleep(400)

describe('a changed source', () => {
  it('ends what runs and starts it again', async () => {
    writeFileSync(join(root, 'functions/person/phone.ts'), '2')
    await started(2)
    expect(children[0]?.signalCode).toBe('SIGTERM')
    expect(children[1]?.exitCode).toBe(null)
    expect(said).toEqual(['functions/person/phone.ts changed: starting again …'])
  })

  it('may be new, in a new folder', async () => {
    mkdirSync(join(root, 'functions/gate'))
    writeFileSync(join(root, 'functions/gate/ask.ts'), '1')
    await started(2)
    writeFileSync(join(root, 'functions/gate/ask.ts'), '2')
    await started(3)
  })

  it('may be put in place of the old one, and change after that', async () => {
    writeFileSync(join(root, 'phone.tmp'), '2')
    renameSync(join(root, 'phone.tmp'), join(root, 'functions/person/phone.ts'))
    await started(2)
    writeFileSync(join(root, 'functions/person/phone.ts'), '3')
    await started(3)
    rmSync(join(root, 'functions/person/phone.ts'))
    await started(4)
  })

  it('counts once with all that change at the same time', async () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(join(root, `functions/person/${name}.ts`), '')
    await started(2)
    await nothingMore()
    expect(children).toHaveLength(2)
  })

  it('is TypeScript: what an editor keeps beside it is none', async () => {
    writeFileSync(join(root, 'functions/person/phone.ts~'), '')
    await nothingMore()
    expect(children).toHaveLength(1)
  })
})

describe('what runs', () => {
  it('is left alone when it ended by itself, until the next change', async () => {
    command = ['-c', 'exit 1']
    writeFileSync(join(root, 'functions/person/phone.ts'), '2')
    await started(2)
    await nothingMore()
    expect(children).toHaveLength(2)
    expect(said.at(-1)).toBe('It does not run; the next change starts it again.')
    command = lasting
    writeFileSync(join(root, 'functions/person/phone.ts'), '3')
    await started(3)
  })

  it('ends with whoever watches', async () => {
    const [child] = children
    const exit = child && once(child, 'exit')
    over.abort()
    await Promise.all([done, exit])
    expect(children).toHaveLength(1)
    expect(said).toEqual([])
  })
})
