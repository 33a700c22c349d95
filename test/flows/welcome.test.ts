import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest'
import { welcome } from '../../local/welcome.ts'
import { startShell } from '../docs/shell.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

let instance: Instance
beforeAll(async () => {
  instance = await sharedInstance()
})
afterAll(async () => {
  expect(await instance.end(), 'P11 plaintext identity').toEqual([])
})

it('what is printed at the start leads whoever pastes it to verified and to a message', async () => {
  const { platform, platformKey, operatorKey } = instance
  const people = await platform.sandbox.people()
  const printed = welcome(platform.url, people, { platformKey, operatorKey }, []).split('\n')
  const commands = printed.filter((line) => /^(curl|[A-Z]+=)/.test(line))
  const folder = mkdtempSync(join(inject('scratch'), 'welcome-'))
  const shell = startShell(folder, { PATH: process.env.PATH, HOME: folder })
  onTestFinished(() => shell.stop())
  const paste = async (lines: readonly string[]) => {
    const { output, code } = await shell.run(lines.join('\n'))
    expect(code).toBe(0)
    return output.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  }
  const answers = await paste(commands)
  // Refused before, and taken after.
  expect(answers[0]).toMatchObject({ code: 'not_verified', legacyCode: 905 })
  expect(answers).toContainEqual(
    expect.objectContaining({ verification: expect.objectContaining({ status: 'verified' }) }),
  )
  expect(answers.filter(({ status }) => status >= 400)).toEqual([
    answers[0],
    expect.objectContaining({ legacyCode: 905 }),
  ])
  // Once more, with another mobile as it says, and it is the same way.
  const [first = '', other = ''] = people.filter(({ outcome }) => outcome === 'match').map(({ phone }) => phone)
  const again = await paste(commands.map((line) => line.replace(`P=${first}`, `P=${other}`)))
  expect(again).toContainEqual(
    expect.objectContaining({ verification: expect.objectContaining({ status: 'verified' }) }),
  )
  expect(again.map(({ code }) => code)).not.toContain('identity_unavailable')
})
