import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathOf, textOf } from '../../docs/repository.ts'

const run = promisify(execFile)

/** A checkout of its own, so that it may have packages or not. */
const root = mkdtempSync(join(tmpdir(), 'shiming-node-'))
const file = join(root, 'shared/command/needs-node.cjs')
beforeAll(() => cpSync(pathOf('shared/command'), join(root, 'shared/command'), { recursive: true }))
afterAll(() => rmSync(root, { recursive: true }))

/** What the check says in a Node of that version: on standard error, with exit code 1. */
const told = async (version: string): Promise<string> => {
  const pretending = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('${file}')`
  const ended = await run(process.execPath, ['-e', pretending]).then(
    () => ({ code: 0, stdout: '', stderr: '' }),
    (error) => error,
  )
  return ended.code === 0 ? 'goes on' : ended.code === 1 && ended.stdout === '' ? ended.stderr : 'something else'
}

describe('the Node a command runs on', () => {
  it('is no matter before anything is installed: that is said first', async () => {
    expect(await told('24.21.0')).toBe('Nothing is installed yet: run npm ci first\n')
    expect(await told('18.20.0')).toBe('Nothing is installed yet: run npm ci first\n')
  })

  it('is one of which the TypeScript here can be read, or one line says which is needed', async () => {
    mkdirSync(join(root, 'node_modules/.bin'), { recursive: true })
    for (const version of ['24.2.0', '24.21.0', '25.0.0', '30.1.0']) expect(await told(version)).toBe('goes on')
    for (const version of ['6.17.1', '20.20.2', '22.23.0', '24.1.9']) {
      const line = await told(version)
      expect(line).toContain(`Shiming needs Node 24.2 or later, and this is Node ${version} (`)
      expect(line).toMatch(/npm ci brought none for \w+ on \w+: install Node 24 from https:\/\/nodejs.org\n$/)
      expect(line.trimEnd()).not.toContain('\n')
    }
  })

  it('is the one of the packages where they have one, linked or not', async () => {
    const brought = join(root, `node_modules/node-${process.platform}-${process.arch}`)
    mkdirSync(brought)
    expect(await told('20.20.2')).toMatch(
      /; npm ci brought one and ran no scripts: link it by node shared\/command\/link-node.cjs\n$/,
    )
    rmSync(brought, { recursive: true })
    writeFileSync(join(root, 'node_modules/.bin/node'), '')
    expect(await told('20.20.2')).toMatch(/: run it by npm, which takes the one in node_modules\n$/)
  })

  it('is looked at before every command; what runs after an install is for any Node', () => {
    const { postinstall, ...scripts }: Record<string, string> = JSON.parse(textOf('package.json')).scripts
    expect(postinstall).toBe('node shared/command/link-node.cjs')
    const running = Object.entries(scripts).filter(([, line]) => /\bnode\b|vitest|\.ts\b/.test(line))
    const unchecked = running.filter(([, line]) => !line.startsWith('node -r ./shared/command/needs-node.cjs '))
    expect(unchecked).toEqual([])
    expect(running.length).toBeGreaterThan(10)
  })
})
