import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type TestPerson, welcome } from '../../local/welcome.ts'

const person = (outcome: string, at: number): TestPerson => ({
  outcome,
  name: `人${at}`,
  idNumber: `11010118800101${at}`,
  phone: `1940000100${at}`,
  note: 'x',
})

const people = ['match', 'match', 'match', 'match', 'mismatch'].map(person)
const keys = { platformKey: 'platform-key', operatorKey: 'operator-key' }
const text = welcome('http://127.0.0.1:4000', people, keys, [])

describe('what is printed at the start', () => {
  it('says where the instance is and shows some people of each outcome', () => {
    expect(text).toContain('Shiming runs at http://127.0.0.1:4000\nOpen it in a browser: ')
    expect(text).toContain('Test people (4 of 5')
    expect(text).toContain('  mismatch  19400001004  110101188001014  人4  x')
    expect(text).not.toContain('人3')
  })

  it('says first what the instance was given', () => {
    const given = ['Settings that differ from the defaults:', '  sms.tries = 3']
    expect(welcome('http://127.0.0.1:4000', people, keys, given).split('\n').slice(3, 7)).toEqual(['', ...given, ''])
    expect(text).not.toContain('Settings')
  })

  it('leads the first admin into the console, while there is none', () => {
    const link = 'http://127.0.0.1:4000/console/enrol#admin.x'
    const shown = welcome('http://127.0.0.1:4000', people, keys, [], { link, data: '.local' })
    expect(shown).toContain(`  ${link}\n  npm run operator -- code <the secret on the page> `)
    expect(shown).toContain('\n  npm run operator -- code admin ')
    expect(text).not.toContain('/console/')
  })

  it('names what the command for codes cannot know: another address, another folder, and none where nothing is kept', () => {
    const link = 'http://127.0.0.1:4711/console/enrol#admin.x'
    const elsewhere = welcome('http://127.0.0.1:4711', people, keys, [], { link, data: 'mine' })
    expect(elsewhere).toContain('\n  npm run operator -- code --url http://127.0.0.1:4711 <the secret on the page> ')
    expect(elsewhere).toContain('\n  npm run operator -- code --url http://127.0.0.1:4711 --data mine admin ')
    const kept = welcome('http://127.0.0.1:4711', people, keys, [], { link, data: undefined })
    expect(kept).toContain(' <the secret on the page> ')
    expect(kept).not.toMatch(/operator -- code.* admin /)
  })

  it('gives commands a shell understands', async () => {
    const commands = text.split('\n').filter((line) => /^(curl|[A-Z]+=|sleep)/.test(line))
    expect(commands.length).toBeGreaterThan(12)
    const checked = promisify(execFile)('/bin/sh', ['-n', '-c', commands.join('\n')])
    await expect(checked).resolves.toMatchObject({ stderr: '' })
  })
})
