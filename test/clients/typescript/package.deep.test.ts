import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildClient, packClient } from '../../../local/client/build.ts'
import { pathOf } from '../../docs/repository.ts'

const run = promisify(execFile)

/** Of the machine, where it has one: the project itself brings Node 24. */
const OLDEST_NODE = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path))

/** What somebody writes who has installed the package. */
const PROGRAM = `
import { createShiming, ShimingProblem, verifyWebhook } from 'shiming-client'
import { createSandbox } from 'shiming-client/sandbox'

const shiming = createShiming({
  baseUrl: 'https://shiming.example.cn',
  fetch: async () => new Response('{"code":"banned","status":403,"detail":"x"}', { status: 403, headers: { 'content-type': 'application/problem+json' } }),
})
const user = shiming.withSession('token')
const failed = await user.account.get().catch((error) => error)
const decision = await user.gate.ask('send_message')
console.log(JSON.stringify([failed instanceof ShimingProblem && failed.code, decision.allowed, typeof verifyWebhook, typeof createSandbox]))
`

/** The same with types, as strict as there is. */
const TYPED = `
import { createShiming, type GateDecision, ShimingProblem, type Verification } from 'shiming-client'
import { createSandbox } from 'shiming-client/sandbox'

const signal: AbortSignal | undefined = undefined
const shiming = createShiming({ baseUrl: 'https://shiming.example.cn', apiKey: undefined })
const user = shiming.withSession(await shiming.sessions.create({ externalId: 'user-7' }, { signal }))
const decision: GateDecision = await shiming.gate.ask('send_message', { externalId: 'user-7' })
if (!decision.allowed) { const url: string | null = decision.verifyUrl; void url }
const ended: Verification = await user.verifications.waitForResult('id')
const status: 'verified' | 'mismatch' | string = ended.status
void status
for await (const { orderId } of user.verifications.list()) { const id: string = orderId; void id }
const order = await shiming.withSession('token').request('GET /v1/orders/{id}', { params: { id: 'a' } })
const fen: number = order.amountFen
void fen
try {
  await user.memberships.buy({ idempotencyKey: 'mine' })
} catch (error) {
  if (error instanceof ShimingProblem && error.is('verification_open')) { const id: string = error.extra.verificationId; void id }
}
const [person] = await createSandbox({ baseUrl: 'http://127.0.0.1:4000' }).people('match')
const phone: string | undefined = person?.phone
void phone

// @ts-expect-error an order is not named by a number
await user.orders.get(7)
// @ts-expect-error there is no such feature
await user.gate.ask('fly')
// @ts-expect-error there is no such route
await user.request('GET /v1/nothing')
// @ts-expect-error the platform has no orders of its own
shiming.orders
// @ts-expect-error a body lacks its offer
await user.verifications.submit({ name: '', idNumber: '', phone: '', smsCode: '', consent: { notice: '', agreed: true } })
`

const strict = {
  ...{ target: 'es2022', module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2022', 'dom', 'dom.iterable'] },
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true, types: [] },
}

let scratch: string
let installed: string

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'shiming-client-'))
  await buildClient(join(scratch, 'built'))
  const tarball = await packClient(join(scratch, 'built'), scratch)
  const app = join(scratch, 'app')
  await mkdir(app)
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'app', type: 'module', private: true }))
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: app })
  await writeFile(join(app, 'program.mjs'), PROGRAM)
  await writeFile(join(app, 'typed.ts'), TYPED)
  await writeFile(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions: strict, files: ['typed.ts'] }))
  installed = join(app, 'node_modules/shiming-client')
})
afterAll(() => rm(scratch, { recursive: true }))

const manifest = async () => JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))

describe('the package of the client', () => {
  it('depends on nothing, and brings nothing of its development along', async () => {
    const { dependencies, devDependencies, scripts, ...rest } = await manifest()
    expect({ dependencies, devDependencies, scripts }).toEqual({})
    expect(rest).toMatchObject({ name: 'shiming-client', license: 'Apache-2.0', type: 'module', sideEffects: false })
    const beside = (await readdir(join(installed, '..'))).filter((name) => !name.startsWith('.'))
    expect(beside).toEqual(['shiming-client'])
  })

  it('has what its exports name, types first, with readme and licence', async () => {
    const { exports } = await manifest()
    for (const conditions of Object.values<string | Record<string, string>>(exports)) {
      if (typeof conditions !== 'string') expect(Object.keys(conditions)).toEqual(['types', 'default'])
      for (const file of typeof conditions === 'string' ? [conditions] : Object.values(conditions))
        expect(existsSync(join(installed, file)), file).toBe(true)
    }
    const files = await readdir(installed, { recursive: true })
    expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'index.js.map']))
    expect(files.filter((file) => /(?<!\.d)\.ts$|tsconfig/.test(file))).toEqual([])
  })

  it('names no file of its sources', async () => {
    for (const file of await readdir(installed, { recursive: true })) {
      if (!/\.(js|d\.ts)$/.test(file)) continue
      expect(await readFile(join(installed, file), 'utf8'), file).not.toMatch(/['"]\.[^'"]*\.ts['"]/)
    }
  })

  it.each([
    ['the Node of this project', process.execPath],
    ['the Node of this machine', OLDEST_NODE ?? process.execPath],
  ])('runs on %s', async (_, node) => {
    const { stdout } = await run(node, [join(installed, '../../program.mjs')])
    expect(JSON.parse(stdout)).toEqual(['banned', false, 'function', 'function'])
  })

  it.each([
    ['5.9', 'clients/typescript/node_modules/typescript/bin/tsc'],
    ['7', 'node_modules/typescript/bin/tsc'],
  ])('has types that hold for TypeScript %s at its strictest', async (_, compiler) => {
    const { stdout } = await run(process.execPath, [pathOf(compiler), '-p', join(installed, '../..')]).catch(
      (error) => error,
    )
    expect(stdout).toBe('')
  })

  it.each([
    ['all of it', "export * from 'shiming-client'", 10],
    ['only webhooks', "export { verifyWebhook } from 'shiming-client'", 1.2],
    ['the sandbox', "export * from 'shiming-client/sandbox'", 4],
  ])('weighs little in a page: %s', async (_, contents, mostKb) => {
    const stdin = { contents, resolveDir: join(installed, '../..') }
    const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: 'esm', write: false })
    const [bundle] = outputFiles
    expect(gzipSync(bundle?.contents ?? '').length / 1024).toBeLessThanOrEqual(mostKb)
  })
})
