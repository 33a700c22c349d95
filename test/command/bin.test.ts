import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { pathOf, textOf } from '../docs/repository.ts'

const { bin } = JSON.parse(textOf('package.json'))
const scratch = mkdtempSync(join(tmpdir(), 'shiming-bin-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Before anything else is loaded, a Node says that it is of another version. */
const pretending = join(scratch, 'pretending.cjs')
writeFileSync(
  pretending,
  `Object.defineProperty(process.versions, 'node', { value: process.env.PRETENDED ?? process.versions.node })`,
)

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  promisify(execFile)(process.execPath, ['-r', pretending, pathOf(bin.shiming), ...args], {
    env: { PATH: process.env.PATH, ...env },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )

describe('the program that npx starts', () => {
  it('goes on by the Node of the packages where an older one starts it, with its exit code and output', async () => {
    for (const env of [{}, { PRETENDED: '20.20.2' }, { PRETENDED: '18.0.0' }]) {
      expect(await run(['--help'], env)).toMatchObject({
        code: 0,
        stderr: '',
        stdout: expect.stringMatching(/^Usage: /),
      })
      expect(await run(['peple'], env)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/people/) })
      const nobody = await run(['people', '--url', 'http://127.0.0.1:1'], env)
      expect(nobody).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^no instance answers/) })
    }
  })
})
