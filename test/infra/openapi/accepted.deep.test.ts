import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import spectral, { type RulesetDefinition } from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathOf, textOf } from '../../docs/repository.ts'

const run = promisify(execFile)
const files = ['docs/openapi.json', 'docs/openapi.sandbox.json']

describe.each(files)('%s is accepted', (file) => {
  it('by Spectral, with all its rules for OpenAPI, without an error or a warning', async () => {
    const linter = new spectral.Spectral()
    linter.setRuleset({ extends: [[rulesets.oas as object as RulesetDefinition, 'recommended']] })
    const found = await linter.run(JSON.parse(textOf(file)))
    expect(found.map(({ code, message, path }) => `${code} ${path.join('/')} ${message}`)).toEqual([])
  })
})

/** What somebody might write against the types. */
const PROGRAM = `
import type { components, operations, paths } from './api.js'
export const body: operations['submitVerification']['requestBody']['content']['application/json'] = {
  name: '林知夏', idNumber: '110101188001010011', phone: '19410011001', smsCode: '428913', offer: 'fee',
  consent: { notice: '2026-11', agreed: true },
}
export const message: components['schemas']['SendMessageRequest'] = { content: 'hello' }
type Conflict = paths['/v1/verifications']['post']['responses'][409]['content']['application/problem+json']
export const told = (problem: Conflict): string =>
  problem.code === 'verification_open' ? (problem.verificationId ?? '') : problem.detail
// @ts-expect-error no such code
export const none: Conflict['code'] = 'nothing'
`

describe('types made by openapi-typescript, as it comes', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shiming-types-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const command = (path: string, ...rest: string[]) =>
    run(process.execPath, [pathOf(`clients/typescript/node_modules/${path}`), ...rest], { cwd: folder })

  it.each(files)('are made of %s without a warning', async (file) => {
    const { stdout, stderr } = await command(
      'openapi-typescript/bin/cli.js',
      pathOf(file),
      '-o',
      join(folder, 'x.d.ts'),
    )
    expect(`${stdout}${stderr}`).not.toMatch(/warn|error|✘|⚠/i)
    expect((await readFile(join(folder, 'x.d.ts'), 'utf8')).length).toBeGreaterThan(10_000)
  })

  it('compile as strictly as can be, and know what may be sent and answered', async () => {
    await command('openapi-typescript/bin/cli.js', pathOf('docs/openapi.json'), '-o', join(folder, 'api.d.ts'))
    await writeFile(join(folder, 'program.ts'), PROGRAM)
    const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true }
    const compilerOptions = { ...strict, module: 'nodenext', types: [] }
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }))
    const compiled = command('typescript/bin/tsc', '-p', folder)
    expect((await compiled.catch((error: { stdout: string }) => error)).stdout).toBe('')
  })
})
